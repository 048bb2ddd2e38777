import type { VNode } from 'preact';
import type { FormDescription } from '../../schemas/form.ts';
import type { Preview } from '../../schemas/preview.ts';
import type { Draft } from '../context/form/draft.ts';
import type { FormContext } from '../context/form/form-context.ts';
import { type StudioPlace, toStudioState, toValuesUrl } from '../context/form/studio-data.ts';
import { ManifestCopies } from './manifest-copies.tsx';
import { type ManifestTrouble, ManifestView } from './manifest-view.tsx';
import { ParameterForm } from './parameter-form.tsx';

/** Everything that the form and the manifest beside it show. */
export interface ParameterStudioProps {
  readonly context: FormContext;
  readonly place: StudioPlace;
  readonly description: FormDescription;
  readonly draft: Draft;
  readonly preview: Preview | undefined;
  readonly trouble?: ManifestTrouble | undefined;
  /** Why a part of the address was not taken. */
  readonly addressFault?: string | undefined;
  /** How the live manifest fares; absent without a script. */
  readonly status?: string;
}

/** The form for parameters beside what enabling with them writes. */
export function ParameterStudio(props: ParameterStudioProps): VNode {
  const { context, place, description, draft, preview, trouble, addressFault, status } = props;
  const text = context.text;
  const state = toStudioState(description, draft, preview);
  const { pairs, values } = state;
  const applied = { flavor: 'apply', for: place.line };
  const bundleUrl = pairs && toValuesUrl(place.bundleUrl, pairs, applied);
  const application = findApplication(preview);
  return (
    <div class="studio-columns">
      <section class="studio-form" aria-labelledby="try">
        <h2 id="try">{text.form.heading}</h2>
        <p class="hint">{text.form.intro}</p>
        {addressFault !== undefined && <p class="notice notice-bad">{text.form.addressFault(addressFault)}</p>}
        <ParameterForm
          context={context}
          model={state.model}
          notes={state}
          yaml={draft.get('y') ?? ''}
          yamlFaults={preview?.faults ?? []}
        />
      </section>
      <section class="studio-manifest" aria-labelledby="manifest">
        <h2 id="manifest" tabIndex={-1}>
          {text.manifest.heading}
        </h2>
        <p class="hint">
          {text.manifest.line(place.line)} <span class="studio-status">{status}</span>
        </p>
        <ManifestView
          context={context}
          preview={preview}
          trouble={trouble}
          incomplete={state.missing.size > 0 && state.messages.size === 0 && state.model.reading.faults.size === 0}
          bundleHref={bundleUrl}
        />
        <ManifestCopies
          context={context}
          enabled={{ registry: place.registry, addon: place.name, version: place.version }}
          values={values}
          secrets={state.secrets}
          application={application}
          bundleUrl={bundleUrl}
          pageUrl={pairs && toValuesUrl(place.pageUrl, pairs, { for: place.line })}
          lockEntry={toLockEntry(place)}
        />
      </section>
    </div>
  );
}

function findApplication(preview: Preview | undefined): string | undefined {
  if (preview?.outcome.kind !== 'rendered') return undefined;
  return preview.outcome.documents.find(({ from, state }) => from === 'application' && state !== 'removed')?.text;
}

/** A member of a lock as chandlery.lock writes it. */
function toLockEntry({ name, catalog, version, digest, treeDigest }: StudioPlace): string {
  const lines = [`name: ${name}`, `catalog: ${catalog}`, `version: ${JSON.stringify(version)}`, `digest: ${digest}`];
  return `- ${[...lines, `treeDigest: ${treeDigest}`].join('\n  ')}\n`;
}
