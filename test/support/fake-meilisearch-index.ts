import { countEdits } from '../../registry/nearest-word.ts';
import { type FakeDocument, FilterError, listValues, normalizeValue, parseFilter } from './fake-meilisearch-filter.ts';

/** A request that is refused, as the server words it. */
export class FakeApiError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** The settings that the fake knows; what is not set has the default of the server. */
export interface FakeSettings {
  readonly searchableAttributes: readonly string[];
  readonly filterableAttributes: readonly string[];
  readonly sortableAttributes: readonly string[];
  readonly rankingRules: readonly string[];
  readonly typoTolerance: {
    readonly enabled: boolean;
    readonly minWordSizeForTypos: { readonly oneTypo: number; readonly twoTypos: number };
  };
  readonly pagination: { readonly maxTotalHits: number };
  readonly faceting: { readonly maxValuesPerFacet: number };
  readonly proximityPrecision: string;
}

export const defaultSettings: FakeSettings = {
  searchableAttributes: ['*'],
  filterableAttributes: [],
  sortableAttributes: [],
  rankingRules: ['words', 'typo', 'proximity', 'attribute', 'sort', 'exactness'],
  typoTolerance: { enabled: true, minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 } },
  pagination: { maxTotalHits: 1_000 },
  faceting: { maxValuesPerFacet: 100 },
  proximityPrecision: 'byWord',
};

/** One search, as `multi-search` brings it. */
export interface FakeSearch {
  readonly q?: string;
  readonly filter?: string;
  readonly sort?: readonly string[];
  readonly limit?: number;
  readonly offset?: number;
  readonly facets?: readonly string[];
  readonly attributesToRetrieve?: readonly string[];
  readonly matchingStrategy?: string;
}

/** What an index of the server holds. */
export interface FakeIndex {
  readonly primaryKey: string | undefined;
  settings: FakeSettings;
  readonly documents: Map<string, FakeDocument>;
}

const knownParameters = [
  'indexUid',
  'q',
  'filter',
  'sort',
  'limit',
  'offset',
  'facets',
  'attributesToRetrieve',
  'matchingStrategy',
];

/** Reads a filter, or refuses it with this code. */
export function readFilter(index: FakeIndex, filter: unknown, code: string): (document: FakeDocument) => boolean {
  if (filter === undefined) return () => true;
  if (typeof filter !== 'string') throw new FakeApiError(400, code, 'The fake takes filters as text.');
  try {
    return parseFilter(filter, index.settings.filterableAttributes);
  } catch (error) {
    if (error instanceof FilterError) throw new FakeApiError(400, code, error.message);
    throw error;
  }
}

/** Searches as the server does: all words (the last may be begun), with its typo tolerance, filters, sort and facets. */
export function searchIndex(index: FakeIndex, search: FakeSearch) {
  const { settings } = index;
  for (const key of Object.keys(search)) {
    if (!knownParameters.includes(key)) throw new FakeApiError(400, 'bad_request', `Unknown field \`${key}\`.`);
  }
  for (const facet of search.facets ?? []) {
    if (settings.filterableAttributes.includes(facet)) continue;
    throw new FakeApiError(400, 'invalid_search_facets', `Attribute \`${facet}\` is not filterable.`);
  }
  const passes = readFilter(index, search.filter, 'invalid_search_filter');
  const compare = readSort(settings, search.sort ?? []);
  const rated: { document: FakeDocument; typos: number }[] = [];
  for (const document of index.documents.values()) {
    if (!passes(document)) continue;
    const typos = countTypos(settings, document, search.q ?? '');
    if (typos !== undefined) rated.push({ document, typos });
  }
  rated.sort((left, right) => left.typos - right.typos || compare(left.document, right.document));
  const { maxTotalHits } = settings.pagination;
  const { offset = 0, limit = 20 } = search;
  return {
    hits: rated
      .slice(0, maxTotalHits)
      .slice(offset, offset + limit)
      .map(({ document }) => pick(document, search.attributesToRetrieve)),
    query: search.q ?? '',
    processingTimeMs: 0,
    limit,
    offset,
    estimatedTotalHits: Math.min(rated.length, maxTotalHits),
    ...(search.facets === undefined ? {} : { facetDistribution: countFacets(settings, search.facets, rated) }),
  };
}

