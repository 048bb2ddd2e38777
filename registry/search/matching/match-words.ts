import { type SearchField, searchFields } from '../text/field-words.ts';
import { joinWords } from '../text/split-text.ts';
import { type DocumentTable, toMark } from './document-table.ts';
import type { AskedWord, SearchPlan } from './plan-query.ts';
import { readFieldNumber, readOrdinal, type WordIndex } from './word-index.ts';

/** How well each document fits a question. Good until the next question is matched: its arrays are used again. */
export interface Match {
  /** The documents that have all words. */
  readonly ordinals: Uint32Array;
  /** By number of the document: points, which compare documents that have all words. */
  readonly fits: Float64Array;
  /** By number of the document: a bit for each word of the question that it has. */
  readonly bits: Uint16Array;
  /** The bits of a document that has all words. */
  readonly all: number;
}

/** What a word that is found in a field earns; most fields outweigh all those behind them together. */
export const pointsOfField = {
  name: 64,
  title: 24,
  tags: 20,
  keywords: 12,
  description: 6,
  body: 1,
} as const satisfies Record<SearchField, number>;

const points = Float64Array.from(searchFields, (field) => pointsOfField[field]);
const nameNumber = searchFields.indexOf('name');
/** By number of the type: of things that fit alike, people look for the addon, then for the definition. */
const factorOfType = [0, 1, 0.9, 0.7];
/** By number of the type: more than all words can earn, because what has the question for a name comes first. */
const worthOfName = [0, 3e6, 2e6, 1e6];

/** How much more a name earns that is all of what was begun or misspelled, so that it comes before names that only begin with it. */
const shareOfWholeName = 2;

/** Finds which documents have which words, and how well they fit. */
export function matchWords(plan: SearchPlan, index: WordIndex, documents: DocumentTable): Match {
  const { bits, fits, earned, touched, seen } = documents.scratch;
  const all = (1 << plan.words.length) - 1;
  for (const used of [bits, fits, earned, seen]) used.fill(0);
  for (const [position, word] of plan.words.entries()) {
    const count = earn(word, index, { documents, alone: plan.words.length === 1 });
    // What few have says more than what all have.
    const rarity = Math.log2(1 + documents.size / Math.max(1, count));
    for (let at = 0; at < count; at += 1) {
      const ordinal = touched[at] ?? 0;
      bits[ordinal] = (bits[ordinal] ?? 0) | (1 << position);
      fits[ordinal] = (fits[ordinal] ?? 0) + (earned[ordinal] ?? 0) * rarity;
      earned[ordinal] = 0;
      seen[ordinal] = 0;
    }
  }
  return { ordinals: rate(plan, all, documents), fits, bits, all };
}

/** Adds up what documents earn with one word: in each field the best of its alternatives counts. Returns how many have it. */
function earn(
  word: AskedWord,
  index: WordIndex,
  { documents, alone }: { readonly documents: DocumentTable; readonly alone: boolean },
): number {
  const { nameLengths } = documents;
  const { seen, earned, touched } = documents.scratch;
  let count = 0;
  for (const { term, factor, by } of word.alternatives) {
    const meansName = alone && (by === 'prefix' || by === 'typo') ? term.words.length : 0;
    const entries = index.findEntries(term);
    for (let at = 0; at < entries.length; at += 1) {
      const entry = entries[at] ?? 0;
      const ordinal = readOrdinal(entry);
      const field = readFieldNumber(entry);
      const fields = seen[ordinal] ?? 0;
      if ((fields & (1 << field)) !== 0) continue;
      if (fields === 0) {
        touched[count] = ordinal;
        count += 1;
      }
      seen[ordinal] = fields | (1 << field);
      const length = nameLengths[ordinal] ?? 1;
      const ofName = length === meansName ? shareOfWholeName : 0.5 + 0.5 / length;
      const share = field === nameNumber ? ofName : 1;
      earned[ordinal] = (earned[ordinal] ?? 0) + (points[field] ?? 0) * factor * share;
    }
  }
  return count;
}

/** Weighs the documents that have all words by their type and their name; returns them. */
function rate(plan: SearchPlan, all: number, documents: DocumentTable): Uint32Array {
  const { bits, fits, touched } = documents.scratch;
  const { types, nameMarks, capacity } = documents;
  const name = joinWords(plan.text);
  const mark = toMark(name);
  let count = 0;
  for (let ordinal = 0; ordinal < capacity; ordinal += 1) {
    const type = types[ordinal] ?? 0;
    if (bits[ordinal] !== all || type === 0) continue;
    touched[count] = ordinal;
    count += 1;
    const isName = nameMarks[ordinal] === mark && name !== '' && documents.find(ordinal)?.joinedName === name;
    fits[ordinal] = (fits[ordinal] ?? 0) * (factorOfType[type] ?? 0) + (isName ? (worthOfName[type] ?? 0) : 0);
  }
  return touched.slice(0, count);
}
