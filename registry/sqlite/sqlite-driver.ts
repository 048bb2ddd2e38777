import type { SqliteDatabase, SqliteStatement } from 'kysely';
import { RegistryError } from '../errors.ts';
import { loadBetterSqlite } from './better-sqlite-driver.ts';
import { loadNodeSqlite } from './node-sqlite-driver.ts';

/** Which SQLite to use: a given one, or `auto` = better-sqlite3 where it is installed, else the one inside Node. */
export type SqliteChoice = 'auto' | 'better-sqlite3' | 'node';

/** An open database file, in the form that the query layer wants, with a way to run a statement at once. */
export interface SqliteHandle extends SqliteDatabase {
  prepare(sql: string): SqliteStatement;
  /** Runs statements that return nothing. */
  exec(sql: string): void;
}

/** One build of SQLite. */
export interface SqliteDriver {
  readonly name: 'better-sqlite3' | 'node:sqlite';
  /** The release of SQLite inside, such as `3.53.2`. */
  readonly version: string;
  /** Opens or creates a database file; waits at most `busyTimeoutMs` for a lock. Throws the driver's own errors. */
  open(path: string, busyTimeoutMs: number): SqliteHandle;
}

/** A driver, or the reason why it cannot be had on this machine. */
export type SqliteDriverLoading = { readonly driver: SqliteDriver } | { readonly missing: string };

/** Loads the chosen SQLite. Throws DATA_FOLDER_UNUSABLE with the reasons when there is none. */
export async function loadSqliteDriver(choice: SqliteChoice): Promise<SqliteDriver> {
  const missing: string[] = [];
  const loaders = [
    ...(choice === 'node' ? [] : [loadBetterSqlite]),
    ...(choice === 'better-sqlite3' ? [] : [loadNodeSqlite]),
  ];
  for (const load of loaders) {
    const loading = await load();
    if ('driver' in loading) return loading.driver;
    missing.push(loading.missing);
  }
  throw new RegistryError(
    'DATA_FOLDER_UNUSABLE',
    `no SQLite can be used: ${missing.join('; ')}. Run "npm install" again, or use Node 22.16 or newer`,
  );
}
