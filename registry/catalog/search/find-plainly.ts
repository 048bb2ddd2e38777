import type { SearchAnswer, SearchDocument, SearchQuery } from '../../search/types.ts';

/** Finds the documents that hold all words as they stand in name, title, tags or description, without regard to letter case, in the order of the documents: what can be done without an index. */
export function findPlainly(
  documents: readonly SearchDocument[],
  { text, narrow, limit, offset = 0 }: SearchQuery,
): SearchAnswer {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = documents.filter((document) => {
    const { type, addon, definition, name, title, tags, description } = document;
    if (narrow?.type?.includes(type) === false || narrow?.addon?.includes(addon) === false) return false;
    if (narrow?.kind !== undefined && (definition === undefined || !narrow.kind.includes(definition.kind)))
      return false;
    const held = [name, title, ...tags, description].join('\n').toLowerCase();
    return words.every((word) => held.includes(word));
  });
  const hits = found.slice(offset, offset + limit).map((document) => ({ document, reasons: [] }));
  return { hits, total: found.length, facets: {} };
}
