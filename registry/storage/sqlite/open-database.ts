import { join } from 'node:path';
import {
  type DatabaseConnection,
  type Dialect,
  Kysely,
  SqliteDriver as KyselySqliteDriver,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { findSqliteCode } from '../../sqlite/find-sqlite-code.ts';
import type { SqliteDriver, SqliteHandle } from '../../sqlite/sqlite-driver.ts';
import { requireSqliteVersion } from '../../sqlite/sqlite-version.ts';
import { readServerNote } from '../data-folder.ts';
import { dataFolderInUse } from '../storage-error.ts';
import type { CatalogDatabase } from './catalog-database.ts';
import { migrate } from './migrate.ts';
import { toSqliteStorageError } from './sqlite-error.ts';

// Long enough for a short command of the command line to finish, short enough for a clear answer.
const busyTimeoutMs = 1_000;

// The exclusive lock is held on the database file itself, so it goes with the process however that ends. It must be asked
// for before anything is read: a log that was opened for sharing stays shared.
// `full` makes a commit survive a power loss.
const settings = `
  pragma locking_mode = exclusive;
  pragma journal_mode = wal;
  pragma synchronous = full;
  pragma foreign_keys = on;
  pragma trusted_schema = off;
  begin immediate;
  commit;
`;

/** Opens `chandlery.db` for this process alone and brings its tables up to date. Throws DATA_FOLDER_IN_USE or DATA_FOLDER_UNUSABLE. */
export async function openDatabase(driver: SqliteDriver, folder: string): Promise<Kysely<CatalogDatabase>> {
  const handle = await openHandle(driver, folder);
  const database = new Kysely<CatalogDatabase>({ dialect: createDialect(withStorageErrors(handle, folder)) });
  try {
    await migrate(database, folder);
    return database;
  } catch (error) {
    await database.destroy();
    throw error;
  }
}

async function openHandle(driver: SqliteDriver, folder: string): Promise<SqliteHandle> {
  requireSqliteVersion(driver.version, driver.name);
  let handle: SqliteHandle | undefined;
  try {
    handle = driver.open(join(folder, 'chandlery.db'), busyTimeoutMs);
    handle.exec(settings);
    return handle;
  } catch (error) {
    handle?.close();
    const code = findSqliteCode(error);
    if (code === 'BUSY' || code === 'LOCKED') throw dataFolderInUse(folder, await readServerNote(folder));
    throw toSqliteStorageError(error, folder) ?? error;
  }
}

/** Lets every statement report trouble with the disk in words. */
function withStorageErrors(handle: SqliteHandle, folder: string): SqliteDatabase {
  function attempt<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      throw toSqliteStorageError(error, folder) ?? error;
    }
  }
  return {
    close: () => handle.close(),
    prepare(sql) {
      const statement = attempt(() => handle.prepare(sql));
      return {
        reader: statement.reader,
        all: (parameters) => attempt(() => statement.all(parameters)),
        run: (parameters) => attempt(() => statement.run(parameters)),
        iterate: (parameters) => statement.iterate(parameters),
      };
    },
  };
}

function createDialect(database: SqliteDatabase): Dialect {
  return {
    createAdapter: () => new TransactionalSqliteAdapter(),
    createDriver: () => new PatientSqliteDriver({ database }),
    createIntrospector: (connection) => new SqliteIntrospector(connection),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** Runs migrations in a transaction, which SQLite can and the library does not use by itself: a kill half-way leaves nothing behind. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Keeps the cause of a failed transaction: on a full disk SQLite has rolled back by itself, and a second rollback would hide why. */
class PatientSqliteDriver extends KyselySqliteDriver {
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await super.rollbackTransaction(connection);
    } catch (error) {
      if (!(error instanceof Error && error.message.includes('no transaction is active'))) throw error;
    }
  }
}
