import { AddonGrid } from '../components/addon-grid.tsx';
import { AddonTable } from '../components/addon-table.tsx';
import { DefinitionTable } from '../components/definition-table.tsx';
import { EmptyAddonList } from '../components/empty-addon-list.tsx';
import { FacetFold } from '../components/facet-fold.tsx';
import { FacetGroup } from '../components/facet-group.tsx';
import { FacetList } from '../components/facet-list.tsx';
import { FilterList } from '../components/filter-list.tsx';
import { FoundBecause } from '../components/found-because.tsx';
import { KeyList } from '../components/key-list.tsx';
import { KindTree } from '../components/kind-tree.tsx';
import { LineSwitch } from '../components/line-switch.tsx';
import { ListChoices } from '../components/list-choices.tsx';
import { MyVelaForm } from '../components/my-vela-form.tsx';
import { PageLinks } from '../components/page-links.tsx';
import { SearchForm } from '../components/search-form.tsx';
import { SearchTips } from '../components/search-tips.tsx';
import { Elsewhere, SearchWords } from '../components/search-words.tsx';
import { summaries } from './samples/addon.ts';
import { definitionSummaries } from './samples/definition.ts';
import type { GalleryEntry } from './types.ts';

const facets = {
  catalogs: [
    { value: 'harbour', count: 2 },
    { value: 'workshop', count: 1 },
  ],
  tags: [{ value: 'light', count: 1 }],
  provides: [{ value: 'component', count: 2 }],
  works: [{ value: '1.10', count: 2 }],
  states: [{ value: 'active', count: 1 }],
};

