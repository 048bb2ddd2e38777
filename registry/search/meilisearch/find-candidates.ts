import { type AskedWord, planQuery, type SearchPlan } from '../matching/plan-query.ts';
import type { WordIndex } from '../matching/word-index.ts';
import { splitText } from '../text/split-text.ts';
import { Vocabulary } from '../text/vocabulary.ts';
import type { SearchFacet, SearchQuery } from '../types.ts';
import { CandidatePool, type CandidateRecord } from './candidate-pool.ts';
import { joinAll, writeAlternatives, writeNarrowing } from './filter-expressions.ts';
import { documentOrder } from './index-form.ts';

/** One search of several that the server answers together. */
export interface CandidateSearch {
  readonly q?: string;
  readonly filter: string;
  readonly sort: string[];
  readonly limit: number;
  readonly offset?: number;
  readonly facets?: string[];
  readonly matchingStrategy?: 'all';
  readonly attributesToRetrieve: string[];
}

/** What the server says to one search. */
export interface CandidateAnswer {
  readonly hits: readonly CandidateRecord[];
  readonly total: number;
  readonly facets: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export type AskServer = (searches: readonly CandidateSearch[]) => Promise<readonly CandidateAnswer[]>;

/** As many as an answer has at most. */
export const maxCandidates = 10_000;

/** Enough to learn from how a word is spelled, and which words stand together when nothing has all of them. */
const learnedDocuments = 200;
const maxParts = 8;
const maxBegun = 500;

/** What of a record is asked for. */
export const candidateAttributes = ['key', 'fields', 'document'];

export interface Candidates {
  readonly pool: CandidatePool;
  /** Present when there are more than were fetched: what all of them have to fulfil. */
  readonly tooMany?: string;
}

class EveryWord extends Vocabulary {
  override countWord(): number {
    return 1;
  }
}

const somewhere = Uint32Array.of(0);
/** An index that has everything: a plan made with it lists all that a word may stand for without its spelling being changed. */
const everything: WordIndex = { vocabulary: new EveryWord(), findEntries: () => somewhere };

/** Reads a question without knowing which words there are. */
export function planOpenly(text: string): SearchPlan {
  return planQuery(text, everything);
}

/**
 * Finds what may answer a question with words: first the server is asked for each word, which tells how unknown and begun words
 * are spelled, then for the documents that have all of them. Facets in `counted` do not narrow, because they are counted without.
 */
export async function findCandidates(
  ask: AskServer,
  query: SearchQuery,
  counted: readonly SearchFacet[],
): Promise<Candidates> {
  const open = planOpenly(query.text);
  const pool = new CandidatePool();
  for (const { hits } of await ask(listLearning(open))) pool.add(hits);
  const spelled = planQuery(query.text, pool.words);
  const narrowing = writeNarrowing(query.narrow, counted);
  const exact = joinAll(open.words.map(({ alternatives }) => writeAlternatives(alternatives)));
  const answers = await ask([
    toSearch([...narrowing, exact]),
    ...listSpelled(spelled, pool, narrowing),
    ...listBegun(open, narrowing),
  ]);
  for (const { hits } of answers) pool.add(hits);
  return answers.some(({ total }) => total > maxCandidates) ? { pool, tooMany: exact } : { pool };
}

function toSearch(conditions: readonly string[], more: Partial<CandidateSearch> = {}): CandidateSearch {
  return {
    filter: joinAll(conditions),
    sort: documentOrder,
    limit: maxCandidates,
    attributesToRetrieve: candidateAttributes,
    ...more,
  };
}

/** Each word as it was typed, in which the server corrects and completes, and in all other ways. */
function listLearning({ words }: SearchPlan): readonly CandidateSearch[] {
  const narrowing = writeNarrowing();
  const typed = words.flatMap(listTyped);
  const [before, last] = words.slice(-2).map(toJoined);
  if (before !== undefined && last !== undefined) typed.push(before + last);
  const limit = learnedDocuments;
  return [
    ...[...new Set(typed)].map((q) => toSearch(narrowing, { q, matchingStrategy: 'all', limit })),
    ...words.map(({ alternatives }) => toSearch([...narrowing, writeAlternatives(alternatives)], { limit })),
  ];
}

/** The documents that have all words when unknown ones are spelled as known ones. */
function listSpelled(
  { words }: SearchPlan,
  pool: CandidatePool,
  narrowing: readonly string[],
): readonly CandidateSearch[] {
  if (words.some(({ alternatives }) => alternatives.length === 0)) return [];
  const expand = (beginning: string) => pool.listBegun(beginning).slice(0, maxBegun);
  return [toSearch([...narrowing, ...words.map(({ alternatives }) => writeAlternatives(alternatives, expand))])];
}

/** The documents that have all words when the last one is the beginning of a word. */
function listBegun({ words }: SearchPlan, narrowing: readonly string[]): readonly CandidateSearch[] {
  const last = words.at(-1);
  if (last === undefined || !last.alternatives.some(({ term }) => term.prefix)) return [];
  const others = words.slice(0, -1).map(({ alternatives }) => writeAlternatives(alternatives));
  const spellings = new Set([toJoined(last), toParts(last).join(' ')]);
  return [...spellings].map((q) => toSearch([...narrowing, ...others], { q, matchingStrategy: 'all' }));
}

function listTyped(word: AskedWord): readonly string[] {
  const [written] = splitText(word.asked);
  return written === undefined || written.ideographic ? [] : [written.joined, ...toParts(word)];
}

function toJoined({ asked }: AskedWord): string {
  return splitText(asked)
    .map(({ joined }) => joined)
    .join('');
}

function toParts({ asked }: AskedWord): readonly string[] {
  return splitText(asked)
    .flatMap(({ parts }) => parts.map(({ word }) => word))
    .slice(0, maxParts);
}
