import type { Kysely } from 'kysely';
import type { LockRecord, LockStore } from '../types.ts';
import type { CatalogDatabase, LockRow } from './catalog-database.ts';

/** The `lock` table as the port sees it. */
export function createLockTable(database: Kysely<CatalogDatabase>): LockStore {
  return {
    async findLock(id) {
      const row = await database.selectFrom('lock').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? undefined : toLockRecord(row);
    },

    async saveLock(record) {
      const { numInsertedOrUpdatedRows } = await database
        .insertInto('lock')
        .values(toLockRow(record))
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },
  };
}

// JSON columns are written here and nobody else, so what is parsed has the type it was written with.

function toLockRow({ id, created, content, entries }: LockRecord): LockRow {
  return { id, created, content: JSON.stringify(content), entries: JSON.stringify(entries) };
}

function toLockRecord({ id, created, content, entries }: LockRow): LockRecord {
  return { id, created, content: JSON.parse(content), entries: JSON.parse(entries) };
}
