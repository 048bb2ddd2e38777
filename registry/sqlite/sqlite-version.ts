import { RegistryError } from '../errors.ts';

// Older releases can lose committed pages when a checkpoint resets the write-ahead log (fixed in 3.51.3).
const oldest = [3, 51, 3] as const;

/** Refuses an SQLite that can corrupt its write-ahead log. Throws DATA_FOLDER_UNUSABLE. */
export function requireSqliteVersion(version: string, driver: string): void {
  const parts = version.split('.').map(Number);
  for (const [index, least] of oldest.entries()) {
    const part = parts[index] ?? 0;
    if (part > least) return;
    if (part < least) throw sqliteTooOld(version, driver);
  }
}

function sqliteTooOld(version: string, driver: string): RegistryError {
  return new RegistryError(
    'DATA_FOLDER_UNUSABLE',
    `SQLite ${version} of ${driver} can corrupt its write-ahead log; ${oldest.join('.')} or newer is needed. Install better-sqlite3 (npm install), or use a newer Node`,
    { details: { driver, version } },
  );
}