/** Lists, what narrows them, and searching. */
export const listEntries: readonly GalleryEntry[] = [
  {
    component: 'addon-table',
    states: [
      {
        name: 'found addons',
        draw: (context) => <AddonTable context={context} addons={summaries} caption="Found addons" />,
      },
    ],
  },
  {
    component: 'addon-grid',
    states: [{ name: 'found addons', draw: (context) => <AddonGrid context={context} addons={summaries} /> }],
  },
  {
    component: 'definition-table',
    states: [
      {
        name: 'found definitions',
        draw: (context) => (
          <DefinitionTable context={context} definitions={definitionSummaries} caption="Found definitions" />
        ),
      },
    ],
  },
  {
    component: 'empty-addon-list',
    states: [
      {
        name: 'with ways out',
        draw: (context) => (
          <EmptyAddonList
            context={context}
            state={{ q: 'lamp', tag: 'safety' }}
            relaxed={[{ without: 'tag', total: 4 }]}
            near={[{ catalog: 'harbour', name: 'lantern' }]}
          />
        ),
      },
      {
        name: 'without',
        draw: (context) => <EmptyAddonList context={context} state={{ q: 'lamp' }} relaxed={[]} near={[]} />,
      },
    ],
  },
  {
    component: 'facet-fold',
    states: [
      {
        name: 'two chosen',
        draw: () => (
          <FacetFold label="Narrow the list" chosen={2}>
            <p>Facets</p>
          </FacetFold>
        ),
      },
    ],
  },
  {
    component: 'facet-group',
    states: [
      {
        name: 'nothing chosen',
        draw: (context) => (
          <FacetGroup
            context={context}
            title="Catalog"
            chosen={undefined}
            values={facets.catalogs}
            toHref={(catalog) => context.links.addons(catalog === undefined ? {} : { catalog })}
          />
        ),
      },
      {
        name: 'one chosen',
        draw: (context) => (
          <FacetGroup
            context={context}
            title="Catalog"
            chosen="harbour"
            values={facets.catalogs}
            toHref={(catalog) => context.links.addons(catalog === undefined ? {} : { catalog })}
          />
        ),
      },
    ],
  },
  {
    component: 'facet-list',
    states: [
      {
        name: 'one chosen',
        draw: (context) => (
          <FacetList
            context={context}
            state={{ tag: 'light' }}
            facets={facets}
            velaCounts={[{ value: '1.10', count: 2 }]}
          />
        ),
      },
    ],
  },
  {
    component: 'filter-list',
    states: [
      {
        name: 'two filters',
        draw: (context) => (
          <FilterList
            context={context}
            filters={['tag: light', 'catalog: harbour'].map((label) => ({
              label,
              hrefWithout: context.links.addons(),
            }))}
          />
        ),
      },
    ],
  },
  {
    component: 'found-because',
    states: (['exact', 'prefix', 'typo', 'synonym'] as const).map((by) => ({
      name: by,
      draw: (context) => (
        <FoundBecause context={context} reasons={[{ field: 'name', word: 'lantern', asked: 'lamp', by }]} />
      ),
    })),
  },
  { component: 'key-list', states: [{ name: 'all keys', draw: (context) => <KeyList context={context} /> }] },
  {
    component: 'kind-tree',
    states: [
      {
        name: 'components chosen',
        draw: (context) => (
          <KindTree
            context={context}
            state={{ kind: 'component' }}
            tree={[
              { kind: 'component', count: 1, items: definitionSummaries.slice(0, 1) },
              { kind: 'trait', count: 1, items: definitionSummaries.slice(1) },
            ]}
          />
        ),
      },
    ],
  },
  {
    component: 'line-switch',
    states: [
      {
        name: 'one of three',
        draw: (context) => (
          <LineSwitch
            context={context}
            shown="1.10"
            toHref={(vela) => context.links.addons(vela === undefined ? {} : { vela })}
          />
        ),
      },
      {
        name: 'all, with counts',
        draw: (context) => (
          <LineSwitch
            context={context}
            shown={undefined}
            all="All"
            toHref={(vela) => context.links.addons(vela === undefined ? {} : { vela })}
            toNote={() => '2'}
          />
        ),
      },
    ],
  },
  {
    component: 'list-choices',
    states: [
      { name: 'table', draw: (context) => <ListChoices context={context} state={{}} /> },
      {
        name: 'grid, words given',
        draw: (context) => <ListChoices context={context} state={{ q: 'a', view: 'grid' }} />,
      },
    ],
  },
  {
    component: 'my-vela-form',
    states: [
      { name: 'empty', draw: (context) => <MyVelaForm context={context} state={{}} /> },
      {
        name: 'filled in',
        draw: (context) => <MyVelaForm context={context} state={{ vela: '1.10.9', tag: 'light' }} />,
      },
    ],
  },
  {
    component: 'page-links',
    states: [
      { name: 'the first page', draw: (context) => <PageLinks context={context} first={undefined} next="?cursor=a" /> },
      { name: 'the last page', draw: (context) => <PageLinks context={context} first="?" next={undefined} /> },
    ],
  },
  {
    component: 'search-form',
    states: [
      {
        name: 'with words',
        draw: (context) => <SearchForm context={{ ...context, query: { q: 'lantern', catalog: 'harbour' } }} />,
      },
    ],
  },
  { component: 'search-tips', states: [{ name: 'all tips', draw: (context) => <SearchTips context={context} /> }] },
  {
    component: 'search-words',
    states: [
      {
        name: 'another spelling and a notice',
        draw: (context) => (
          <SearchWords
            context={context}
            didYouMean="lantern"
            notices={[
              {
                code: 'unknown-filter',
                text: '"tga" is no filter and was taken as a word',
                part: 'tga:light',
                suggestion: 'tag:light',
              },
            ]}
            toHref={(q) => context.links.search({ q })}
          />
        ),
      },
      {
        name: 'found elsewhere',
        draw: (context) => (
          <Elsewhere
            context={context}
            q="beam"
            catalog={undefined}
            found={[
              { type: 'definition', total: 1 },
              { type: 'parameter', total: 3 },
            ]}
          />
        ),
      },
    ],
  },
];
