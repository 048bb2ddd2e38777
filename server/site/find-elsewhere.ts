import type { SearchType } from '../../schemas/search.ts';
import type { FoundElsewhere } from '../../web/pages/search-page.tsx';
import type { SiteDependencies } from './site-dependencies.ts';

interface ElsewhereQuestion {
  readonly q?: string;
  readonly catalog?: string;
  readonly types: readonly SearchType[];
}

/** How much the same words find of other types; nothing without words. */
export async function findElsewhere(
  { searcher }: Pick<SiteDependencies, 'searcher'>,
  { q, catalog, types }: ElsewhereQuestion,
): Promise<readonly FoundElsewhere[]> {
  if (q === undefined) return [];
  const { groups } = await searcher.search({
    q,
    types,
    limit: 1,
    ...(catalog === undefined ? {} : { catalog }),
  });
  return groups.filter(({ total }) => total > 0).map(({ type, total }) => ({ type, total }));
}
