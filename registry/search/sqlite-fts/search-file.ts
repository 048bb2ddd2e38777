import type { SqliteHandle } from '../../sqlite/sqlite-driver.ts';
import { type Term, toEntry } from '../matching/word-index.ts';
import { type FieldWords, searchFields } from '../text/field-words.ts';
import type { FoundDocument } from '../types.ts';
import { readNumber, readNumbers, readText } from './rows.ts';

/** A document as the file keeps it. */
export interface KeptDocument {
  readonly ordinal: number;
  readonly document: FoundDocument;
  readonly words: FieldWords;
}

/** The statements on the file of an index. */
export interface SearchFile {
  listGroups(): ReadonlyMap<string, string>;
  listDocuments(): Iterable<Pick<KeptDocument, 'ordinal' | 'document'>>;
  /** Every word, and in how many fields of documents it stands. */
  listWords(): Iterable<{ readonly word: string; readonly count: number }>;
  /** Numbers and words of the documents of a group. */
  listGroup(group: string): readonly Pick<KeptDocument, 'ordinal' | 'words'>[];
  findDocument(ordinal: number): FoundDocument | undefined;
  findWords(ordinal: number): FieldWords | undefined;
  findEntries(term: Term): Uint32Array;
  /** Replaces a group in one transaction; without `group.fingerprint` it is gone. */
  replaceGroup(group: GroupChange): void;
  close(): void;
}

export interface GroupChange {
  readonly name: string;
  readonly fingerprint?: string;
  readonly removed: readonly Pick<KeptDocument, 'ordinal' | 'words'>[];
  readonly added: readonly KeptDocument[];
}

/** Prepares the statements. JSON columns are written here and nowhere else, so what is parsed has the type it was written with. */
export function createSearchFile(handle: SqliteHandle): SearchFile {
  const groups = handle.prepare('select name, fingerprint from document_group');
  const documents = handle.prepare('select ordinal, document from document');
  const words = handle.prepare('select term, doc from temp.word_count');
  const documentsOfGroup = handle.prepare('select ordinal, words from document where group_name = ?');
  const documentOf = handle.prepare('select document from document where ordinal = ?');
  const wordsOf = handle.prepare('select words from document where ordinal = ?');
  const entriesOf = handle.prepare('select group_concat(rowid) as entries from word where word match ?');
  const addWords = handle.prepare('insert into word (rowid, words) values (?, ?)');
  const dropWords = handle.prepare('delete from word where rowid = ?');
  const addDocument = handle.prepare('insert into document (ordinal, group_name, document, words) values (?, ?, ?, ?)');
  const dropDocuments = handle.prepare('delete from document where group_name = ?');
  const addGroup = handle.prepare('insert into document_group (name, fingerprint) values (?, ?)');
  const dropGroup = handle.prepare('delete from document_group where name = ?');

  function replace({ name, fingerprint, removed, added }: GroupChange): void {
    for (const { ordinal, words: had } of removed) {
      for (const { entry } of listEntries(ordinal, had)) dropWords.run([entry]);
    }
    dropDocuments.run([name]);
    dropGroup.run([name]);
    for (const { ordinal, document, words: has } of added) {
      addDocument.run([ordinal, name, JSON.stringify(document), JSON.stringify(has)]);
      for (const { entry, text } of listEntries(ordinal, has)) addWords.run([entry, text]);
    }
    if (fingerprint !== undefined) addGroup.run([name, fingerprint]);
  }

  return {
    listGroups: () => new Map(groups.all([]).map((row) => [readText(row, 'name'), readText(row, 'fingerprint')])),
    *listDocuments() {
      for (const row of documents.iterate([])) {
        yield { ordinal: readNumber(row, 'ordinal'), document: JSON.parse(readText(row, 'document')) };
      }
    },
    *listWords() {
      for (const row of words.iterate([])) yield { word: readText(row, 'term'), count: readNumber(row, 'doc') };
    },
    listGroup: (group) =>
      documentsOfGroup
        .all([group])
        .map((row) => ({ ordinal: readNumber(row, 'ordinal'), words: JSON.parse(readText(row, 'words')) })),
    findDocument(ordinal) {
      const [row] = documentOf.all([ordinal]);
      return row === undefined ? undefined : JSON.parse(readText(row, 'document'));
    },
    findWords(ordinal) {
      const [row] = wordsOf.all([ordinal]);
      return row === undefined ? undefined : JSON.parse(readText(row, 'words'));
    },
    findEntries({ words: wanted, prefix }) {
      const [row] = entriesOf.all([`"${wanted.join(' ')}"${prefix ? ' *' : ''}`]);
      return readNumbers(readText(row, 'entries'));
    },
    replaceGroup(change) {
      handle.exec('begin immediate');
      try {
        replace(change);
        handle.exec('commit');
      } catch (error) {
        rollBack(handle);
        throw error;
      }
    },
    close: () => handle.close(),
  };
}

/** The rows of the full text that a document has: one for each field that has words. */
function listEntries(ordinal: number, words: FieldWords): readonly { entry: number; text: string }[] {
  return searchFields.flatMap((field) =>
    words[field] === '' ? [] : [{ entry: toEntry(ordinal, field), text: words[field] }],
  );
}

/** On a full disk SQLite has rolled back by itself, and a second rollback would hide why. */
function rollBack(handle: SqliteHandle): void {
  try {
    handle.exec('rollback');
  } catch (error) {
    if (!(error instanceof Error && error.message.includes('no transaction is active'))) throw error;
  }
}
