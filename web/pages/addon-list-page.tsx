import type { VNode } from 'preact';
import type { AddonPage } from '../../schemas/rest.ts';
import { AddonTable } from '../components/addon-table.tsx';
import { DocumentFrame } from '../components/document-frame.tsx';
import { FacetList } from '../components/facet-list.tsx';
import { type Filter, FilterList } from '../components/filter-list.tsx';
import { PageLinks } from '../components/page-links.tsx';
import { findLine } from '../context/find-line.ts';
import type { AddonListState } from '../context/links.ts';
import type { PageContext } from '../context/page-context.ts';
import type { VelaCounts } from '../context/vela-counts.ts';

/** A page of the list and the query that it answers. */
export interface AddonListPageData {
  readonly context: PageContext;
  readonly state: AddonListState;
  readonly page: AddonPage;
  readonly velaCounts: VelaCounts;
}

/** Addons, narrowed by what stands in the address. */
export function AddonListPage({ context, state, page, velaCounts }: AddonListPageData): VNode {
  const { strings, links } = context;
  const text = strings.list;
  const { cursor: _, ...rest } = state;
  const title = state.q === undefined ? text.title : text.titleFor(state.q);
  return (
    <DocumentFrame
      context={context}
      live="strip"
      head={{
        title,
        description: text.description,
        trail: [{ label: text.title }],
        json: links.page('/api/v1/addons', { ...state, works: findLine(state.vela ?? '', context.lines) }),
      }}
    >
      <h1>{title}</h1>
      <div class="list-body">
        <div class="list-main">
          <div class="list-bar">
            <p class="list-count">
              {strings.counts.addons(page.total)}{' '}
              <a class="narrow-link" href="#narrow">
                {text.narrow}
              </a>
            </p>
            <SortLinks context={context} state={state} />
          </div>
          <FilterList context={context} filters={listFilters({ context, state })} />
          <StillEvaluating context={context} state={state} />
          {page.items.length === 0 ? (
            <EmptyList context={context} />
          ) : (
            <AddonTable context={context} addons={page.items} caption={title} />
          )}
          <PageLinks
            context={context}
            first={state.cursor === undefined ? undefined : links.addons(rest)}
            next={page.next === undefined ? undefined : links.addons({ ...rest, cursor: page.next })}
          />
        </div>
        <FacetList context={context} state={state} facets={page.facets} velaCounts={velaCounts} />
      </div>
    </DocumentFrame>
  );
}

interface StateProps {
  readonly context: PageContext;
  readonly state: AddonListState;
}

function SortLinks({ context, state }: StateProps): VNode {
  const { strings, links } = context;
  const text = strings.list;
  const current = state.sort ?? 'name';
  const { cursor: _, sort: __, ...rest } = state;
  const entries = [
    { sort: 'name', label: text.byName, href: links.addons(rest) },
    { sort: 'updated', label: text.byUpdated, href: links.addons({ ...rest, sort: 'updated' }) },
  ];
  return (
    <nav class="sort" aria-label={text.sort}>
      <span aria-hidden="true">{text.sort}</span>
      <ul>
        {entries.map((entry) => (
          <li key={entry.sort}>
            <a href={entry.href} aria-current={entry.sort === current ? 'true' : undefined}>
              {entry.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function listFilters({ context, state }: StateProps): readonly Filter[] {
  const { strings, links } = context;
  const text = strings.list;
  const { cursor: _, ...rest } = state;
  const labels = {
    q: text.text(state.q ?? ''),
    vela: strings.myVela.label(state.vela ?? ''),
    kubernetes: strings.myVela.kubernetesLabel(state.kubernetes ?? ''),
    catalog: `${text.catalog} ${state.catalog ?? ''}`,
    tag: `${text.tag} ${state.tag ?? ''}`,
  };
  return (['q', 'vela', 'kubernetes', 'catalog', 'tag'] as const)
    .filter((name) => state[name] !== undefined)
    .map((name) => ({ label: labels[name], hrefWithout: links.addons({ ...rest, [name]: undefined }) }));
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

function EmptyList({ context }: { context: PageContext }): VNode {
  const { strings, links } = context;
  const text = strings.list;
  return (
    <div class="empty">
      <h2>{text.emptyTitle}</h2>
      <p>{text.emptyText}</p>
      <p>
        <a href={links.addons()}>{text.everything}</a>
      </p>
    </div>
  );
}
