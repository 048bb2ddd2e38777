import type { SearchAnswer, SearchFacet, SearchQuery } from '../types.ts';
import type { DocumentTable } from './document-table.ts';
import { searchFacets } from './facet-column.ts';

/** What a narrowing leaves of documents, and what it takes away. */
export interface Narrowed {
  readonly found: Uint32Array;
  /** For each facet the documents that only its narrowing keeps out. */
  readonly keptOut: ReadonlyMap<SearchFacet, Uint32Array>;
}

type Filters = readonly { readonly facet: SearchFacet; readonly passes: (ordinal: number) => boolean }[];

/** Prepares a narrowing for all documents. */
export function createFilters(documents: DocumentTable, narrow: SearchQuery['narrow'] = {}): Filters {
  return searchFacets.flatMap((facet) => {
    const values = narrow[facet];
    return values === undefined ? [] : [{ facet, passes: documents.getColumn(facet).createFilter(values) }];
  });
}

/** Keeps the documents that pass every filter. */
export function narrowDocuments(ordinals: Uint32Array, filters: Filters): Narrowed {
  if (filters.length === 0) return { found: ordinals, keptOut: new Map() };
  const found: number[] = [];
  const keptOut = new Map<SearchFacet, number[]>(filters.map(({ facet }) => [facet, []]));
  for (const ordinal of ordinals) {
    const failing = filters.filter(({ passes }) => !passes(ordinal));
    const [first] = failing;
    if (first === undefined) found.push(ordinal);
    else if (failing.length === 1) keptOut.get(first.facet)?.push(ordinal);
  }
  return {
    found: Uint32Array.from(found),
    keptOut: new Map([...keptOut].map(([facet, list]) => [facet, Uint32Array.from(list)])),
  };
}

/** Counts the values of facets, each as if its own narrowing were not there. */
export function countFacets(
  documents: DocumentTable,
  { found, keptOut }: Narrowed,
  facets: readonly SearchFacet[],
): SearchAnswer['facets'] {
  const none = new Uint32Array(0);
  return Object.fromEntries(
    facets.map((facet) => [facet, documents.getColumn(facet).count(found, keptOut.get(facet) ?? none)]),
  );
}
