import { checkSemVer } from './check-sem-ver.ts';
import { type Constraint, parseConstraint } from './parse-constraint.ts';
import type { Version } from './parse-version.ts';

/** How the versions that one range admits relate to those of another. */
export type RangeOrder = 'same' | 'widened' | 'narrowed' | 'changed';

// What people write has a handful; beyond this the comparison would cost more than it tells.
const maxComparators = 24;

/**
 * Compares what two ranges of KubeVela's dialect (`checkSemVer`) admit; the empty text admits everything. A range admits or refuses whole
 * stretches between the versions that it names, so each stretch is asked about once; pre-releases count when a range names one.
 * Undefined when one cannot be read or is too long to tell.
 */
export function compareRanges(before: string, after: string): RangeOrder | undefined {
  const [was, is] = [readConstraint(before), readConstraint(after)];
  if (was === undefined || is === undefined) return undefined;
  const bounds = [...was, ...is].flat().map(({ version }) => version);
  if (bounds.length > maxComparators) return undefined;
  let gained = false;
  let lost = false;
  for (const version of listSamples(bounds)) {
    const [had, has] = [isAdmitted(version, before), isAdmitted(version, after)];
    gained ||= has && !had;
    lost ||= had && !has;
  }
  if (gained && lost) return 'changed';
  if (gained) return 'widened';
  return lost ? 'narrowed' : 'same';
}

function readConstraint(text: string): Constraint | undefined {
  if (text === '') return [];
  const constraint = parseConstraint(text.replaceAll('v', ' '));
  return constraint.ok ? constraint.value : undefined;
}

function isAdmitted(version: string, range: string): boolean {
  const answer = checkSemVer(version, range);
  return answer.ok && answer.value;
}

/** The versions at which a range may turn, the one right behind each, and pre-releases of both where some are named. */
function listSamples(bounds: readonly Version[]): ReadonlySet<string> {
  const prereleases = bounds.map(({ prerelease }) => prerelease).filter((prerelease) => prerelease !== '');
  const suffixes = prereleases.flatMap((prerelease) => ['-0', '-alpha.1', `-${prerelease}`, `-${prerelease}.0`]);
  const endings = ['', ...new Set(suffixes)];
  const samples = new Set(endings.flatMap((ending) => [`0.0.0${ending}`, `0.0.1${ending}`]));
  for (const { major, minor, patch } of bounds) {
    const turns = [
      [major, minor, patch],
      [major, minor, patch + 1n],
      [major, minor + 1n, 0n],
      [major + 1n, 0n, 0n],
    ] as const;
    for (const [first, second, third] of turns) {
      for (const ending of endings) {
        samples.add(`${first}.${second}.${third}${ending}`).add(`${first}.${second}.${third + 1n}${ending}`);
      }
    }
  }
  return samples;
}
