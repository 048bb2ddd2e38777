import { loadSqliteDriver, type SqliteChoice } from '../../registry/storage/sqlite/sqlite-driver.ts';

/** Tells why a build of SQLite cannot be had on this machine; undefined when it can. */
export async function findMissingSqlite(choice: SqliteChoice): Promise<string | undefined> {
  try {
    await loadSqliteDriver(choice);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
