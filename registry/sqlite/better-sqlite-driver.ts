import { readSqliteVersion } from './read-sqlite-version.ts';
import type { SqliteDriverLoading } from './sqlite-driver.ts';

/** Loads better-sqlite3, an optional dependency with a native part that may be missing or built for another Node. */
export async function loadBetterSqlite(): Promise<SqliteDriverLoading> {
  try {
    const { default: Database } = await import('better-sqlite3');
    // The native part is loaded by the first database and not by the import.
    const probe = new Database(':memory:');
    const version = readSqliteVersion(probe);
    probe.close();
    return {
      driver: {
        name: 'better-sqlite3',
        version,
        open(path, busyTimeoutMs) {
          const database = new Database(path, { timeout: busyTimeoutMs });
          return {
            prepare: (sql) => database.prepare(sql),
            exec: (sql) => {
              database.exec(sql);
            },
            close: () => {
              database.close();
            },
          };
        },
      },
    };
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return { missing: `better-sqlite3 cannot be loaded: ${reason}` };
  }
}
