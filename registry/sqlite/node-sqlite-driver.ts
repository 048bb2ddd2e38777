import { readSqliteVersion } from './read-sqlite-version.ts';
import type { SqliteDriverLoading, SqliteHandle } from './sqlite-driver.ts';

/** The part of `node:sqlite` in use; the types of the oldest supported Node do not know the module. */
interface NodeSqlite {
  readonly DatabaseSync: new (path: string, options: { readonly timeout: number }) => NodeDatabase;
}

interface NodeDatabase {
  prepare(sql: string): NodeStatement;
  exec(sql: string): void;
  close(): void;
}

interface NodeStatement {
  columns?(): readonly unknown[];
  all(...parameters: readonly unknown[]): unknown[];
  run(...parameters: readonly unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint };
  iterate(...parameters: readonly unknown[]): IterableIterator<unknown>;
}

/** Loads the SQLite inside Node; `columns()`, by which a query is told from a command, came with Node 22.16. */
export async function loadNodeSqlite(): Promise<SqliteDriverLoading> {
  const missing = `node:sqlite needs Node 22.16 or newer, and this is ${process.version}`;
  const module = process.getBuiltinModule('node:sqlite');
  if (module === undefined || !isNodeSqlite(module)) return { missing };
  const { DatabaseSync } = module;
  const probe = new DatabaseSync(':memory:', { timeout: 0 });
  const complete = typeof probe.prepare('select 1').columns === 'function';
  const version = complete ? readSqliteVersion(toHandle(probe)) : '';
  probe.close();
  if (!complete) return { missing };
  return {
    driver: {
      name: 'node:sqlite',
      version,
      open: (path, busyTimeoutMs) => toHandle(new DatabaseSync(path, { timeout: busyTimeoutMs })),
    },
  };
}

function toHandle(database: NodeDatabase): SqliteHandle {
  return {
    prepare(sql) {
      const statement = database.prepare(sql);
      return {
        reader: (statement.columns?.() ?? []).length > 0,
        all: (parameters) => statement.all(...parameters),
        run: (parameters) => statement.run(...parameters),
        iterate: (parameters) => statement.iterate(...parameters),
      };
    },
    exec: (sql) => database.exec(sql),
    close: () => database.close(),
  };
}

function isNodeSqlite(module: object): module is NodeSqlite {
  return 'DatabaseSync' in module && typeof module.DatabaseSync === 'function';
}
