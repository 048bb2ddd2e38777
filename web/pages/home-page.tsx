import type { VNode } from 'preact';
import type { AddonSummary } from '../../schemas/rest.ts';
import type { SearchFacetValue } from '../../schemas/search.ts';
import { AddonTable } from '../components/addon-table.tsx';
import { CommandLine } from '../components/command-line.tsx';
import { DocumentFrame } from '../components/document-frame.tsx';
import { toEnableLine, toRegistryAddLine, toRegistryName } from '../components/install-lines.ts';
import { SearchForm } from '../components/search-form.tsx';
import { SourceStateMark } from '../components/source-state-mark.tsx';
import type { PageContext } from '../context/page-context.ts';
import { toShellWord } from '../context/shell-word.ts';
import { toSiteFacts } from '../context/structured-facts.ts';

/** A subject of addons, the words that find them, and how many those are. */
export interface Category {
  readonly id: keyof PageContext['strings']['categories']['subjects'];
  readonly q: string;
  readonly total: number;
}

/** What the home page shows: subjects, tags, the addons that changed last, and one to begin with. */
export interface HomePageData {
  readonly context: PageContext;
  readonly categories: readonly Category[];
  readonly tags: readonly SearchFacetValue[];
  readonly recent: readonly AddonSummary[];
  readonly first: AddonSummary | undefined;
}

/** What is here, and how to begin. */
export function HomePage({ context, categories, tags, recent, first }: HomePageData): VNode {
  const { strings, links } = context;
  const text = strings.home;
  return (
    <DocumentFrame
      context={context}
      live="strip"
      head={{
        title: text.title,
        description: text.description,
        trail: [],
        json: links.api('/catalogs'),
        structured: toSiteFacts(context),
      }}
      islands={['copy']}
      ownSearch
    >
      <div class="hero">
        <h1>{text.title}</h1>
        <p class="lead">{text.lead}</p>
        <SearchForm context={context} />
      </div>
      {recent.length === 0 && <p class="notice">{text.empty}</p>}
      <Categories context={context} categories={categories} tags={tags} />
      {first !== undefined && <FirstLines context={context} addon={first} />}
      {recent.length > 0 && (
        <section aria-labelledby="recent">
          <h2 id="recent">{text.recent}</h2>
          <AddonTable context={context} addons={recent} caption={text.recent} />
          <p>
            <a href={links.addons()}>{text.allAddons}</a>
          </p>
        </section>
      )}
      <CatalogTable context={context} />
    </DocumentFrame>
  );
}

function Categories({
  context,
  categories,
  tags,
}: Pick<HomePageData, 'context' | 'categories' | 'tags'>): VNode | null {
  const { strings, links, formats } = context;
  const text = strings.categories;
  if (categories.length === 0 && tags.length === 0) return null;
  return (
    <section aria-labelledby="categories">
      <h2 id="categories">{text.title}</h2>
      <ul class="categories">
        {categories.map(({ id, q, total }) => {
          const [name, about] = text.subjects[id];
          return (
            <li key={id}>
              <a href={links.addons({ q })} data-item>
                <span class="category-name">{name}</span> <span class="facet-count">{formats.number(total)}</span>
                <span class="category-about">{about}</span>
              </a>
            </li>
          );
        })}
      </ul>
      {tags.length > 0 && (
        <p class="category-tags">
          <span class="quiet">{text.more}</span>{' '}
          {tags.map(({ value, count }) => (
            <span key={value}>
              <a class="label" href={links.addons({ tag: value })}>
                {value} {formats.number(count)}
              </a>{' '}
            </span>
          ))}
        </p>
      )}
    </section>
  );
}

function CatalogTable({ context }: { context: PageContext }): VNode {
  const { strings, links, formats, catalogs } = context;
  const text = strings.home;
  return (
    <section aria-labelledby="catalogs">
      <h2 id="catalogs">{text.catalogs}</h2>
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">{text.catalog}</th>
            <th scope="col" class="number">
              {text.addons}
            </th>
            <th scope="col" class="number">
              {text.versions}
            </th>
            <th scope="col">{text.endpoint}</th>
            <th scope="col">{text.state}</th>
          </tr>
        </thead>
        <tbody>
          {catalogs.map((catalog) => (
            <tr key={catalog.name}>
              <th scope="row">
                <a href={links.addons({ catalog: catalog.name })}>{catalog.name}</a>{' '}
                {catalog.title !== catalog.name && <span class="quiet cell-note">{catalog.title}</span>}
              </th>
              <td class="number" data-label={text.addons} data-live-catalog={catalog.name} data-live-count="addons">
                {formats.number(catalog.counts.addons)}
              </td>
              <td class="number" data-label={text.versions} data-live-catalog={catalog.name} data-live-count="versions">
                {formats.number(catalog.counts.versions)}
              </td>
              <td data-label={text.endpoint}>
                <code>{catalog.url}</code>
              </td>
              <td data-label={text.state}>
                {catalog.sources.map((source) => (
                  <SourceStateMark key={source.id} context={context} source={source} />
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function FirstLines({ context, addon }: { context: PageContext; addon: AddonSummary }): VNode | null {
  const { strings, links, catalogs } = context;
  const text = strings.home;
  const catalog = catalogs.find((candidate) => candidate.name === addon.catalog);
  if (catalog === undefined) return null;
  return (
    <section class="begin" aria-labelledby="begin">
      <h2 id="begin">
        <span class="quiet">{text.beginLead}</span> {text.begin}
      </h2>
      <CommandLine context={context} line={toRegistryAddLine(toRegistryName(catalog.name), catalog.url)} />
      <CommandLine context={context} line={toEnableLine(catalog.name, addon.name, addon.version)} byKey />
      <CommandLine context={context} line={`vela addon status ${toShellWord(addon.name)}`} />
      <p>
        <a href={links.use()}>{text.beginMore}</a>
      </p>
      <h3>{text.planTitle}</h3>
      <p>
        {text.planText} <a href={links.plan()}>{strings.plan.title}</a> ·{' '}
        <a href={links.locks()}>{strings.locksIntro.title}</a>
      </p>
    </section>
  );
}
