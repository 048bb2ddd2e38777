import { type SearchType, searchTypeSchema } from '../../schemas/search.ts';
import { SearchPage } from '../../web/pages/search-page.tsx';
import type { PageLoader } from './page-loader.ts';
import { parseTexts, parseWords, refuseParameter } from './parse-texts.ts';

const itemsOfAll = 8;
const itemsOfOne = 50;

/** Everything that words find, grouped by what it is. */
export const loadSearch: PageLoader = async ({ searcher }, { query }) => {
  const { asked, ...words } = parseWords(query);
  const { catalog, type: text } = parseTexts(query, ['catalog', 'type'] as const);
  const type = parseType(text);
  const place = catalog === undefined ? {} : { catalog };
  const state = { ...words, ...place, ...(type === undefined ? {} : { type }) };
  if (asked === undefined) return (context) => SearchPage({ context, state, results: undefined });
  const results = await searcher.search({
    q: asked,
    ...place,
    ...(type === undefined ? { limit: itemsOfAll } : { limit: itemsOfOne, types: [type] }),
  });
  return (context) => SearchPage({ context, state, results });
};

function parseType(text: string | undefined): SearchType | undefined {
  if (text === undefined) return undefined;
  const type = searchTypeSchema.enum.find((each) => each === text);
  if (type === undefined) throw refuseParameter('type');
  return type;
}
