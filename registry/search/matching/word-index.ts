import { type SearchField, searchFields } from '../text/field-words.ts';
import type { Vocabulary } from '../text/vocabulary.ts';

/** Folded words that stand one after the other in one field; the last may be only the beginning of a word. */
export interface Term {
  readonly words: readonly string[];
  readonly prefix: boolean;
}

/** What an adapter tells of its documents for them to be matched. */
export interface WordIndex {
  readonly vocabulary: Vocabulary;
  /** Where a term stands: every document and field once, as `toEntry` writes them, ascending. */
  findEntries(term: Term): Uint32Array;
}

const fieldBits = 3;

/** Packs the number of a document and a field into one number. */
export function toEntry(ordinal: number, field: SearchField): number {
  return (ordinal << fieldBits) | searchFields.indexOf(field);
}

/** The number of the document that an entry names. */
export function readOrdinal(entry: number): number {
  return entry >>> fieldBits;
}

/** The place in `searchFields` of the field that an entry names. */
export function readFieldNumber(entry: number): number {
  return entry & ((1 << fieldBits) - 1);
}

/** A term in one text, which no other term has. */
export function writeTerm({ words, prefix }: Term): string {
  return `${words.join(' ')}${prefix ? '*' : ''}`;
}
