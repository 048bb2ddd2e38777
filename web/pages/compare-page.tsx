import type { ComponentChildren, VNode } from 'preact';
import type { AddonDetail } from '../../schemas/rest.ts';
import type { VersionDiff } from '../../schemas/version-diff.ts';
import { ComparePicker } from '../components/compare-picker.tsx';
import { DefinitionDifferences } from '../components/definition-differences.tsx';
import { DemandDifferences } from '../components/demand-differences.tsx';
import { DocumentFrame } from '../components/document-frame.tsx';
import { EffectDifferences } from '../components/effect-differences.tsx';
import { FileDifferences } from '../components/file-differences.tsx';
import { FindingEntry } from '../components/finding-entry.tsx';
import { LineSwitch } from '../components/line-switch.tsx';
import { ObjectDifferences } from '../components/object-differences.tsx';
import { StepVerdictNotice } from '../components/step-verdict-notice.tsx';
import { ValueChangeTable } from '../components/value-change-table.tsx';
import { ValuesForm } from '../components/values-form.tsx';
import type { AddonReference, ComparisonState } from '../context/links.ts';
import type { PageContext, PageHead } from '../context/page-context.ts';
import type { FileTextDiff } from '../context/text-diff.ts';
import type { ValuesState } from '../context/values-state.ts';

export interface ComparePageData {
  readonly context: PageContext;
  readonly addon: AddonDetail;
  readonly state: ComparisonState;
  /** Undefined when there is nothing to compare. */
  readonly comparison:
    | {
        readonly diff: VersionDiff;
        readonly texts: readonly FileTextDiff[];
        /** Undefined: nobody asked what becomes of values. */
        readonly values: ValuesState | undefined;
      }
    | undefined;
}

/** Two versions of an addon: parameters first, then definitions, what is needed, objects, what it does, files. */
export function ComparePage(data: ComparePageData): VNode {
  const { context, addon, state, comparison } = data;
  const { links, strings } = context;
  const text = strings.compare;
  return (
    <DocumentFrame context={context} head={toHead(data)}>
      <h1>{toTitle(data)}</h1>
      <ComparePicker context={context} addon={addon} state={toShown(data)} />
      {comparison === undefined ? (
        <p class="empty">{text.single}</p>
      ) : (
        <>
          <LineSwitch
            context={context}
            shown={comparison.diff.for}
            toHref={(line) => links.compare(addon, { ...state, ...(line === undefined ? {} : { for: line }) })}
          />
          <Comparison
            context={context}
            addon={{ catalog: addon.catalog, name: addon.name }}
            state={state}
            {...comparison}
          />
        </>
      )}
    </DocumentFrame>
  );
}

/** The versions as their author wrote them, where an address says it a little otherwise. */
function toShown({ state, comparison }: ComparePageData): ComparisonState {
  if (comparison === undefined) return state;
  const { from, to } = comparison.diff;
  return { ...state, from: from.version, to: to.version };
}

function toTitle({ context, addon, comparison }: ComparePageData): string {
  const text = context.strings.compare;
  if (comparison === undefined) return text.pickTitle(addon.name);
  const { from, to } = comparison.diff;
  return text.title(addon.name, from.version, to.version);
}

function toHead(data: ComparePageData): PageHead {
  const { context, addon, comparison } = data;
  const { links, strings } = context;
  const text = strings.compare;
  const trail = [
    { label: addon.catalog, href: links.addons({ catalog: addon.catalog }) },
    { label: addon.name, href: links.addon(addon.catalog, addon.name) },
    { label: text.trail },
  ];
  if (comparison === undefined) return { title: toTitle(data), description: toTitle(data), trail, noIndex: true };
  const { from, to } = comparison.diff;
  const query = new URLSearchParams({ from: from.version, to: to.version, for: comparison.diff.for });
  const api = `/catalogs/${encodeURIComponent(addon.catalog)}/addons/${encodeURIComponent(addon.name)}/diff?${query}`;
  return {
    title: toTitle(data),
    description: text.description(addon.name, from.version, to.version),
    canonical: links.compare(addon, { from: from.version, to: to.version }),
    json: links.api(api),
    trail,
  };
}

interface ComparisonProps {
  readonly context: PageContext;
  readonly addon: AddonReference;
  readonly state: ComparisonState;
  readonly diff: VersionDiff;
  readonly texts: readonly FileTextDiff[];
  readonly values: ValuesState | undefined;
}

function Comparison({ context, addon, state, diff, texts, values }: ComparisonProps): VNode {
  const text = context.strings.compare;
  const part = { context, diff };
  const refused = [diff.from, diff.to].filter((side) => side.refused !== undefined);
  return (
    <>
      <StepVerdictNotice context={context} diff={diff} />
      {diff.findings.length > 0 && (
        <section aria-labelledby="unread">
          <h2 id="unread">{text.unread}</h2>
          <ul class="finding-list">
            {diff.findings.map((finding, index) => (
              <FindingEntry key={index} context={context} finding={finding} href={undefined} />
            ))}
          </ul>
        </section>
      )}
      <Part {...part} id="parameters" title={text.parameters} count={diff.parameters.length}>
        <ValueChangeTable {...part} caption={text.parameters} changes={diff.parameters} />
      </Part>
      <ValuesForm context={context} addon={addon} state={state} diff={diff} values={values} />
      <Part {...part} id="definitions" title={text.definitions} count={diff.definitions.length}>
        <DefinitionDifferences {...part} />
      </Part>
      <Part {...part} id="demands" title={text.demands} count={diff.dependencies.length + diff.requirements.length}>
        <DemandDifferences {...part} />
      </Part>
      <Part
        {...part}
        id="objects"
        title={text.objects}
        count={diff.objects.length}
        intro={
          refused.length === 0 ? (
            <p class="quiet">{text.objectsText(diff.for)}</p>
          ) : (
            refused.map((side) => (
              <p key={side.version} class="notice">
                {text.refused(side.version, diff.for)} <q>{side.refused}</q>
              </p>
            ))
          )
        }
      >
        <ObjectDifferences context={context} objects={diff.objects} />
      </Part>
      <Part {...part} id="effects" title={text.effects} count={diff.effects.length}>
        <EffectDifferences {...part} />
      </Part>
      <Part {...part} id="files" title={text.files} count={diff.files.length}>
        <FileDifferences {...part} addon={addon} state={state} texts={texts} />
      </Part>
    </>
  );
}

interface PartProps {
  readonly context: PageContext;
  readonly diff: VersionDiff;
  readonly id: VersionDiff['cut'][number] | 'demands';
  readonly title: string;
  readonly count: number;
  readonly intro?: ComponentChildren;
  readonly children: ComponentChildren;
}

function Part({ context, diff, id, title, count, intro, children }: PartProps): VNode {
  const text = context.strings.compare;
  return (
    <section class="compare-part" aria-labelledby={id}>
      <h2 id={id}>
        {title} <span class="tab-count">{context.formats.number(count)}</span>
      </h2>
      {intro}
      {count === 0 ? <p class="quiet">{text.none}</p> : children}
      {diff.cut.some((part) => part === id) && <p class="quiet">{text.cut}</p>}
    </section>
  );
}
