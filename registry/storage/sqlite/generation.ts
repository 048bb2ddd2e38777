import type { Transaction } from 'kysely';
import type { Digest } from '../../digest.ts';
import type { CatalogDatabase } from './catalog-database.ts';

/** Raises the generation of each catalog by one, once. */
export async function raiseGenerations(
  transaction: Transaction<CatalogDatabase>,
  catalogs: Iterable<string>,
): Promise<void> {
  for (const catalog of new Set(catalogs)) {
    await transaction
      .insertInto('generation')
      .values({ catalog, value: 1 })
      .onConflict((conflict) =>
        conflict.column('catalog').doUpdateSet((row) => ({ value: row('generation.value', '+', 1) })),
      )
      .execute();
  }
}

/** Lists the catalogs that hold a content. */
export async function listHolders(
  transaction: Transaction<CatalogDatabase>,
  treeDigest: Digest,
): Promise<readonly string[]> {
  const rows = await transaction
    .selectFrom('version')
    .select('catalog')
    .distinct()
    .where('tree_digest', '=', treeDigest)
    .execute();
  return rows.map((row) => row.catalog);
}
