import type { VNode } from 'preact';
import type { FormDescription } from '../../schemas/form.ts';
import type { Preview } from '../../schemas/preview.ts';
import { toRegistryName } from '../components/install-lines.ts';
import { LineSwitch } from '../components/line-switch.tsx';
import type { ManifestTrouble } from '../components/manifest-view.tsx';
import { ParameterStudio } from '../components/parameter-studio.tsx';
import { ParameterTable } from '../components/parameter-table.tsx';
import { PendingNotice } from '../components/pending-notice.tsx';
import { VersionFrame } from '../components/version-frame.tsx';
import { boundParameters } from '../context/bound-parameters.ts';
import type { Draft } from '../context/form/draft.ts';
import type { StudioPlace } from '../context/form/studio-data.ts';
import type { QueryPairs } from '../context/form/values-address.ts';
import type { VersionPageData } from '../context/version-page-data.ts';

/** What stands in the form of the page, and what came of rendering it. */
export interface ParametersPageData extends VersionPageData {
  readonly description: FormDescription;
  readonly draft: Draft;
  readonly preview: Preview | undefined;
  readonly trouble: ManifestTrouble | undefined;
  readonly addressFault: string | undefined;
  /** What of the values the address carries. */
  readonly pairs: QueryPairs;
}

/** More rows than this make a page that phones cannot carry. */
const maxTableRows = 1_000;
const nothingOpen: ReadonlySet<string> = new Set();

/** What can be given when an addon is enabled: a form with what would be written beside it, and a table. */
export function ParametersPage(props: ParametersPageData): VNode {
  const { description, draft, preview, trouble, addressFault, pairs, ...data } = props;
  const { context, version } = data;
  const { links, strings } = context;
  const text = strings.parameters;
  const file = version.files.find((candidate) => candidate.role === 'parameter');
  const line = description.for;
  const place = toPlace(data, line);
  const table = boundParameters(description.items, maxTableRows);
  const isServed = version.state !== 'quarantined';
  return (
    <VersionFrame
      {...data}
      tab="parameters"
      canonical={links.version(version, 'parameters')}
      description={text.description(version.name, version.version)}
      wide
      islands={isServed ? ['parameters'] : []}
    >
      <h2>{text.heading}</h2>
      <p>
        {text.intro} {file !== undefined && <a href={links.file(version, file.path)}>{text.file}</a>}
      </p>
      <LineSwitch
        context={context}
        shown={line}
        toHref={(other) => links.version(version, 'parameters', other, pairs)}
      />
      {description.pending && <PendingNotice context={context} line={line} />}
      {isServed && (
        <div class="studio" data-studio={JSON.stringify(place)}>
          <ParameterStudio
            context={{
              text: strings,
              live: false,
              action: place.action,
              toRule: links.rule,
              opened: nothingOpen,
            }}
            place={place}
            description={description}
            draft={draft}
            preview={preview}
            trouble={trouble}
            addressFault={addressFault}
          />
        </div>
      )}
      {!description.pending && description.items.length === 0 && <p class="empty">{text.none}</p>}
      {description.items.length > 0 && (
        <section class="parameter-reference" aria-labelledby="all-parameters">
          <h2 id="all-parameters">{strings.form.tableHeading}</h2>
          <ParameterTable context={context} parameters={table.parameters} caption={text.heading} />
          {table.left > 0 && <p class="hint">{strings.form.tableCut(table.left)}</p>}
          <p class="file-facts">
            <a href={links.parameterSchema(version, { line, format: 'json-schema' })}>{text.schema}</a>
            <a href={links.parameterSchema(version, { line, format: 'openapi' })}>{strings.definition.openApi}</a>
          </p>
        </section>
      )}
    </VersionFrame>
  );
}

function toPlace({ context, version }: VersionPageData, line: string): StudioPlace {
  const { links, toAbsolute } = context;
  const { catalog, name } = version;
  const bundle = new URL(toAbsolute(links.bundle(version, { line })));
  const path = ['catalogs', catalog, 'addons', name, 'versions', version.version].map(encodeURIComponent).join('/');
  return {
    catalog,
    name,
    version: version.version,
    line,
    registry: toRegistryName(catalog),
    digest: version.digest,
    treeDigest: version.treeDigest,
    action: links.version(version, 'parameters', line),
    api: links.api(`/${path}`),
    pageUrl: toAbsolute(links.version(version, 'parameters')),
    bundleUrl: `${bundle.origin}${bundle.pathname}`,
    rules: links.rule(''),
  };
}
