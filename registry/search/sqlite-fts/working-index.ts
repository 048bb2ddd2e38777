import { BoundedCache } from '../../bounded-cache.ts';
import type { SqliteHandle } from '../../sqlite/sqlite-driver.ts';
import { DocumentTable } from '../matching/document-table.ts';
import { type Term, type WordIndex, writeTerm } from '../matching/word-index.ts';
import { listFieldWords, toFieldWords } from '../text/field-words.ts';
import { Vocabulary } from '../text/vocabulary.ts';
import type { SearchBatch } from '../types.ts';
import { createSearchFile, type KeptDocument, type SearchFile } from './search-file.ts';

/** A file, and what is kept in memory beside it: by what documents are ordered and counted, all words once, and where lately asked words stand. */
export interface WorkingIndex {
  readonly file: SearchFile;
  readonly documents: DocumentTable;
  readonly words: WordIndex;
  /** Replaces a group in the file, then in memory; without a batch it is gone. */
  replaceGroup(group: string, batch: SearchBatch | undefined): void;
}

/** Common words stand in many places and are asked often. */
const maxRememberedBytes = 16 * 1024 * 1024;
const bytesOfEntry = 200;

/** Reads what is kept in memory from the file; closes it when it cannot. */
export function loadWorkingIndex(handle: SqliteHandle): WorkingIndex {
  try {
    return createWorkingIndex(createSearchFile(handle));
  } catch (error) {
    handle.close();
    throw error;
  }
}

function createWorkingIndex(file: SearchFile): WorkingIndex {
  const documents = new DocumentTable();
  const vocabulary = new Vocabulary();
  const remembered = new BoundedCache<Uint32Array>({ maxWeight: maxRememberedBytes });
  for (const { ordinal, document } of file.listDocuments()) documents.save(ordinal, document);
  for (const { word, count } of file.listWords()) vocabulary.add(word, count);

  function findEntries(term: Term): Uint32Array {
    const key = writeTerm(term);
    const known = remembered.find(key);
    if (known !== undefined) return known;
    const entries = file.findEntries(term);
    remembered.save(key, entries, entries.byteLength + bytesOfEntry);
    return entries;
  }

  return {
    file,
    documents,
    words: { vocabulary, findEntries },

    replaceGroup(group, batch) {
      const removed = file.listGroup(group);
      const ordinals = documents.take(batch?.documents.length ?? 0);
      const added = (batch?.documents ?? []).flatMap((document, at): readonly KeptDocument[] => {
        const { body, ...found } = document;
        const ordinal = ordinals[at];
        return ordinal === undefined ? [] : [{ ordinal, document: found, words: toFieldWords(document) }];
      });
      try {
        file.replaceGroup({
          name: group,
          removed,
          added,
          ...(batch === undefined ? {} : { fingerprint: batch.fingerprint }),
        });
      } catch (error) {
        documents.give(ordinals);
        throw error;
      }
      remembered.clear();
      for (const { ordinal, words } of removed) {
        documents.remove(ordinal);
        for (const word of listFieldWords(words)) vocabulary.remove(word);
      }
      for (const { ordinal, document, words } of added) {
        documents.save(ordinal, document);
        for (const word of listFieldWords(words)) vocabulary.add(word);
      }
    },
  };
}
