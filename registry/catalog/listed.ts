import type { VersionState } from '../../schemas/version-state.ts';

interface Stated {
  readonly state: VersionState;
}

/** Whether a version stands in indexes, lists and searches, and may be chosen when nobody names it: neither yanked nor quarantined. */
export function isListed({ state }: Stated): boolean {
  return state !== 'yanked' && state !== 'quarantined';
}

/** Whether some version of an addon is listed: else the addon itself is not. */
export function hasListed({ versions }: { readonly versions: readonly Stated[] }): boolean {
  return versions.some(isListed);
}

/** The version that stands for its addon: what is enabled when nobody names one, else the newest that is listed; undefined when none is. */
export function findStanding<Version extends Stated>(addon: {
  readonly versions: readonly Version[];
  readonly latest: Version | undefined;
}): Version | undefined {
  return addon.latest ?? addon.versions.find(isListed);
}

/** The version that the page of an addon shows: the one that stands for it, else the newest that is served at all, else its newest. */
export function findShownVersion(addon: {
  readonly versions: readonly (Stated & { readonly version: string })[];
  readonly latest?: string;
}): string | undefined {
  const { versions } = addon;
  const served = versions.find(isListed) ?? versions.find(({ state }) => state !== 'quarantined') ?? versions[0];
  return addon.latest ?? served?.version;
}
