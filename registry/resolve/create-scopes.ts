import type { AddonUniverse } from './types.ts';

/** Where addons of a catalog find what they need. */
export interface Scopes {
  /** The catalog itself, then those that its dependencies may come from, in order; empty for a catalog that is not known. */
  listScope(catalog: string): readonly string[];
  /** The first of them that lists the name. */
  findPlace(catalog: string, name: string): string | undefined;
}

/** Reads the scopes of all catalogs; one that is not known is passed over. */
export function createScopes({ catalogs, listReleases }: Pick<AddonUniverse, 'catalogs' | 'listReleases'>): Scopes {
  const known = new Set(catalogs.map(({ name }) => name));
  const scopes = new Map(
    catalogs.map(({ name, dependsOn }) => [name, [...new Set([name, ...dependsOn.filter((each) => known.has(each))])]]),
  );
  const listScope: Scopes['listScope'] = (catalog) => scopes.get(catalog) ?? [];
  return {
    listScope,
    findPlace: (catalog, name) => listScope(catalog).find((place) => listReleases(place, name).length > 0),
  };
}
