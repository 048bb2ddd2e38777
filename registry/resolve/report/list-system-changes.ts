import { listReleases } from '../../version/admits-line.ts';
import { checkSemVer } from '../../version/check-sem-ver.ts';
import { compareVersionsDescending } from '../../version/order-versions.ts';
import { parseVersion } from '../../version/parse-version.ts';
import { releaseLines } from '../../version/release-lines.ts';
import type { SystemName } from '../types.ts';
import type { Change, Refused } from './change.ts';
import type { Words } from './words.ts';

/** How far from the cluster's Kubernetes another one is looked for, in minor releases. */
const maxMinors = 8;

/**
 * Other releases of KubeVela or Kubernetes that meet what the cluster's does not, the nearest newer first, then the
 * nearest older. Of releases that meet the same requirements only the nearest is named.
 */
export function listSystemChanges(system: SystemName, { request, universe, facts }: Refused, words: Words): Change[] {
  const key = system === 'kubevela' ? 'vela' : 'kubernetes';
  const current = request[key];
  const ranges = facts.flatMap((fact) => (fact.kind === 'requirement' && fact.system === system ? [fact.range] : []));
  if (current === undefined || ranges.length === 0) return [];
  const known = system === 'kubevela' ? listKubeVelaReleases() : listKubernetesReleases(current, ranges);
  // Newest first.
  const sorted = [...new Set(known)].sort(compareVersionsDescending);
  const newer = sorted.filter((version) => compareVersionsDescending(version, current) < 0).reverse();
  const older = sorted.filter((version) => compareVersionsDescending(version, current) > 0);
  const met = new Set(['']);
  return [...newer.map((version) => [version, true] as const), ...older.map((version) => [version, false] as const)]
    .filter(([version]) => {
      const signature = ranges.filter((range) => isMet(version, range)).join('\n');
      if (met.has(signature)) return false;
      met.add(signature);
      return true;
    })
    .map(([version, isNewer]) => ({
      kind: key,
      purpose: key,
      request: { ...request, [key]: version },
      universe,
      tell: () => ({ phrase: words.changes.system(system, version, isNewer), version }),
    }));
}

function isMet(version: string, range: string): boolean {
  const met = checkSemVer(version, range);
  return met.ok && met.value;
}

/** Nobody is sent to an alpha. */
function listKubeVelaReleases(): string[] {
  return releaseLines.filter(({ alpha }) => !alpha).flatMap(({ line }) => listReleases(line));
}

/** Minor releases about the cluster's own, and what the ranges name of them. */
function listKubernetesReleases(current: string, ranges: readonly string[]): string[] {
  const version = parseVersion(current);
  if (!version.ok) return [];
  const { major, minor } = version.value;
  const minors = Array.from({ length: 2 * maxMinors + 1 }, (_, index) => minor + BigInt(index - maxMinors));
  const lines = minors.filter((each) => each >= 0n).map((each) => `${major}.${each}`);
  const named = ranges.flatMap((range) => range.match(/[0-9]+\.[0-9]+\.[0-9]+/g) ?? []);
  return [...lines, ...named.filter((each) => lines.some((line) => each.startsWith(`${line}.`)))];
}
