import type { VNode } from 'preact';
import type { DefinitionPage as DefinitionListing } from '../../schemas/definition-catalogue.ts';
import { DefinitionTable } from '../components/definition-table.tsx';
import { DocumentFrame } from '../components/document-frame.tsx';
import { FacetFold } from '../components/facet-fold.tsx';
import { FacetGroup } from '../components/facet-group.tsx';
import { type Filter, FilterList } from '../components/filter-list.tsx';
import { type KindBranch, KindTree } from '../components/kind-tree.tsx';
import { PageLinks } from '../components/page-links.tsx';
import { Elsewhere, type FoundElsewhere, SearchWords } from '../components/search-words.tsx';
import { toKindWord } from '../context/kind-word.ts';
import type { DefinitionListState } from '../context/links.ts';
import type { PageContext } from '../context/page-context.ts';

export type { KindBranch } from '../components/kind-tree.tsx';

/** A page of the list of definitions and the query that it answers. */
export interface DefinitionListPageData {
  readonly context: PageContext;
  readonly state: DefinitionListState;
  readonly page: DefinitionListing;
  /** Every kind that there is, as everything but the kind narrows it. */
  readonly tree: readonly KindBranch[];
  /** What the same words find besides. */
  readonly elsewhere: readonly FoundElsewhere[];
}

const maxAddons = 40;
const filterNames = ['q', 'kind', 'catalog', 'addon'] as const;

/** Every definition of the catalogue, narrowed by what stands in the address. */
export function DefinitionListPage({ context, state, page, tree, elsewhere }: DefinitionListPageData): VNode {
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
        <DefinitionFacets context={context} state={rest} page={page} tree={tree} />
        <div class="list-main">
          <SearchForm context={context} state={rest} />
          <p class="list-count" role="status">
            {strings.counts.definitions(page.total)}
          </p>
          <SearchWords
            context={context}
            didYouMean={page.didYouMean}
            notices={page.notices}
            toHref={(q) => links.definitions({ ...rest, q })}
          />
          <Elsewhere context={context} q={state.q} catalog={state.catalog} found={elsewhere} />
          <FilterList context={context} filters={listFilters(context, rest)} />
          {page.items.length === 0 ? (
            <EmptyList context={context} filters={listFilters(context, rest)} />
          ) : (
            <DefinitionTable context={context} definitions={page.items} caption={title} />
          )}
          <PageLinks context={context} first={first} next={next} />
        </div>
      </div>
    </DocumentFrame>
  );
}

type DefinitionFacetsProps = Pick<DefinitionListPageData, 'context' | 'state' | 'page' | 'tree'>;

function DefinitionFacets({ context, state, page, tree }: DefinitionFacetsProps): VNode {
  const { strings, links } = context;
  const text = strings.definitions;
  const chosen = filterNames.filter((name) => name !== 'q' && state[name] !== undefined).length;
  return (
    <FacetFold label={text.narrow} chosen={chosen}>
      <KindTree context={context} state={state} tree={tree} />
      <FacetGroup
        context={context}
        title={text.catalog}
        chosen={state.catalog}
        values={page.facets.catalogs}
        toHref={(catalog) => links.definitions({ ...state, catalog: catalog ?? '' })}
      />
      <FacetGroup
        context={context}
        title={text.addon}
        chosen={state.addon}
        values={page.facets.addons.slice(0, maxAddons)}
        toHref={(addon) => links.definitions({ ...state, addon: addon ?? '' })}
      />
    </FacetFold>
  );
}

function EmptyList({ context, filters }: { context: PageContext; filters: readonly Filter[] }): VNode {
  const { strings, links } = context;
  const text = strings.definitions;
  return (
    <div class="empty">
      <h2>{text.emptyTitle}</h2>
      <p>{text.emptyText}</p>
      {filters.length > 1 && (
        <ul class="ways">
          {filters.map(({ label, hrefWithout }) => (
            <li key={label}>
              <a href={hrefWithout} data-item>
                {strings.lists.without(label)}
              </a>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={links.definitions()}>{text.everything}</a>
      </p>
    </div>
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
  return filterNames
    .filter((name) => state[name] !== undefined)
    .map((name) => ({ label: labels[name], hrefWithout: links.definitions({ ...state, [name]: undefined }) }));
}
