import type { AddonQuery } from '../../registry/catalog/types.ts';
import type { AddonListState } from '../../web/context/links.ts';
import { AddonListPage } from '../../web/pages/addon-list-page.tsx';
import type { PageLoader } from './page-loader.ts';
import { parseListState } from './parse-list-state.ts';

/** The list of addons, narrowed by the query of the address. */
export const loadList: PageLoader = async ({ reader }, { query }) => {
  const state = parseListState(query);
  const page = await reader.listAddons(toQuery(state));
  return (context) => AddonListPage({ context, state, page });
};

function toQuery({ sort, ...narrowing }: AddonListState): AddonQuery {
  return sort === 'updated' ? { ...narrowing, sort } : narrowing;
}
