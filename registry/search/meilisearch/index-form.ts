import type { Settings } from 'meilisearch';
import { digestHex, digestOf } from '../../digest.ts';
import { numberOfType } from '../matching/document-table.ts';
import { listFacetValues, searchFacets } from '../matching/facet-column.ts';
import { type FieldWords, listFieldWords, searchFields, toFieldWords } from '../text/field-words.ts';
import type { FoundDocument, SearchBatch, SearchDocument, SearchFacet } from '../types.ts';
import { encodeValue } from './filter-expressions.ts';

/**
 * Number of the form of what is kept: of the settings, of a record and of how words are made of texts (`registry/search/text`).
 * Raised by whoever changes any of them; it is part of the name of the index, so that another form is another index.
 */
export const formNumber = 1;

/** What is kept of a document. Texts are there as folded words; facets are encoded, so that no value is taken for another. */
export interface DocumentRecord {
  readonly key: string;
  readonly record: 'document';
  readonly group: string;
  /** All words of all fields, each once: exact words are found by filter. */
  readonly words: readonly string[];
  /** The words field by field: unknown and begun words are found by search. */
  readonly fields: FieldWords;
  /** The found document as JSON: what is answered is what was saved. */
  readonly document: string;
  readonly type_order: number;
  readonly weight: number;
  readonly name_order: string;
  readonly id_order: string;
  readonly facet: Readonly<Record<SearchFacet, readonly string[]>>;
}

/** Says that all documents of a group are there; written behind them. */
export interface GroupRecord {
  readonly key: string;
  readonly record: 'group';
  readonly group: string;
  readonly name: string;
  readonly fingerprint: string;
}

export type KeptRecord = DocumentRecord | GroupRecord;

/** The settings of the index; set once. */
export const indexSettings = {
  searchableAttributes: searchFields.map((field) => `fields.${field}`),
  filterableAttributes: ['record', 'group', 'words', ...searchFacets.map((facet) => `facet.${facet}`)],
  sortableAttributes: ['type_order', 'weight', 'name_order', 'id_order'],
  rankingRules: ['words', 'typo', 'proximity', 'attribute', 'sort', 'exactness'],
  typoTolerance: { enabled: true, minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 } },
  pagination: { maxTotalHits: 1_000_000 },
  faceting: { maxValuesPerFacet: 100_000 },
  proximityPrecision: 'byAttribute',
} satisfies Settings;

/** The order in which documents are listed that nothing was asked of. */
export const documentOrder = ['type_order:asc', 'weight:desc', 'name_order:asc', 'id_order:asc'];

/** Makes the records of a group; the last one says that the group is whole. */
export function toRecords({ group, fingerprint, documents }: SearchBatch): readonly KeptRecord[] {
  const encoded = encodeValue(group);
  return [
    ...documents.map((document) => toDocumentRecord(document, encoded)),
    { key: toKey(`group ${group}`), record: 'group', group: encoded, name: group, fingerprint },
  ];
}

/** Reads the document of a record. It was written by `toRecords`, so what is parsed has that type. */
export function readDocument({ document }: Pick<DocumentRecord, 'document'>): FoundDocument {
  return JSON.parse(document);
}

function toDocumentRecord(document: SearchDocument, group: string): DocumentRecord {
  const { body, ...found } = document;
  const fields = toFieldWords(document);
  return {
    key: toKey(`document ${document.id}`),
    record: 'document',
    group,
    words: [...new Set(listFieldWords(fields))],
    fields,
    document: JSON.stringify(found),
    type_order: numberOfType[document.type],
    weight: document.weight,
    name_order: toOrder(document.name),
    id_order: toOrder(document.id),
    facet: toFacets(document),
  };
}

function toFacets(document: SearchDocument): DocumentRecord['facet'] {
  const list = (facet: SearchFacet) => listFacetValues(document, facet).map(encodeValue);
  return {
    catalog: list('catalog'),
    type: list('type'),
    kind: list('kind'),
    tag: list('tag'),
    provides: list('provides'),
    works: list('works'),
    addon: list('addon'),
  };
}

/** Keys of records may hold letters, digits, `-` and `_` alone. */
function toKey(text: string): string {
  return digestHex(digestOf(text));
}

// Longer values are cut by the server, which sorts without regard to letter case.
const orderedCharacters = 110;

/** Writes a text so that its order is that of its characters. */
function toOrder(text: string): string {
  let order = '';
  for (let at = 0; at < Math.min(text.length, orderedCharacters); at += 1) {
    order += text.charCodeAt(at).toString(16).padStart(4, '0');
  }
  return order;
}
