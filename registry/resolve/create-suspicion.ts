import type { DefinitionKind } from '../../schemas/definition.ts';
import { compareText } from '../findings.ts';
import type { AddonRelease, AddonUniverse } from './types.ts';

/** An addon that a version needs without saying so, and the definitions that tell. */
export interface SuspectedNeed {
  readonly on: string;
  readonly uses: readonly { readonly kind: DefinitionKind; readonly name: string }[];
}

export interface SuspicionOptions {
  readonly universe: AddonUniverse;
  /** Whether an owner is chosen before others, such as one that is wanted or installed; smaller is better. */
  rankOwner(name: string): number;
  /** Catalogs where addons of a catalog find what they need, in order. */
  listScope(catalog: string): readonly string[];
  /** The catalog in which a dependency of an addon of this catalog is found. */
  findPlace(catalog: string, name: string): string | undefined;
}

/** Finds what versions need without declaring it: definitions that neither they nor anything they depend on, however far, brings. */
export function createSuspicion(options: SuspicionOptions): (release: AddonRelease) => readonly SuspectedNeed[] {
  const { universe, rankOwner, listScope, findPlace } = options;
  const reached = new Map<string, ReadonlySet<string>>();

  /** Names of everything that a newest version leads to, itself included; cycles are followed once. */
  function listReached(catalog: string, name: string): ReadonlySet<string> {
    const key = `${catalog}\n${name}`;
    const before = reached.get(key);
    if (before !== undefined) return before;
    const names = new Set([name]);
    const queue = [{ catalog, name }];
    for (const place of queue) {
      const newest = findNewest(universe.listReleases(place.catalog, place.name));
      for (const dependency of newest?.dependencies ?? []) {
        const from = findPlace(place.catalog, dependency.name);
        if (names.has(dependency.name)) continue;
        names.add(dependency.name);
        if (from !== undefined) queue.push({ catalog: from, name: dependency.name });
      }
    }
    reached.set(key, names);
    return names;
  }

  function isReached(release: AddonRelease, owner: string): boolean {
    if (owner === release.name) return true;
    return release.dependencies.some(({ name }) => {
      if (name === owner) return true;
      const place = findPlace(release.catalog, name);
      return place !== undefined && listReached(place, name).has(owner);
    });
  }

  return (release) => {
    const byOwner = new Map<string, SuspectedNeed['uses'][number][]>();
    for (const use of release.uses) {
      const owners = listScope(release.catalog).flatMap((catalog) =>
        // An owner that another catalog hides is not the one that would be had.
        universe
          .listOwners(catalog, use.kind, use.name)
          .filter((owner) => findPlace(release.catalog, owner) === catalog),
      );
      if (owners.length === 0 || owners.some((owner) => isReached(release, owner))) continue;
      const [first = ''] = owners.toSorted((left, right) => rankOwner(left) - rankOwner(right));
      byOwner.set(first, [...(byOwner.get(first) ?? []), { kind: use.kind, name: use.name }]);
    }
    return [...byOwner.keys()].sort(compareText).map((on) => ({
      on,
      uses: (byOwner.get(on) ?? []).sort((left, right) => compareText(toKey(left), toKey(right))),
    }));
  };
}

/** The version that stands for an addon when nobody names one. */
function findNewest(releases: readonly AddonRelease[]): AddonRelease | undefined {
  const open = releases.filter(({ state }) => state === 'active' || state === 'deprecated');
  return open.find(({ prerelease }) => !prerelease) ?? open[0] ?? releases[0];
}

function toKey({ kind, name }: SuspectedNeed['uses'][number]): string {
  return `${kind}/${name}`;
}
