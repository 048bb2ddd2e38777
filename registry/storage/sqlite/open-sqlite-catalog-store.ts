import { loadSqliteDriver, type SqliteChoice } from '../../sqlite/sqlite-driver.ts';
import type { CatalogStore } from '../types.ts';
import { createEvaluationTable } from './evaluation-table.ts';
import { createLineEvaluationTable } from './line-evaluation-table.ts';
import { createLockTable } from './lock-table.ts';
import { openDatabase } from './open-database.ts';
import { createSourceTable } from './source-table.ts';
import { createStateEventTable } from './state-event-table.ts';
import { createVersionTable } from './version-table.ts';

export interface OpenSqliteCatalogStoreOptions {
  /** An existing folder; the database stands in it as `chandlery.db`. */
  readonly folder: string;
  readonly sqlite: SqliteChoice;
}

/** Opens the store of a data folder for this process alone. Throws DATA_FOLDER_IN_USE or DATA_FOLDER_UNUSABLE. */
export async function openSqliteCatalogStore(options: OpenSqliteCatalogStoreOptions): Promise<CatalogStore> {
  const driver = await loadSqliteDriver(options.sqlite);
  const database = await openDatabase(driver, options.folder);
  return {
    ...createVersionTable(database),
    ...createEvaluationTable(database),
    ...createLineEvaluationTable(database),
    ...createStateEventTable(database),
    ...createSourceTable(database),
    ...createLockTable(database),

    async readGeneration(catalog) {
      const row = await database
        .selectFrom('generation')
        .select('value')
        .where('catalog', '=', catalog)
        .executeTakeFirst();
      return row?.value ?? 0;
    },

    async close() {
      await database.destroy();
    },
  };
}
