import { DocumentTable } from '../matching/document-table.ts';
import { findTerm } from '../matching/explain-hit.ts';
import { type Term, toEntry, type WordIndex, writeTerm } from '../matching/word-index.ts';
import { type FieldWords, listFieldWords, searchFields } from '../text/field-words.ts';
import { Vocabulary } from '../text/vocabulary.ts';
import type { FoundDocument } from '../types.ts';
import { type DocumentRecord, readDocument } from './index-form.ts';

/** What of a record a candidate is made of. */
export type CandidateRecord = Pick<DocumentRecord, 'key' | 'fields' | 'document'>;

interface Candidate {
  readonly document: FoundDocument;
  readonly words: FieldWords;
}

/** The documents that may answer one question, searched here with the rules that all indexes share. */
export class CandidatePool {
  readonly documents = new DocumentTable();
  readonly words: WordIndex;
  readonly #keys = new Set<string>();
  readonly #candidates: Candidate[] = [];
  readonly #vocabulary = new Vocabulary();
  readonly #known = new Set<string>();
  readonly #entries = new Map<string, Uint32Array>();

  constructor() {
    this.words = { vocabulary: this.#vocabulary, findEntries: (term) => this.#findEntries(term) };
  }

  /** Adds what is not there yet. */
  add(records: readonly CandidateRecord[]): void {
    this.#entries.clear();
    for (const record of records) {
      if (this.#keys.has(record.key)) continue;
      this.#keys.add(record.key);
      const candidate = { document: readDocument(record), words: record.fields };
      const [ordinal = 0] = this.documents.take(1);
      this.documents.save(ordinal, candidate.document);
      this.#candidates[ordinal] = candidate;
      for (const word of listFieldWords(candidate.words)) {
        this.#vocabulary.add(word);
        this.#known.add(word);
      }
    }
  }

  find(ordinal: number): Candidate | undefined {
    return this.#candidates[ordinal];
  }

  /** Words of candidates that begin so. */
  listBegun(beginning: string): readonly string[] {
    return [...this.#known].filter((word) => word.startsWith(beginning));
  }

  #findEntries(term: Term): Uint32Array {
    const key = writeTerm(term);
    let entries = this.#entries.get(key);
    if (entries === undefined) {
      entries = this.#look(term);
      this.#entries.set(key, entries);
    }
    return entries;
  }

  #look(term: Term): Uint32Array {
    const entries: number[] = [];
    for (const [ordinal, { words }] of this.#candidates.entries()) {
      for (const field of searchFields) {
        if (findTerm(words[field], term) !== undefined) entries.push(toEntry(ordinal, field));
      }
    }
    return Uint32Array.from(entries);
  }
}
