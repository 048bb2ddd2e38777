import type { InstalledAddon } from '../../schemas/resolution.ts';
import { normalizeVersion } from '../version/normalize-version.ts';
import type { AddonUniverse, Candidate } from './types.ts';

/** Every version of one name that a plan could hold. State 1 is the first candidate. */
export interface AddonCandidates {
  readonly name: string;
  /** By catalog in configured order, then newest first; an installed version that no catalog lists stands last. */
  readonly candidates: readonly Candidate[];
  /** States of each catalog that lists the name: the first and how many. */
  readonly ranges: ReadonlyMap<string, { readonly first: number; readonly count: number }>;
  /** State of the version that the cluster has. */
  readonly installed: number | undefined;
  /** Lists the state of this version in one catalog, if it is listed there. */
  findState(catalog: string, version: string): number | undefined;
}

/** Lines up the versions of one name. */
export function listAddonCandidates(
  universe: AddonUniverse,
  name: string,
  installed: InstalledAddon | undefined,
): AddonCandidates {
  const candidates: Candidate[] = [];
  const ranges = new Map<string, { readonly first: number; readonly count: number }>();
  for (const catalog of universe.catalogs) {
    const releases = universe.listReleases(catalog.name, name);
    if (releases.length === 0) continue;
    ranges.set(catalog.name, { first: candidates.length + 1, count: releases.length });
    for (const release of releases) candidates.push({ version: release.version, release });
  }

  function findState(catalog: string, version: string): number | undefined {
    const range = ranges.get(catalog);
    if (range === undefined) return undefined;
    const key = normalizeVersion(version);
    for (let state = range.first; state < range.first + range.count; state += 1) {
      if (candidates[state - 1]?.release?.key === key) return state;
    }
    return undefined;
  }

  function placeInstalled({ catalog, version }: InstalledAddon): number {
    // A cluster knows registries by names of its own; one that no catalog has says nothing.
    const isOurs = catalog !== undefined && universe.catalogs.some((each) => each.name === catalog);
    const places = isOurs ? [catalog] : [...ranges.keys()];
    for (const place of places) {
      const state = findState(place, version);
      if (state !== undefined) return state;
    }
    candidates.push({ version, release: undefined });
    return candidates.length;
  }

  return {
    name,
    candidates,
    ranges,
    installed: installed === undefined ? undefined : placeInstalled(installed),
    findState,
  };
}
