import type { SearchFacetValue } from '../../../schemas/search.ts';
import type { SearchDocument, SearchFacet } from '../types.ts';
import { grow } from './grow.ts';

/** The fields of a document by which answers are narrowed and counted. */
export type Faceted = Pick<SearchDocument, 'catalog' | 'type' | 'addon' | 'definition' | 'tags' | 'provides' | 'works'>;

/** All facets. */
export const searchFacets = [
  'catalog',
  'type',
  'kind',
  'tag',
  'provides',
  'works',
  'addon',
] as const satisfies readonly SearchFacet[];

/** The values that a document has in a facet; each once. */
export function listFacetValues(document: Faceted, facet: SearchFacet): readonly string[] {
  switch (facet) {
    case 'catalog':
    case 'type':
    case 'addon':
      return [document[facet]];
    case 'kind':
      return document.definition === undefined ? [] : [document.definition.kind];
    case 'tag':
      return [...new Set(document.tags)];
    case 'provides':
    case 'works':
      return [...new Set(document[facet])];
  }
}

/** The values of one facet of all documents. Documents with the same values share one list, so that counting counts lists. */
export class FacetColumn {
  readonly #numbers = new Map<string, number>();
  readonly #lists: (readonly string[])[] = [];
  #ofDocument = new Uint32Array(0);

  set(ordinal: number, values: readonly string[]): void {
    const key = JSON.stringify(values);
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#lists.length;
      this.#numbers.set(key, number);
      this.#lists.push(values);
    }
    this.#ofDocument = grow(this.#ofDocument, ordinal + 1);
    this.#ofDocument[ordinal] = number;
  }

  /** Tells, for documents by their number, whether they have one of these values. */
  createFilter(wanted: readonly string[]): (ordinal: number) => boolean {
    const passing = this.#lists.map((values) => values.some((value) => wanted.includes(value)));
    return (ordinal) => passing[this.#ofDocument[ordinal] ?? -1] === true;
  }

  /** Counts the values of documents: most frequent first, then by value. */
  count(...groups: readonly Uint32Array[]): readonly SearchFacetValue[] {
    const counts = new Uint32Array(this.#lists.length);
    for (const ordinals of groups) {
      for (let at = 0; at < ordinals.length; at += 1) {
        const number = this.#ofDocument[ordinals[at] ?? 0] ?? 0;
        counts[number] = (counts[number] ?? 0) + 1;
      }
    }
    return toFacetValues(this.#lists, counts);
  }
}

function toFacetValues(lists: readonly (readonly string[])[], counts: Uint32Array): readonly SearchFacetValue[] {
  const total = new Map<string, number>();
  for (const [number, values] of lists.entries()) {
    const count = counts[number] ?? 0;
    if (count === 0) continue;
    for (const value of values) total.set(value, (total.get(value) ?? 0) + count);
  }
  return [...total]
    .map(([value, count]) => ({ value, count }))
    .sort((left, right) => right.count - left.count || (left.value < right.value ? -1 : 1));
}
