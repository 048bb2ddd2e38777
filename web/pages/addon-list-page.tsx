import type { VNode } from 'preact';
import type { AddonPage } from '../../schemas/rest.ts';
import { AddonTable } from '../components/addon-table.tsx';
import { DocumentFrame } from '../components/document-frame.tsx';
import { FacetList } from '../components/facet-list.tsx';
import type { AddonListState } from '../context/links.ts';
import type { PageContext } from '../context/page-context.ts';

/** A page of the list and the query that it answers. */
export interface AddonListPageData {
  readonly context: PageContext;
  readonly state: AddonListState;
  readonly page: AddonPage;
}

/** Addons, narrowed by what stands in the address. */
export function AddonListPage({ context, state, page }: AddonListPageData): VNode {
  const { strings, links } = context;
  const text = strings.list;
  const title = state.q === undefined ? text.title : text.titleFor(state.q);
  return (
    <DocumentFrame
      context={context}
      head={{
        title,
        description: text.description,
        trail: [{ label: text.title }],
        json: links.page('/api/v1/addons', { ...state }),
      }}
    >
      <h1>{title}</h1>
      <div class="list-body">
        <div class="list-main">
          <div class="list-bar">
            <p class="list-count">{strings.counts.addons(page.total)}</p>
            <SortLinks context={context} state={state} />
          </div>
          <Filters context={context} state={state} />
          {page.items.length === 0 ? (
            <EmptyList context={context} />
          ) : (
            <AddonTable context={context} addons={page.items} caption={title} />
          )}
          <PageLinks context={context} state={state} next={page.next} />
        </div>
        <FacetList context={context} state={state} facets={page.facets} />
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

/** What narrows the list now, each with a link that takes it away. */
function Filters({ context, state }: StateProps): VNode | null {
  const { strings, links } = context;
  const text = strings.list;
  const { cursor: _, ...rest } = state;
  const filters = [
    { name: 'q', value: state.q, label: text.text(state.q ?? '') },
    { name: 'catalog', value: state.catalog, label: `${text.catalog} ${state.catalog ?? ''}` },
    { name: 'tag', value: state.tag, label: `${text.tag} ${state.tag ?? ''}` },
  ].filter((filter) => filter.value !== undefined);
  if (filters.length === 0) return null;
  return (
    <ul class="filters">
      {filters.map((filter) => (
        <li key={filter.name}>
          <a
            class="label"
            href={links.addons({ ...rest, [filter.name]: undefined })}
            aria-label={text.remove(filter.label)}
          >
            {filter.label} <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
    </ul>
  );
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

function PageLinks({ context, state, next }: StateProps & { readonly next: string | undefined }): VNode | null {
  const { strings, links } = context;
  const text = strings.list;
  if (next === undefined && state.cursor === undefined) return null;
  const { cursor: _, ...rest } = state;
  return (
    <p class="page-links">
      {state.cursor !== undefined && <a href={links.addons(rest)}>{text.first}</a>}
      {next !== undefined && (
        <a rel="next" href={links.addons({ ...rest, cursor: next })}>
          {text.next}
        </a>
      )}
    </p>
  );
}
