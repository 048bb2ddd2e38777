import { maxTextLength } from '../text/limits.ts';
import { normalizeText, splitText } from '../text/split-text.ts';
import type { SearchDocument, SearchFacet } from '../types.ts';
import { FacetColumn, type Faceted, listFacetValues, searchFacets } from './facet-column.ts';

/** What of a document is kept in memory: by what it is ordered, narrowed and counted. */
export type ListedDocument = Faceted & Pick<SearchDocument, 'id' | 'name' | 'weight'>;

/** Documents by a small number of their own, which is free again when they go. */
export class DocumentTable {
  readonly #documents: (ListedRow | undefined)[] = [];
  readonly #free: number[] = [];
  readonly #columns: ReadonlyMap<SearchFacet, FacetColumn> = new Map(
    searchFacets.map((facet) => [facet, new FacetColumn()]),
  );
  #size = 0;

  /** How many documents there are. */
  get size(): number {
    return this.#size;
  }

  /** One more than the greatest number that was ever given. */
  get capacity(): number {
    return this.#documents.length;
  }

  /** Takes numbers for documents that are about to be saved; `give` returns those of documents that are not. */
  take(count: number): readonly number[] {
    const taken = this.#free.splice(Math.max(0, this.#free.length - count), count);
    while (taken.length < count) {
      taken.push(this.#documents.length);
      this.#documents.push(undefined);
    }
    return taken;
  }

  give(ordinals: readonly number[]): void {
    this.#free.push(...ordinals);
  }

  save(ordinal: number, document: ListedDocument): void {
    while (this.#documents.length < ordinal) {
      this.#free.push(this.#documents.length);
      this.#documents.push(undefined);
    }
    const words = splitText(normalizeText(document.name, maxTextLength));
    this.#documents[ordinal] = {
      id: document.id,
      name: document.name,
      weight: document.weight,
      type: document.type,
      joinedName: words.map(({ joined }) => joined).join(''),
      nameWordCount: words.reduce((count, { parts }) => count + parts.length, 0),
    };
    for (const [facet, column] of this.#columns) column.set(ordinal, listFacetValues(document, facet));
    this.#size += 1;
  }

  remove(ordinal: number): void {
    this.#documents[ordinal] = undefined;
    this.#size -= 1;
    this.#free.push(ordinal);
  }

  find(ordinal: number): ListedRow | undefined {
    return this.#documents[ordinal];
  }

  getColumn(facet: SearchFacet): FacetColumn {
    const column = this.#columns.get(facet);
    if (column === undefined) throw new Error(`no facet is called ${facet}`);
    return column;
  }
}

/** A document as it is ordered. */
export interface ListedRow {
  readonly id: string;
  readonly name: string;
  readonly weight: number;
  readonly type: SearchDocument['type'];
  /** The folded name in one word, by which a question that is the name is known. */
  readonly joinedName: string;
  readonly nameWordCount: number;
}
