import type { VNode } from 'preact';
import type { AddonSummary } from '../../schemas/rest.ts';
import { AddonTable } from '../components/addon-table.tsx';
import { CommandLine } from '../components/command-line.tsx';
import { DocumentFrame } from '../components/document-frame.tsx';
import { toEnableLine, toRegistryAddLine, toRegistryName } from '../components/install-lines.ts';
import { SourceStateMark } from '../components/source-state-mark.tsx';
import type { PageContext } from '../context/page-context.ts';
import { toShellWord } from '../context/shell-word.ts';

/** What the home page shows: the addons that changed last, and one to begin with. */
export interface HomePageData {
  readonly context: PageContext;
  readonly recent: readonly AddonSummary[];
  readonly first: AddonSummary | undefined;
}

/** What is here, and how to begin. */
export function HomePage({ context, recent, first }: HomePageData): VNode {
  const { strings, links } = context;
  const text = strings.home;
  return (
    <DocumentFrame
      context={context}
      live="strip"
      head={{ title: text.title, description: text.description, trail: [], json: links.api('/catalogs') }}
      islands={['copy']}
    >
      <div class="hero">
        <h1>{text.title}</h1>
        <p class="lead">{text.lead}</p>
      </div>
      {recent.length === 0 && <p class="notice">{text.empty}</p>}
      <CatalogTable context={context} />
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
    </DocumentFrame>
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
      <h2 id="begin">{text.begin}</h2>
      <CommandLine context={context} line={toRegistryAddLine(toRegistryName(catalog.name), catalog.url)} />
      <CommandLine context={context} line={toEnableLine(catalog.name, addon.name, addon.version)} />
      <CommandLine context={context} line={`vela addon status ${toShellWord(addon.name)}`} />
      <p>
        <a href={links.use()}>{text.beginMore}</a>
      </p>
    </section>
  );
}
