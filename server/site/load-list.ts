import type { AddonQuery, CatalogReader } from '../../registry/catalog/types.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import { findLine } from '../../web/context/find-line.ts';
import type { AddonListState } from '../../web/context/links.ts';
import type { VelaCounts } from '../../web/context/vela-counts.ts';
import { AddonListPage } from '../../web/pages/addon-list-page.tsx';
import { DefinitionListPage } from '../../web/pages/definition-list-page.tsx';
import type { PageLoader } from './page-loader.ts';
import { parseDefinitionListState } from './parse-definition-state.ts';
import { parseListState } from './parse-list-state.ts';

/** The list of addons, narrowed by the query of the address. */
export const loadList: PageLoader = async ({ reader, lines }, { query }) => {
  const state = parseListState(query);
  const [page, velaCounts] = await Promise.all([
    reader.listAddons(toQuery(state, lines)),
    countByLine(reader, { state, lines }),
  ]);
  return (context) => AddonListPage({ context, state, page, velaCounts });
};

/** The list of definitions, narrowed by the query of the address. */
export const loadDefinitions: PageLoader = async ({ definitions }, { query }) => {
  const state = parseDefinitionListState(query);
  const page = await definitions.listDefinitions(state);
  return (context) => DefinitionListPage({ context, state, page });
};

/** What "my KubeVela" means: its own requirements admit it, and its release line is known to enable it. */
function toQuery({ sort, ...narrowing }: AddonListState, lines: readonly ReleaseLine[]): AddonQuery {
  const works = narrowing.vela === undefined ? undefined : findLine(narrowing.vela, lines);
  return {
    ...narrowing,
    ...(sort === 'updated' ? { sort } : {}),
    ...(works === undefined ? {} : { works }),
  };
}

/** What each release line would leave of the list as it is narrowed otherwise. */
async function countByLine(
  reader: CatalogReader,
  { state, lines }: { readonly state: AddonListState; readonly lines: readonly ReleaseLine[] },
): Promise<VelaCounts> {
  const { cursor: _, ...rest } = state;
  const counted = lines.map(async (value) => {
    const { total } = await reader.listAddons({ ...toQuery({ ...rest, vela: value }, lines), limit: 1 });
    return { value, count: total };
  });
  return (await Promise.all(counted)).filter(({ count }) => count > 0);
}
