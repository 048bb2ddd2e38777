import type { SearchType } from '../../../schemas/search.ts';
import { maxTextLength } from '../text/limits.ts';
import { joinWords, normalizeText, splitText } from '../text/split-text.ts';
import type { SearchDocument, SearchFacet } from '../types.ts';
import { FacetColumn, type Faceted, listFacetValues, searchFacets } from './facet-column.ts';
import { grow } from './grow.ts';

/** Types of documents as numbers, in the order in which people look for what fits alike. */
export const numberOfType = { addon: 1, definition: 2, parameter: 3 } as const satisfies Record<SearchType, number>;

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
  #nameLengths = new Uint32Array(0);
  #nameMarks = new Uint32Array(0);
  #types = new Uint32Array(0);
  #scratch = createScratch(0);

  /** How many documents there are. */
  get size(): number {
    return this.#size;
  }

  /** One more than the greatest number that was ever given. */
  get capacity(): number {
    return this.#documents.length;
  }

  /** By number of the document: of how many words its name is; 1 and more. */
  get nameLengths(): Uint32Array {
    return this.#nameLengths;
  }

  /** By number of the document: its type, as `numberOfType` writes it; 0 where there is no document. */
  get types(): Uint32Array {
    return this.#types;
  }

  /** By number of the document: the mark of its name; documents of one name have one mark. */
  get nameMarks(): Uint32Array {
    return this.#nameMarks;
  }

  /** Room for one question at a time. */
  get scratch(): MatchScratch {
    if (this.#scratch.bits.length < this.capacity) this.#scratch = createScratch(this.capacity * 2);
    return this.#scratch;
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
    const name = normalizeText(document.name, maxTextLength);
    const nameLength = splitText(name).reduce((count, { parts }) => count + parts.length, 0);
    this.#nameLengths = grow(this.#nameLengths, ordinal + 1);
    this.#nameMarks = grow(this.#nameMarks, ordinal + 1);
    this.#types = grow(this.#types, ordinal + 1);
    const joinedName = joinWords(name);
    this.#nameLengths[ordinal] = Math.max(1, nameLength);
    this.#nameMarks[ordinal] = toMark(joinedName);
    this.#types[ordinal] = numberOfType[document.type];
    this.#documents[ordinal] = {
      id: document.id,
      name: document.name,
      weight: document.weight,
      type: document.type,
      joinedName,
    };
    for (const [facet, column] of this.#columns) column.set(ordinal, listFacetValues(document, facet));
    this.#size += 1;
  }

  remove(ordinal: number): void {
    this.#documents[ordinal] = undefined;
    this.#types[ordinal] = 0;
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
}

/** A number that stands for a text (FNV-1a); different texts may share one. */
export function toMark(text: string): number {
  let mark = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) mark = Math.imul(mark ^ text.charCodeAt(at), 0x01000193);
  return mark >>> 0;
}

/** Arrays by number of the document, which a match fills. */
export interface MatchScratch {
  readonly bits: Uint16Array;
  readonly fits: Float64Array;
  readonly seen: Uint8Array;
  readonly earned: Float64Array;
  readonly touched: Uint32Array;
}

function createScratch(size: number): MatchScratch {
  return {
    bits: new Uint16Array(size),
    fits: new Float64Array(size),
    seen: new Uint8Array(size),
    earned: new Float64Array(size),
    touched: new Uint32Array(size),
  };
}
