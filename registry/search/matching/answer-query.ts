import type { SearchAnswer, SearchQuery } from '../types.ts';
import { type DocumentTable, numberOfType } from './document-table.ts';
import { listBest } from './list-best.ts';
import { type Match, matchWords } from './match-words.ts';
import { countFacets, createFilters, narrowDocuments } from './narrow-documents.ts';
import { planQuery, type SearchPlan } from './plan-query.ts';
import { suggestQuery } from './suggest-query.ts';
import type { WordIndex } from './word-index.ts';

/** An answer whose hits are still numbers of documents. */
export interface NumberedAnswer {
  readonly ordinals: readonly number[];
  readonly total: number;
  readonly facets: SearchAnswer['facets'];
  readonly didYouMean?: string;
  readonly plan: SearchPlan;
}

const maxHits = 10_000;

/** Answers a question: all that an adapter adds is where words stand, and the documents themselves. */
export function answerQuery(index: WordIndex, documents: DocumentTable, query: SearchQuery): NumberedAnswer {
  const plan = planQuery(query.text, index);
  const match = matchWords(plan, index, documents);
  const filters = createFilters(documents, query.narrow);
  const narrowed = narrowDocuments(match.ordinals, filters);
  const { found } = narrowed;
  const admits = (ordinal: number) => filters.every(({ passes }) => passes(ordinal));
  const didYouMean = suggestQuery({ plan, match, admits, total: found.length });
  return {
    ordinals: listPage(found, createOrder(documents, match), query),
    total: found.length,
    facets: countFacets(documents, narrowed, query.facets ?? []),
    ...(didYouMean === undefined ? {} : { didYouMean }),
    plan,
  };
}

type Order = (left: number, right: number) => number;

/** How well words fit, then type, then weight, then name, then id. */
function createOrder(documents: DocumentTable, { fits }: Match): Order {
  return (left, right) => {
    const byFit = (fits[right] ?? 0) - (fits[left] ?? 0);
    if (byFit !== 0) return byFit;
    const first = documents.find(left);
    const second = documents.find(right);
    if (first === undefined || second === undefined) return 0;
    return (
      numberOfType[first.type] - numberOfType[second.type] ||
      second.weight - first.weight ||
      compareTexts(first.name, second.name) ||
      compareTexts(first.id, second.id)
    );
  };
}

function compareTexts(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function listPage(found: Uint32Array, order: Order, query: SearchQuery): readonly number[] {
  const offset = toCount(query.offset ?? 0, found.length);
  const end = Math.min(found.length, offset + toCount(query.limit, maxHits));
  if (end <= offset) return [];
  return listBest(found, order, end).slice(offset);
}

function toCount(asked: number, most: number): number {
  return Number.isNaN(asked) ? 0 : Math.min(most, Math.max(0, Math.trunc(asked)));
}
