import type { CatalogDefinition } from '../registry/catalog/types.ts';
import type { CatalogSettings } from './config/settings.ts';

/** Makes the configured catalogs. */
export function composeCatalogs(catalogs: readonly CatalogSettings[]): readonly CatalogDefinition[] {
  return catalogs.map(({ name, title, dependsOn, union }) => ({
    name,
    title,
    dependsOn,
    ...(union === undefined ? {} : { union }),
  }));
}
