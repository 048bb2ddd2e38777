import { createScopes } from '../create-scopes.ts';
import { createSuspicion, type SuspectedNeed } from '../create-suspicion.ts';
import type { AddonRelease, AddonUniverse } from '../types.ts';
import { chooseRelease } from './choose-release.ts';

/** A version that uses definitions of an addon without declaring that it needs it. */
export interface SuspectedDependent {
  readonly release: AddonRelease;
  readonly uses: SuspectedNeed['uses'];
}

type Index = ReadonlyMap<string, readonly SuspectedDependent[]>;

/** Finds who uses what an addon brings and does not say so, by the newest version of each addon; a universe is turned around once. */
export function createSuspectedDependents(): (
  universe: AddonUniverse,
  asked: { readonly catalog: string; readonly name: string },
) => readonly SuspectedDependent[] {
  const indexes = new WeakMap<AddonUniverse, Index>();
  return (universe, { catalog, name }) => {
    const index = indexes.get(universe) ?? build(universe);
    indexes.set(universe, index);
    return index.get(toKey(catalog, name)) ?? [];
  };
}

function build(universe: AddonUniverse): Index {
  const { listScope, findPlace } = createScopes(universe);
  const listSuspected = createSuspicion({ universe, rankOwner: () => 0, listScope, findPlace });
  const index = new Map<string, SuspectedDependent[]>();
  for (const { name: catalog } of universe.catalogs) {
    for (const name of universe.listNames(catalog)) {
      const release = chooseRelease(universe.listReleases(catalog, name), '');
      if (release === undefined || release.uses.length === 0) continue;
      for (const { on, uses } of listSuspected(release)) {
        const place = findPlace(catalog, on);
        if (place === undefined) continue;
        const key = toKey(place, on);
        index.set(key, [...(index.get(key) ?? []), { release, uses }]);
      }
    }
  }
  return index;
}

function toKey(catalog: string, name: string): string {
  return `${catalog}\n${name}`;
}
