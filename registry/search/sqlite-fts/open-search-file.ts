import { rmSync } from 'node:fs';
import { RegistryError } from '../../errors.ts';
import { findSqliteCode } from '../../sqlite/find-sqlite-code.ts';
import type { SqliteDriver, SqliteHandle } from '../../sqlite/sqlite-driver.ts';
import { readNumber } from './rows.ts';

/**
 * Number of the form of the file: of its tables and of how words are made of texts (`registry/search/text`).
 * Raised by whoever changes either; a file with another number is made anew.
 */
const formNumber = 1;

const busyTimeoutMs = 1_000;

// A power loss may cost the last groups and never the file; groups that are missing are brought again.
const settings = `
  pragma locking_mode = exclusive;
  pragma journal_mode = wal;
  pragma synchronous = normal;
  pragma cache_size = -16384;
  pragma trusted_schema = off;
  begin immediate;
  commit;
`;

// Words arrive split and folded, so that the tokenizer has nothing to decide: ascii takes everything beyond ASCII as a letter.
// A row of `word` is one field of one document, and its rowid says which (`toEntry`).
const tables = `
  begin;
  create table document_group (name text primary key, fingerprint text not null) strict, without rowid;
  create table document (ordinal integer primary key, group_name text not null, document text not null, words text not null) strict;
  create index document_of_group on document (group_name);
  create virtual table word using fts5(words, content = '', contentless_delete = 1, tokenize = 'ascii', prefix = '2 3');
  pragma user_version = ${formNumber};
  commit;
`;

const vocabulary = `create virtual table temp.word_count using fts5vocab('main', 'word', 'row')`;

/** The index on this machine cannot be used; says why. */
export function searchFileUnavailable(path: string, error: unknown): RegistryError | undefined {
  const code = findSqliteCode(error);
  if (code === undefined) return undefined;
  const reason = code === 'FULL' ? 'the disk is full' : error instanceof Error ? error.message : code;
  return new RegistryError('SEARCH_UNAVAILABLE', `the search index ${path} cannot be used: ${reason}`, {
    details: { path },
    cause: error,
  });
}

/** Whether an error says that the file is not, or no longer, a database with the tables of the index. */
export function isDamage(error: unknown): boolean {
  const code = findSqliteCode(error);
  return code === 'CORRUPT' || code === 'NOTADB';
}

/** Opens the file as it is when it has the form of now, else makes it anew. Throws the errors of the driver. */
export function openSearchFile(driver: SqliteDriver, path: string): SqliteHandle {
  const found = openWhole(driver, path);
  if (found !== undefined) return found;
  removeSearchFile(path);
  const handle = driver.open(path, busyTimeoutMs);
  try {
    handle.exec(settings);
    handle.exec(tables);
    handle.exec(vocabulary);
    return handle;
  } catch (error) {
    handle.close();
    throw error;
  }
}

/** Takes the file away, with what SQLite keeps beside it. */
export function removeSearchFile(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${suffix}`, { force: true });
}

function openWhole(driver: SqliteDriver, path: string): SqliteHandle | undefined {
  const handle = driver.open(path, busyTimeoutMs);
  try {
    handle.exec(settings);
    const [row] = handle.prepare('pragma user_version').all([]);
    if (readNumber(row, 'user_version') === formNumber) {
      handle.exec(vocabulary);
      return handle;
    }
    handle.close();
    return undefined;
  } catch (error) {
    handle.close();
    if (isDamage(error)) return undefined;
    throw error;
  }
}
