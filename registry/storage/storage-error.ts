import { RegistryError } from '../errors.ts';
import type { ServerNote } from './data-folder.ts';

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the file system is read-only',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  ENOTDIR: 'a part of the path is a file and no folder',
  EEXIST: 'it is a file and no folder',
  EIO: 'the disk reports an input/output error',
  ENOENT: 'it does not exist and cannot be created',
};

/** The data folder cannot be used as it is; says which, why, and what to do. */
export function dataFolderUnusable(folder: string, reason: string, cause?: unknown): RegistryError {
  return new RegistryError(
    'DATA_FOLDER_UNUSABLE',
    `the data folder ${folder} cannot be used: ${reason}. Mend that, or name another folder with --data or CHANDLERY_DATA`,
    { details: { folder, reason }, ...(cause === undefined ? {} : { cause }) },
  );
}

/** Another process owns the data folder; names it when it left its note. */
export function dataFolderInUse(folder: string, owner: ServerNote | undefined): RegistryError {
  const who = owner === undefined ? 'another chandlery process' : `chandlery with pid ${owner.pid} at ${owner.url}`;
  return new RegistryError(
    'DATA_FOLDER_IN_USE',
    `the data folder ${folder} belongs to ${who}, and only one process may use it. Stop that one, or name another folder with --data or CHANDLERY_DATA`,
    { details: { folder, ...(owner === undefined ? {} : { pid: owner.pid, url: owner.url }) } },
  );
}

/** Turns a file system error that the operator can mend into DATA_FOLDER_UNUSABLE; undefined for any other error. */
export function toStorageError(error: unknown, folder: string): RegistryError | undefined {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return undefined;
  const reason = reasons[error.code];
  if (reason === undefined) return undefined;
  const path = 'path' in error && typeof error.path === 'string' && error.path !== folder ? ` (${error.path})` : '';
  return dataFolderUnusable(folder, `${reason}${path}`, error);
}
