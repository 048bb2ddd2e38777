import type { SearchNotice } from '../../../schemas/search.ts';
import type { FoundDocuments } from './create-document-finder.ts';
import { type SearchText, toSearchText } from './parse-search-text.ts';

const plainNotice: SearchNotice = {
  code: 'plain',
  text: 'the search index is not there yet: only words as they stand in names, descriptions and tags were found',
};

/** What a list says of the question that it was asked; `found` is absent when there are no words. */
export function toUnderstanding(asked: SearchText, found: Pick<FoundDocuments, 'didYouMean' | 'plain'> | undefined) {
  const { filters } = asked;
  const words = found?.didYouMean;
  return {
    filters: filters.map(({ key, value }) => ({ key, value })),
    ...(words === undefined ? {} : { didYouMean: toSearchText({ words, filters }) }),
    notices: [...asked.notices, ...(found?.plain === true ? [plainNotice] : [])],
  };
}
