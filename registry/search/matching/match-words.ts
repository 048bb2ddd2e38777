import type { SearchField } from '../text/field-words.ts';
import { searchFields } from '../text/field-words.ts';
import { normalizeText, splitText } from '../text/split-text.ts';
import type { DocumentTable, ListedRow } from './document-table.ts';
import type { AskedWord, SearchPlan } from './plan-query.ts';
import { readFieldNumber, readOrdinal, type WordIndex } from './word-index.ts';

/** How well each document fits a question. */
export interface Match {
  /** By number of the document: a bit for each word of the question that it has. */
  readonly found: Uint16Array;
  /** By number of the document: points, which compare documents that have all words. */
  readonly fits: Float64Array;
  /** The bits of a document that has all words. */
  readonly all: number;
}

/** What a word that is found in a field earns; a field outweighs all those behind it together. */
export const pointsOfField = {
  name: 64,
  title: 24,
  tags: 20,
  keywords: 12,
  description: 6,
  body: 1,
} as const satisfies Record<SearchField, number>;

const points = searchFields.map((field) => pointsOfField[field]);
const nameNumber = searchFields.indexOf('name');
/** Of things that fit alike, people look for the addon, then for the definition. */
const factorOfType = { addon: 1, definition: 0.9, parameter: 0.7 } as const;
/** More than all words can earn: whose name is the question comes first, an addon before all others. */
const isTheName = { addon: 3e6, definition: 2e6, parameter: 1e6 } as const;

/** Finds which documents have which words, and how well they fit. */
export function matchWords(plan: SearchPlan, index: WordIndex, documents: DocumentTable): Match {
  const found = new Uint16Array(documents.capacity);
  const fits = new Float64Array(documents.capacity);
  const earning = createEarning(documents);
  for (const [position, word] of plan.words.entries()) {
    const earned = earning.earn(word, index);
    // What few have says more than what all have.
    const rarity = Math.log2(1 + documents.size / Math.max(1, earned.count));
    for (let at = 0; at < earned.count; at += 1) {
      const ordinal = earned.ordinals[at] ?? 0;
      found[ordinal] = (found[ordinal] ?? 0) | (1 << position);
      fits[ordinal] = (fits[ordinal] ?? 0) + earned.take(ordinal) * rarity;
    }
  }
  const all = (1 << plan.words.length) - 1;
  const name = splitText(normalizeText(plan.text, plan.text.length))
    .map(({ joined }) => joined)
    .join('');
  for (let ordinal = 0; ordinal < found.length; ordinal += 1) {
    const row = found[ordinal] === all ? documents.find(ordinal) : undefined;
    if (row !== undefined) fits[ordinal] = rate(row, fits[ordinal] ?? 0, name);
  }
  return { found, fits, all };
}

function rate(row: ListedRow, earned: number, name: string): number {
  const fit = earned * factorOfType[row.type];
  return name !== '' && row.joinedName === name ? fit + isTheName[row.type] : fit;
}

interface Earned {
  readonly ordinals: Uint32Array;
  readonly count: number;
  /** The points of a document, and forgets them. */
  take(ordinal: number): number;
}

/** Adds up what documents earn with one word: in each field the best of its alternatives counts. */
function createEarning(documents: DocumentTable): { earn(word: AskedWord, index: WordIndex): Earned } {
  const seen = new Uint8Array(documents.capacity);
  const earned = new Float64Array(documents.capacity);
  const ordinals = new Uint32Array(documents.capacity);
  function take(ordinal: number): number {
    const sum = earned[ordinal] ?? 0;
    earned[ordinal] = 0;
    seen[ordinal] = 0;
    return sum;
  }
  return {
    earn(word, index) {
      let count = 0;
      for (const { term, factor } of word.alternatives) {
        for (const entry of index.findEntries(term)) {
          const ordinal = readOrdinal(entry);
          const field = readFieldNumber(entry);
          const fields = seen[ordinal] ?? 0;
          if ((fields & (1 << field)) !== 0) continue;
          if (fields === 0) {
            ordinals[count] = ordinal;
            count += 1;
          }
          seen[ordinal] = fields | (1 << field);
          const share = field === nameNumber ? toNameShare(documents.find(ordinal)) : 1;
          earned[ordinal] = (earned[ordinal] ?? 0) + (points[field] ?? 0) * factor * share;
        }
      }
      return { ordinals, count, take };
    },
  };
}

/** A word says more of a short name than of a long one. */
function toNameShare(row: ListedRow | undefined): number {
  return 0.5 + 0.5 / Math.max(1, row?.nameWordCount ?? 1);
}
