import type { AddonQuery, CatalogReader } from '../../registry/catalog/types.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import type { AddonPage, AddonSummary } from '../../schemas/rest.ts';
import { findLine } from '../../web/context/find-line.ts';
import type { VelaCounts } from '../../web/context/vela-counts.ts';
import { AddonListPage, type RelaxedList } from '../../web/pages/addon-list-page.tsx';
import { findElsewhere } from './find-elsewhere.ts';
import type { PageLoader } from './page-loader.ts';
import { type ListRequest, type ParsedListState, parseListState } from './parse-list-state.ts';
import type { SiteDependencies } from './site-dependencies.ts';
import { rankAddons } from './suggestions.ts';

const filterNames = ['q', 'vela', 'kubernetes', 'catalog', 'kind', 'definition', 'tag', 'state'] as const;

/** The list of addons, narrowed by the query of the address. */
export const loadList: PageLoader = async (site, { query }) => {
  const { reader, lines } = site;
  const request = parseListState(query);
  const { state } = request;
  const page = await reader.listAddons(toQuery(request, lines));
  const question = { request, lines, page };
  const [velaCounts, elsewhere, relaxed, near] = await Promise.all([
    countByLine(reader, question),
    findElsewhere(site, { ...state, types: ['definition', 'parameter'] }),
    listRelaxed(reader, question),
    listNear(site, question),
  ]);
  return (context) => AddonListPage({ context, state, page, velaCounts, elsewhere, relaxed, near });
};

/** What "my KubeVela" means: its release line is known to enable it, and its own requirements admit that very version. */
function toQuery({ state, asked }: ListRequest, lines: readonly ReleaseLine[]): AddonQuery {
  const { view: _, q: __, vela, ...narrowing } = state;
  const works = vela === undefined ? undefined : findLine(vela, lines);
  return {
    ...narrowing,
    ...(asked === undefined ? {} : { q: asked }),
    ...(works === undefined ? {} : { works }),
    // What works on a line is admitted by it.
    ...(vela === undefined || vela === works ? {} : { vela }),
  };
}

interface ListQuestion {
  readonly request: ListRequest;
  readonly lines: readonly ReleaseLine[];
  /** What the list is. */
  readonly page: AddonPage;
}

/** What each release line would leave of the list as it is narrowed otherwise. */
async function countByLine(reader: CatalogReader, { request, lines, page }: ListQuestion): Promise<VelaCounts> {
  const { cursor: _, vela, ...others } = request.state;
  const isExact = vela !== undefined && findLine(vela, lines) !== vela;
  const { facets } = isExact
    ? await reader.listAddons({ ...toQuery({ ...request, state: others }, lines), limit: 1 })
    : page;
  const counts = new Map(facets.works.map(({ value, count }) => [value, count]));
  return lines.flatMap((value) => {
    const count = counts.get(value) ?? 0;
    return count === 0 ? [] : [{ value, count }];
  });
}

/** What an empty list would be without each of its filters, where it would be something. */
async function listRelaxed(
  reader: CatalogReader,
  { request, lines, page }: ListQuestion,
): Promise<readonly RelaxedList[]> {
  const { cursor: _, ...state } = request.state;
  const given = filterNames.filter((name) => state[name] !== undefined);
  if (page.total > 0 || given.length < 2) return [];
  const counted = given.map(async (name): Promise<RelaxedList> => {
    const { [name]: _removed, ...others }: ParsedListState = state;
    const asked = name === 'q' ? undefined : request.asked;
    const { total } = await reader.listAddons({ ...toQuery({ state: others, asked }, lines), limit: 1 });
    return { without: name, total };
  });
  return (await Promise.all(counted)).filter(({ total }) => total > 0);
}

/** Addons whose name resembles words that find nothing. */
async function listNear(
  site: SiteDependencies,
  { request, page }: ListQuestion,
): Promise<readonly Pick<AddonSummary, 'catalog' | 'name'>[]> {
  const { q } = request.state;
  return q === undefined || page.total > 0 ? [] : rankAddons(site, q);
}