/** Keeps only these attributes of a document. */
export function pick(document: FakeDocument, attributes: readonly string[] | undefined): FakeDocument {
  if (attributes === undefined || attributes.includes('*')) return document;
  return Object.fromEntries(Object.entries(document).filter(([name]) => attributes.includes(name)));
}

function countFacets(
  { faceting }: FakeSettings,
  facets: readonly string[],
  rated: readonly { readonly document: FakeDocument }[],
): Readonly<Record<string, Readonly<Record<string, number>>>> {
  return Object.fromEntries(
    facets.map((facet) => {
      // Values that differ in case alone are one, shown as one of them is written.
      const counts = new Map<string, { shown: string; count: number }>();
      for (const { document } of rated) {
        const own = new Map(listValues(document, facet).map((value) => [normalizeValue(value), String(value)]));
        for (const [value, shown] of own) {
          counts.set(value, { shown, count: (counts.get(value)?.count ?? 0) + 1 });
        }
      }
      const ordered = [...counts].sort(([left], [right]) => (left < right ? -1 : 1));
      const kept = ordered.slice(0, faceting.maxValuesPerFacet);
      return [facet, Object.fromEntries(kept.map(([, { shown, count }]) => [shown, count]))];
    }),
  );
}

function readSort(settings: FakeSettings, sort: readonly string[]) {
  const keys = sort.map((text) => {
    const [, attribute = '', direction = ''] = /^(.*):(asc|desc)$/.exec(text) ?? [];
    if (!settings.sortableAttributes.includes(attribute)) {
      throw new FakeApiError(400, 'invalid_search_sort', `Attribute \`${attribute}\` is not sortable.`);
    }
    return { attribute, sign: direction === 'asc' ? 1 : -1 };
  });
  return (left: FakeDocument, right: FakeDocument) => {
    for (const { attribute, sign } of keys) {
      const [first = ''] = listValues(left, attribute);
      const [second = ''] = listValues(right, attribute);
      const order =
        typeof first === 'number' && typeof second === 'number'
          ? first - second
          : compareTexts(normalizeValue(first), normalizeValue(second));
      if (order !== 0) return order * sign;
    }
    return 0;
  };
}

function compareTexts(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** How many typos it takes for a document to have all words; undefined when it has not. */
function countTypos(settings: FakeSettings, document: FakeDocument, q: string): number | undefined {
  const asked = listWords(q);
  const { searchableAttributes } = settings;
  const attributes = searchableAttributes.includes('*') ? Object.keys(document) : searchableAttributes;
  const words = new Set(attributes.flatMap((name) => listValues(document, name).map(String).flatMap(listWords)));
  let sum = 0;
  for (const [at, word] of asked.entries()) {
    const typos = Math.min(...[...words].map((has) => countWordTypos(settings, word, has, at === asked.length - 1)));
    if (!Number.isFinite(typos)) return undefined;
    sum += typos;
  }
  return sum;
}

function countWordTypos({ typoTolerance }: FakeSettings, word: string, has: string, begun: boolean): number {
  if (word === has || (begun && has.startsWith(word))) return 0;
  const { oneTypo, twoTypos } = typoTolerance.minWordSizeForTypos;
  const most = !typoTolerance.enabled || word.length < oneTypo ? 0 : word.length < twoTypos ? 1 : 2;
  if (most === 0) return Number.POSITIVE_INFINITY;
  const lengths = begun ? [0, -1, 1, -2, 2].map((more) => word.length + more) : [];
  const candidates = new Set([has, ...lengths.map((length) => has.slice(0, length))]);
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const edits = countEdits(word, candidate, most);
    // A wrong first letter counts twice.
    const typos = edits === undefined ? undefined : edits + (word[0] === candidate[0] ? 0 : 1);
    if (typos !== undefined && typos <= most) least = Math.min(least, typos);
  }
  return least;
}

function listWords(text: string): readonly string[] {
  return normalizeValue(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}
