import type { VNode } from 'preact';
import type { AddonPage, AddonSummary } from '../../schemas/rest.ts';
import { AddonGrid } from '../components/addon-grid.tsx';
import { AddonTable } from '../components/addon-table.tsx';
import { DocumentFrame } from '../components/document-frame.tsx';
import { EmptyAddonList, type RelaxedList } from '../components/empty-addon-list.tsx';
import { FacetList } from '../components/facet-list.tsx';
import { FilterList } from '../components/filter-list.tsx';
import { ListChoices } from '../components/list-choices.tsx';
import { PageLinks } from '../components/page-links.tsx';
import { Elsewhere, type FoundElsewhere, SearchWords } from '../components/search-words.tsx';
import { listAddonFilters } from '../context/addon-filters.ts';
import { findLine } from '../context/find-line.ts';
import type { AddonListState } from '../context/links.ts';
import type { PageContext } from '../context/page-context.ts';
import type { VelaCounts } from '../context/vela-counts.ts';

export type { RelaxedList } from '../components/empty-addon-list.tsx';

/** A page of the list and the query that it answers. */
export interface AddonListPageData {
  readonly context: PageContext;
  readonly state: AddonListState;
  readonly page: AddonPage;
  readonly velaCounts: VelaCounts;
  /** What the same words find besides. */
  readonly elsewhere: readonly FoundElsewhere[];
  /** What an empty list would be with one filter less. */
  readonly relaxed: readonly RelaxedList[];
  /** Addons whose name resembles words that find nothing. */
  readonly near: readonly Pick<AddonSummary, 'catalog' | 'name'>[];
}

/** Addons, narrowed by what stands in the address. */
export function AddonListPage(data: AddonListPageData): VNode {
  const { context, state, page, velaCounts } = data;
  const { strings, links } = context;
  const text = strings.list;
  const { cursor: _, ...rest } = state;
  const title = state.q === undefined ? text.title : text.titleFor(state.q);
  const { view: __, ...query } = state;
  return (
    <DocumentFrame
      context={context}
      live="strip"
      head={{
        title,
        description: text.description,
        trail: [{ label: text.title }],
        json: links.page('/api/v1/addons', { ...query, works: findLine(state.vela ?? '', context.lines) }),
      }}
    >
      <h1>{title}</h1>
      <div class="list-body">
        <FacetList context={context} state={state} facets={page.facets} velaCounts={velaCounts} />
        <div class="list-main">
          <div class="list-bar">
            <p class="list-count" role="status">
              {strings.counts.addons(page.total)}
            </p>
            <ListChoices context={context} state={rest} />
          </div>
          <SearchWords
            context={context}
            didYouMean={page.didYouMean}
            notices={page.notices}
            toHref={(q) => links.addons({ ...rest, q })}
          />
          <Elsewhere context={context} q={state.q} catalog={state.catalog} found={data.elsewhere} />
          <FilterList context={context} filters={listAddonFilters(context, state)} />
          <StillEvaluating context={context} state={state} />
          <Addons {...data} caption={title} />
          <PageLinks
            context={context}
            first={state.cursor === undefined ? undefined : links.addons(rest)}
            next={page.next === undefined ? undefined : links.addons({ ...rest, cursor: page.next })}
          />
        </div>
      </div>
    </DocumentFrame>
  );
}

function Addons({
  context,
  state,
  page,
  relaxed,
  near,
  caption,
}: AddonListPageData & { readonly caption: string }): VNode {
  if (page.items.length === 0) {
    return <EmptyAddonList context={context} state={state} relaxed={relaxed} near={near} />;
  }
  if (state.view === 'grid') return <AddonGrid context={context} addons={page.items} />;
  return <AddonTable context={context} addons={page.items} caption={caption} />;
}

interface StateProps {
  readonly context: PageContext;
  readonly state: AddonListState;
}

/** What is not judged yet is left out by the filter, so the list may grow. */
function StillEvaluating({ context, state }: StateProps): VNode | null {
  const { strings, formats, catalogs } = context;
  if (state.vela === undefined) return null;
  const own = catalogs.filter(({ union }) => union === undefined);
  const done = own.reduce((sum, catalog) => sum + catalog.evaluation.done, 0);
  const total = own.reduce((sum, catalog) => sum + catalog.evaluation.total, 0);
  if (done >= total) return null;
  return <p class="notice">{strings.myVela.evaluating(formats.number(done), formats.number(total))}</p>;
}
