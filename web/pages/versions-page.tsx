import type { VNode } from 'preact';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import type { VersionSummary } from '../../schemas/rest.ts';
import type { Verdict } from '../../schemas/verdict.ts';
import type { StateEvent } from '../../schemas/version-state.ts';
import { ComparePicker, listComparable } from '../components/compare-picker.tsx';
import { FindingCountsMark, hasFindings } from '../components/finding-counts-mark.tsx';
import { hasRequirements, RequirementList } from '../components/requirement-list.tsx';
import { StateHistory } from '../components/state-history.tsx';
import { StateMark } from '../components/state-mark.tsx';
import { toReason } from '../components/verdict-list.tsx';
import { VerdictMark } from '../components/verdict-mark.tsx';
import { VersionFrame } from '../components/version-frame.tsx';
import type { ComparisonState, VersionReference } from '../context/links.ts';
import type { PageContext } from '../context/page-context.ts';
import type { VersionPageData } from '../context/version-page-data.ts';

export interface VersionsPageData extends VersionPageData {
  /** What was said of states of its versions lately, newest first. */
  readonly events: readonly StateEvent[];
}

/** All versions of an addon, newest first by the client's own order. */
export function VersionsPage({ events, ...data }: VersionsPageData): VNode {
  const { context, version, addon } = data;
  const { links, strings } = context;
  const text = strings.versions;
  const comparable = listComparable(addon);
  const before = new Map(comparable.map(({ version: each }, index) => [each, comparable[index + 1]?.version]));
  return (
    <VersionFrame {...data} tab="versions" canonical={links.version(version, 'versions')} wide>
      <h2>{text.heading}</h2>
      <ComparePicker context={context} addon={addon} state={toComparison(data)} />
      <table class="rows version-rows">
        <thead>
          <tr>
            <th scope="col">{text.version}</th>
            <th scope="col">{text.published}</th>
            <th scope="col">{text.requires}</th>
            {context.lines.map((line) => (
              <th key={line} scope="col">
                {strings.verdict.line(line)}
              </th>
            ))}
            <th scope="col">{text.findings}</th>
            <th scope="col" class="number">
              {text.size}
            </th>
          </tr>
        </thead>
        <tbody>
          {addon.versions.map((entry) => (
            <VersionRow key={entry.version} data={data} entry={entry} before={before.get(entry.version)} />
          ))}
        </tbody>
      </table>
      <StateHistory context={context} events={events} />
    </VersionFrame>
  );
}

/** The shown version, or the newest where its content may not be shown, and the one before it; of the oldest one, the one after it. */
function toComparison({ addon, version }: VersionPageData): ComparisonState {
  const comparable = listComparable(addon);
  const index = Math.max(
    comparable.findIndex((entry) => entry.version === version.version),
    0,
  );
  const to = comparable[index];
  const from = comparable[index + 1] ?? comparable[index - 1];
  return {
    ...(to === undefined ? {} : { to: to.version }),
    ...(from === undefined ? {} : { from: from.version }),
  };
}

interface VersionRowProps {
  readonly data: VersionPageData;
  readonly entry: VersionSummary;
  /** The version that comes before it. */
  readonly before: string | undefined;
}

function VersionRow({ data, entry, before }: VersionRowProps): VNode {
  const { context, version, addon } = data;
  const { links, strings, formats } = context;
  const text = strings.versions;
  const shown = entry.version === version.version;
  const reference = { catalog: version.catalog, name: version.name, version: entry.version };
  return (
    <tr class={shown ? 'row-shown' : undefined}>
      <th scope="row">
        <a href={links.version(reference)} aria-current={shown ? 'true' : undefined} data-item>
          {entry.version}
        </a>{' '}
        {entry.version === addon.latest && <span class="label label-good">{strings.version.newest}</span>}
        <StateMark context={context} state={entry.state} />{' '}
        {entry.prerelease && <span class="label">{strings.version.prerelease}</span>}{' '}
        {entry.contents > 1 && <span class="quiet cell-note">{strings.version.contentsCount(entry.contents)}</span>}{' '}
        {before !== undefined && (
          <a class="cell-note" href={links.compare(addon, { from: before, to: entry.version })}>
            {strings.compare.since(before)}
          </a>
        )}
      </th>
      <td data-label={text.published}>
        <time class="nowrap" dateTime={entry.published}>
          {formats.date(entry.published)}
        </time>
      </td>
      <td data-label={text.requires} class={hasRequirements(entry.requirements) ? undefined : 'cell-empty'}>
        <RequirementList context={context} requirements={entry.requirements} />
      </td>
      {context.lines.map((line) => (
        <VerdictCell key={line} context={context} line={line} reference={reference} verdicts={entry.verdicts} />
      ))}
      <td data-label={text.findings} class={hasFindings(entry.findings) ? undefined : 'cell-empty'}>
        <FindingCountsMark context={context} counts={entry.findings} />
      </td>
      <td class="number nowrap" data-label={text.size}>
        {formats.size(entry.sizeBytes)}
      </td>
    </tr>
  );
}

interface VerdictCellProps {
  readonly context: PageContext;
  readonly line: ReleaseLine;
  readonly reference: VersionReference;
  readonly verdicts: readonly Verdict[];
}

function VerdictCell({ context, line, reference, verdicts }: VerdictCellProps): VNode {
  const verdict = verdicts.find((candidate) => candidate.line === line);
  return (
    <td
      data-label={context.strings.verdict.line(line)}
      data-line={line}
      class={verdict === undefined ? 'cell-empty' : undefined}
    >
      {verdict === undefined ? (
        <span class="quiet">–</span>
      ) : (
        <VerdictMark context={context} verdict={verdict} {...toReason(context, reference, verdict)} />
      )}
    </td>
  );
}
