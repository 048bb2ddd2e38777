import type { SearchReason, SearchType } from '../../../schemas/search.ts';
import type { WordRanks } from '../list-addons.ts';
import type { DocumentFinder, FoundDocuments } from './create-document-finder.ts';

/** The most that an index gives at once. */
export const maxFound = 10_000;

/** Words that are looked for in documents of one type. */
export interface WordSearch {
  readonly finder: DocumentFinder;
  readonly text: string;
  readonly type: SearchType;
}

/** Finds everything of a type that has the words, best first, without saying why. */
export function findWords({ finder, text, type }: WordSearch): Promise<FoundDocuments> {
  return finder.find({ text, narrow: { type: [type] }, limit: maxFound });
}

/** The order in which documents were found. */
export function toRanks({ hits }: FoundDocuments): WordRanks {
  return new Map(hits.map(({ document }, index) => [document.id, index]));
}

/** Why words find what belongs to these addons, by id; asked only of what a page shows, because it takes time. */
export async function findReasons(
  { finder, text, type }: WordSearch,
  addons: readonly string[],
): Promise<ReadonlyMap<string, readonly SearchReason[]>> {
  if (addons.length === 0) return new Map();
  const narrow = { type: [type], addon: [...new Set(addons)] };
  const { hits } = await finder.find({ text, narrow, limit: maxFound, explain: true });
  return new Map(hits.map(({ document, reasons }) => [document.id, reasons]));
}
