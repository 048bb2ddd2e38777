import type { VNode } from 'preact';
import type { DefinitionPage as DefinitionListing } from '../../schemas/definition-catalogue.ts';
import { DefinitionTable } from '../components/definition-table.tsx';
import { DocumentFrame } from '../components/document-frame.tsx';
import { FacetGroup } from '../components/facet-group.tsx';
import { type Filter, FilterList } from '../components/filter-list.tsx';
import { PageLinks } from '../components/page-links.tsx';
import { toKindWord } from '../context/kind-word.ts';
import type { DefinitionListState } from '../context/links.ts';
import type { PageContext } from '../context/page-context.ts';

/** A page of the list of definitions and the query that it answers. */
export interface DefinitionListPageData {
  readonly context: PageContext;
  readonly state: DefinitionListState;
  readonly page: DefinitionListing;
}

const maxAddons = 40;

/** Every definition of the catalogue, narrowed by what stands in the address. */
export function DefinitionListPage({ context, state, page }: DefinitionListPageData): VNode {
  const { strings, links } = context;
  const text = strings.definitions;
  const { cursor: _, ...rest } = state;
  const title = state.q === undefined ? text.title : text.titleFor(state.q);
  const first = state.cursor === undefined ? undefined : links.definitions(rest);
  const next = page.next === undefined ? undefined : links.definitions({ ...rest, cursor: page.next });
  return (
    <DocumentFrame
      context={context}
      live="strip"
      head={{
        title,
        description: text.description,
        trail: [{ label: text.title }],
        json: links.page('/api/v1/definitions', { ...state }),
      }}
    >
      <h1>{title}</h1>
      <p class="lead">{text.lead}</p>
      <div class="list-body">
        <div class="list-main">
          <SearchForm context={context} state={rest} />
          <p class="list-count">
            {strings.counts.definitions(page.total)}{' '}
            <a class="narrow-link" href="#narrow">
              {text.narrow}
            </a>
          </p>
          <FilterList context={context} filters={listFilters(context, rest)} />
          {page.items.length === 0 ? (
            <div class="empty">
              <h2>{text.emptyTitle}</h2>
              <p>{text.emptyText}</p>
              <p>
                <a href={links.definitions()}>{text.everything}</a>
              </p>
            </div>
          ) : (
            <DefinitionTable context={context} definitions={page.items} caption={title} />
          )}
          <PageLinks context={context} first={first} next={next} />
        </div>
        <nav id="narrow" class="facets" aria-label={text.narrow}>
          <FacetGroup
            context={context}
            title={text.kind}
            chosen={state.kind}
            values={page.facets.kinds.map((entry) => ({ ...entry, label: toKindWord(context.strings, entry.value) }))}
            toHref={(kind) => links.definitions({ ...rest, kind: kind ?? '' })}
          />
          <FacetGroup
            context={context}
            title={text.catalog}
            chosen={state.catalog}
            values={page.facets.catalogs}
            toHref={(catalog) => links.definitions({ ...rest, catalog: catalog ?? '' })}
          />
          <FacetGroup
            context={context}
            title={text.addon}
            chosen={state.addon}
            values={page.facets.addons.slice(0, maxAddons)}
            toHref={(addon) => links.definitions({ ...rest, addon: addon ?? '' })}
          />
        </nav>
      </div>
    </DocumentFrame>
  );
}

function SearchForm({ context, state }: { context: PageContext; state: DefinitionListState }): VNode {
  const { strings, links } = context;
  const text = strings.definitions;
  const { q = '', ...others } = state;
  return (
    <search class="definition-search">
      <form action={links.definitions()} method="get">
        {Object.entries(others).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label class="visually-hidden" for="definition-search">
          {text.search}
        </label>
        <input
          id="definition-search"
          type="search"
          name="q"
          value={q}
          placeholder={text.search}
          maxLength={200}
          autocomplete="off"
        />
        <button type="submit">{text.searchSubmit}</button>
      </form>
    </search>
  );
}

function listFilters({ strings, links }: PageContext, state: DefinitionListState): readonly Filter[] {
  const text = strings.definitions;
  const labels = {
    q: strings.list.text(state.q ?? ''),
    kind: toKindWord(strings, state.kind ?? ''),
    catalog: `${text.catalog} ${state.catalog ?? ''}`,
    addon: `${text.addon} ${state.addon ?? ''}`,
  };
  return (['q', 'kind', 'catalog', 'addon'] as const)
    .filter((name) => state[name] !== undefined)
    .map((name) => ({ label: labels[name], hrefWithout: links.definitions({ ...state, [name]: undefined }) }));
}
