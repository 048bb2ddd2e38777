import type { DefinitionQuery, DefinitionReader } from '../../registry/catalog/definition-types.ts';
import { definitionKindSchema } from '../../schemas/definition.ts';
import type { DefinitionPage } from '../../schemas/definition-catalogue.ts';
import { DefinitionListPage, type KindBranch } from '../../web/pages/definition-list-page.tsx';
import { findElsewhere } from './find-elsewhere.ts';
import type { PageLoader } from './page-loader.ts';
import { parseDefinitionListState } from './parse-definition-state.ts';

/** The list of definitions, narrowed by the query of the address. */
export const loadDefinitions: PageLoader = async (site, { query }) => {
  const { state, asked } = parseDefinitionListState(query);
  const { q: _, ...narrowing } = state;
  const full = { ...narrowing, ...(asked === undefined ? {} : { q: asked }) };
  const page = await site.definitions.listDefinitions(full);
  const [tree, elsewhere] = await Promise.all([
    listBranches(site.definitions, { query: full, page }),
    findElsewhere(site, { ...state, types: ['addon', 'parameter'] }),
  ]);
  return (context) => DefinitionListPage({ context, state, page, tree, elsewhere });
};

/** The kinds with their first names, as everything but the kind narrows them. */
async function listBranches(
  reader: DefinitionReader,
  { query, page }: { readonly query: DefinitionQuery; readonly page: DefinitionPage },
): Promise<readonly KindBranch[]> {
  const { cursor: _, kind: __, ...others } = query;
  const counts = new Map(page.facets.kinds.map(({ value, count }) => [value, count]));
  const branches = definitionKindSchema.enum.map(async (kind): Promise<KindBranch> => {
    const count = counts.get(kind) ?? 0;
    if (count === 0) return { kind, count, items: [] };
    const { items } = await reader.listDefinitions({ ...others, kind, limit: 100 });
    return { kind, count, items };
  });
  return (await Promise.all(branches)).filter(({ count }) => count > 0);
}
