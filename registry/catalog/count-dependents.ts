import { findStanding } from './listed.ts';
import type { CatalogDefinition, CatalogView } from './types.ts';

/** How many addons depend on one, by `<catalog>/<addon>`; absent = none. */
export type DependentCounts = ReadonlyMap<string, number>;

/** Counts for each addon the addons whose standing version depends on it, taken from the first catalog that has one of the name: the own, then those of `dependsOn`. */
export function countDependents(
  views: readonly CatalogView[],
  catalogs: readonly Pick<CatalogDefinition, 'name' | 'dependsOn'>[],
): DependentCounts {
  const byCatalog = new Map(views.map((view) => [view.catalog, view]));
  const counts = new Map<string, number>();
  for (const { catalog, addons } of views) {
    const others = catalogs.find(({ name }) => name === catalog)?.dependsOn ?? [];
    for (const addon of addons) {
      const names = new Set((findStanding(addon)?.dependencies ?? []).map(({ name }) => name));
      for (const name of names) {
        const owner = [catalog, ...others].find((each) => byCatalog.get(each)?.byName.has(name));
        if (owner !== undefined) counts.set(`${owner}/${name}`, (counts.get(`${owner}/${name}`) ?? 0) + 1);
      }
    }
  }
  return counts;
}
