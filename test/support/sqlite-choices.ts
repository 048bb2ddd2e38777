import { loadBetterSqlite } from '../../registry/sqlite/better-sqlite-driver.ts';
import { loadNodeSqlite } from '../../registry/sqlite/node-sqlite-driver.ts';

/** Tells why a build of SQLite cannot be had on this machine; undefined when it can. */
export async function findMissingSqlite(choice: 'better-sqlite3' | 'node'): Promise<string | undefined> {
  const loading = await (choice === 'node' ? loadNodeSqlite() : loadBetterSqlite());
  return 'missing' in loading ? loading.missing : undefined;
}
