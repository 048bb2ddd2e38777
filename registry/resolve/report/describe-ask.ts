import { findNearestWord } from '../../nearest-word.ts';
import { checkSemVer } from '../../version/check-sem-ver.ts';
import { normalizeVersion } from '../../version/normalize-version.ts';
import { parseConstraint } from '../../version/parse-constraint.ts';
import { parseVersion } from '../../version/parse-version.ts';
import { hasState } from '../solver/state-set.ts';
import type { Clause } from '../solver/types.ts';
import type { AddonRelease, Candidate, Fact, ResolutionProblem } from '../types.ts';
import { listCatalogs, listVersionTexts, toVersionList } from './describe-versions.ts';
import { isOpen } from './is-open.ts';
import type { Ask, Fit, HiddenVersions, UnreadableRange } from './phrases.ts';
import { readRange } from './read-range.ts';
import { shortenRange } from './shorten-range.ts';

/** Somebody who asks for an addon. */
export interface Asking {
  readonly clause: Clause<Fact>;
  readonly name: string;
  readonly range: string;
  /** From where it may come. */
  readonly catalogs: readonly string[];
  /** The catalog of the addon that asks; absent when a person does. */
  readonly from?: string;
}

/** What is asked for, with the versions that there are. */
export interface DescribedAsk {
  readonly ask: Ask;
  /** Version texts, newest first. */
  readonly listed: readonly string[];
  readonly allowed: readonly string[];
}

/** Looks up what there is for somebody who asks, and what would be there were it not kept away. */
export function describeAsk(problem: ResolutionProblem, asking: Asking): DescribedAsk {
  const { clause, name, range, catalogs } = asking;
  const term = clause.terms.findLast((each) => isAddon(problem, each.package, name));
  const candidates = term === undefined ? [] : problem.listCandidates(term.package);
  const states = candidates.map((_, index) => index + 1);
  const isNear = (candidate: Candidate | undefined) =>
    candidate?.release !== undefined && catalogs.includes(candidate.release.catalog);
  const near = states.filter((state) => isNear(candidates[state - 1]));
  const fitting = term === undefined ? [] : states.filter((state) => !hasState(term.states, state));
  const listed = listVersionTexts(candidates, near);
  // What is asked for by its very text may be kept away from everybody else.
  const allowed = [...new Set(fitting.flatMap((state) => candidates[state - 1]?.version ?? []))];
  const places = listCatalogs(candidates);
  const used = catalogs.filter((catalog) => places.includes(catalog));
  return {
    ask: {
      name,
      range: shortenRange(range),
      ...(used.length > 0 && places.length > used.length ? { catalogs: used } : {}),
      fit: findFit(problem, asking, { listed, allowed }),
      hidden: allowed.length > 0 ? [] : listHidden(problem, asking),
    },
    listed,
    allowed,
  };
}

/** Why a range says nothing; undefined when it can be read. */
export function findUnreadable(range: string): UnreadableRange | undefined {
  if (range === '' || checkSemVer('0.0.0', range).ok) return undefined;
  const lost = parseConstraint(range).ok ? /-([0-9A-Za-z.-]*v[0-9A-Za-z.-]*)/.exec(range)?.[1] : undefined;
  return { kind: 'unreadable', ...(lost === undefined ? {} : { lost }) };
}

function findFit(
  { universe }: ResolutionProblem,
  { name, range, catalogs, from }: Asking,
  { listed, allowed }: Pick<DescribedAsk, 'listed' | 'allowed'>,
): Fit {
  if (allowed.length > 0) {
    const isPlain = range === '' || allowed.every((version) => normalizeVersion(version) === normalizeVersion(range));
    const isAll = isPlain || (listed.length > 0 && listed.every((version) => allowed.includes(version)));
    return isAll ? { kind: 'all' } : { kind: 'some', fitting: toVersionList(allowed) };
  }
  const has = (catalog: string) => universe.listReleases(catalog, name).length > 0;
  if (!catalogs.some(has)) {
    const other = universe.catalogs.find((catalog) => has(catalog.name));
    if (other !== undefined && from !== undefined) return { kind: 'stranger', has: other.name, may: from };
    if (other === undefined) {
      const known = [...new Set(universe.catalogs.flatMap((catalog) => universe.listNames(catalog.name)))].sort();
      const nearest = findNearestWord(name, known);
      return { kind: 'unknown', ...(nearest === undefined ? {} : { nearest }) };
    }
  }
  return findUnreadable(range) ?? { kind: 'none', listed: toVersionList(listed) };
}

/** Releases that the range means and that are kept away, and those that no range can mean. */
function listHidden({ universe }: ResolutionProblem, { name, range, catalogs, from }: Asking): HiddenVersions[] {
  if (findUnreadable(range) !== undefined) return [];
  const { isMet, isMeant } = readRange(range);
  const releases = catalogs.flatMap((catalog) => universe.listReleases(catalog, name));
  const meant = releases.filter(isMeant);
  const toTexts = (found: readonly AddonRelease[]) => toVersionList(found.map(({ version }) => version));
  const prereleases = meant.filter((release) => release.prerelease && isOpen(release));
  const named = prereleases.find(({ key }) => !key.includes('v'))?.version;
  const [first] = catalogs;
  const elsewhere =
    releases.length === 0 || first === undefined
      ? []
      : universe.catalogs.flatMap(({ name: has }): HiddenVersions[] => {
          const found = universe.listReleases(has, name).filter((each) => isOpen(each) && isMet(each));
          return catalogs.includes(has) ? [] : [{ reason: 'elsewhere', has, first, versions: toTexts(found) }];
        });
  const hidden: HiddenVersions[] = [
    {
      reason: 'yanked',
      isPerson: from === undefined,
      versions: toTexts(meant.filter(({ state }) => state === 'yanked')),
    },
    { reason: 'quarantined', versions: toTexts(meant.filter(({ state }) => state === 'quarantined')) },
    { reason: 'prerelease', name: named, versions: toTexts(prereleases) },
    { reason: 'unreadable', versions: toTexts(releases.filter((each) => isOpen(each) && !parseVersion(each.key).ok)) },
    ...elsewhere,
  ];
  return hidden.filter(({ versions }) => versions.shown.length > 0);
}

function isAddon(problem: ResolutionProblem, target: number, name: string): boolean {
  const found = problem.getPackage(target);
  return !found.system && found.name === name;
}
