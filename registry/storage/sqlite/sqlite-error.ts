import type { RegistryError } from '../../errors.ts';
import { findSqliteCode } from '../../sqlite/find-sqlite-code.ts';
import { dataFolderUnusable } from '../storage-error.ts';

const reasons: ReadonlyMap<string, string> = new Map([
  ['READONLY', 'its database is read-only'],
  ['IOERR', 'the disk reports an input/output error'],
  ['CORRUPT', 'its database chandlery.db is damaged'],
  ['FULL', 'the disk is full'],
  ['CANTOPEN', 'its database chandlery.db cannot be opened'],
  ['NOTADB', 'its file chandlery.db is no SQLite database'],
]);

/** Turns trouble with the file or the disk into DATA_FOLDER_UNUSABLE; undefined for any other error. */
export function toSqliteStorageError(error: unknown, folder: string): RegistryError | undefined {
  const reason = reasons.get(findSqliteCode(error) ?? '');
  return reason === undefined ? undefined : dataFolderUnusable(folder, reason, error);
}
