import type { SearchFacetValue, SearchType } from '../../../schemas/search.ts';
import type { SearchFacet, SearchQuery } from '../types.ts';
import type { DocumentTable } from './document-table.ts';
import { searchFacets } from './facet-column.ts';
import { listBest } from './list-best.ts';
import { type Match, matchWords } from './match-words.ts';
import { planQuery, type SearchPlan } from './plan-query.ts';
import { suggestQuery } from './suggest-query.ts';
import type { WordIndex } from './word-index.ts';

/** An answer whose hits are still numbers of documents. */
export interface NumberedAnswer {
  readonly ordinals: readonly number[];
  readonly total: number;
  readonly facets: Partial<Readonly<Record<SearchFacet, readonly SearchFacetValue[]>>>;
  readonly didYouMean?: string;
  readonly plan: SearchPlan;
}

export const maxHits = 10_000;

/** Answers a question: all that an adapter adds is where words stand, and the documents themselves. */
export function answerQuery(index: WordIndex, documents: DocumentTable, query: SearchQuery): NumberedAnswer {
  const plan = planQuery(query.text, index);
  const match = matchWords(plan, index, documents);
  const narrowing = createNarrowing(documents, query);
  const found: number[] = [];
  for (let ordinal = 0; ordinal < documents.capacity; ordinal += 1) {
    if (match.found[ordinal] !== match.all || documents.find(ordinal) === undefined) continue;
    if (narrowing.count(ordinal)) found.push(ordinal);
  }
  const didYouMean = suggestQuery(plan, match, (ordinal) => narrowing.admits(ordinal), found.length);
  return {
    ordinals: listPage(found, createOrder(documents, match), query),
    total: found.length,
    facets: narrowing.list(),
    ...(didYouMean === undefined ? {} : { didYouMean }),
    plan,
  };
}

interface Narrowing {
  /** Counts a document that has all words; tells whether it passes. */
  count(ordinal: number): boolean;
  admits(ordinal: number): boolean;
  list(): NumberedAnswer['facets'];
}

/** A document counts for a facet when nothing but the narrowing by this facet keeps it out. */
function createNarrowing(documents: DocumentTable, { narrow = {}, facets = [] }: SearchQuery): Narrowing {
  const filters = listNarrowed(narrow).map(({ facet, values }) => ({
    facet,
    passes: documents.getColumn(facet).createFilter(values),
  }));
  const counters = new Map([...new Set(facets)].map((facet) => [facet, documents.getColumn(facet).createCounter()]));
  return {
    count(ordinal) {
      let failing: SearchFacet | undefined;
      for (const { facet, passes } of filters) {
        if (passes(ordinal)) continue;
        if (failing !== undefined) return false;
        failing = facet;
      }
      if (failing !== undefined) {
        counters.get(failing)?.add(ordinal);
        return false;
      }
      for (const counter of counters.values()) counter.add(ordinal);
      return true;
    },
    admits: (ordinal) => documents.find(ordinal) !== undefined && filters.every(({ passes }) => passes(ordinal)),
    list: () => Object.fromEntries([...counters].map(([facet, counter]) => [facet, counter.list()])),
  };
}

function listNarrowed(
  narrow: NonNullable<SearchQuery['narrow']>,
): readonly { facet: SearchFacet; values: readonly string[] }[] {
  const narrowed: { facet: SearchFacet; values: readonly string[] }[] = [];
  for (const facet of searchFacets) {
    const values = narrow[facet];
    if (values !== undefined) narrowed.push({ facet, values });
  }
  return narrowed;
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
      placeOfType[first.type] - placeOfType[second.type] ||
      second.weight - first.weight ||
      compareTexts(first.name, second.name) ||
      compareTexts(first.id, second.id)
    );
  };
}

const placeOfType = { addon: 0, definition: 1, parameter: 2 } as const satisfies Record<SearchType, number>;

function compareTexts(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function listPage(found: readonly number[], order: Order, query: SearchQuery): readonly number[] {
  const offset = toCount(query.offset ?? 0, found.length);
  const end = Math.min(found.length, offset + toCount(query.limit, maxHits));
  if (end <= offset) return [];
  return listBest(found, order, end).slice(offset);
}

function toCount(asked: number, most: number): number {
  return Number.isNaN(asked) ? 0 : Math.min(most, Math.max(0, Math.trunc(asked)));
}
