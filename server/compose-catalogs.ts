import type { CatalogDefinition } from '../registry/catalog/types.ts';
import type { CatalogSettings } from './config/settings.ts';

/** Makes the configured catalogs. What a union serves may depend on its members first and then on whatever these depend on. */
export function composeCatalogs(catalogs: readonly CatalogSettings[]): readonly CatalogDefinition[] {
  const dependsOnOf = new Map(catalogs.map(({ name, dependsOn }) => [name, dependsOn]));
  return catalogs.map(({ name, title, dependsOn, union }) => {
    if (union === undefined) return { name, title, dependsOn };
    const inherited = new Set(union.flatMap((member) => dependsOnOf.get(member) ?? []));
    return { name, title, dependsOn: [...inherited].filter((each) => !union.includes(each)), union };
  });
}
