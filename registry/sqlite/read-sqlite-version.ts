import type { SqliteDatabase } from 'kysely';

/** Reads the release of SQLite from a database of it. */
export function readSqliteVersion(database: Pick<SqliteDatabase, 'prepare'>): string {
  const [row] = database.prepare('select sqlite_version() as version').all([]);
  return typeof row === 'object' && row !== null && 'version' in row ? String(row.version) : 'unknown';
}
