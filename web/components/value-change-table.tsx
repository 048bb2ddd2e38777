import type { VNode } from 'preact';
import type { ValueChange, VersionDiff } from '../../schemas/version-diff.ts';
import type { PageContext } from '../context/page-context.ts';
import { BreakableName } from './breakable-name.tsx';
import { BreakingMark, ChangeMark } from './change-marks.tsx';

interface ValueChangeTableProps {
  readonly context: PageContext;
  readonly caption: string;
  readonly diff: VersionDiff;
  readonly changes: readonly ValueChange[];
}

const maxRows = 200;

/** Differences of parameters or definitions, breaking ones first, with both texts and where they stand. */
export function ValueChangeTable({ context, caption, diff, changes }: ValueChangeTableProps): VNode {
  const text = context.strings.compare;
  return (
    <>
      <table class="rows change-rows">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{text.parameter}</th>
            <th scope="col">{text.change}</th>
            <th scope="col">{text.verdict}</th>
            <th scope="col">{text.before}</th>
            <th scope="col">{text.after}</th>
          </tr>
        </thead>
        <tbody>
          {changes.slice(0, maxRows).map((change, index) => (
            <tr key={index}>
              <th scope="row">
                <code>
                  <BreakableName name={change.path.join('.').replaceAll('.[]', '[]') || text.whole} />
                </code>
              </th>
              <td data-label={text.change}>
                <ChangeMark context={context} change={change.kind} />
              </td>
              <td data-label={text.verdict}>
                <BreakingMark context={context} breaking={change.breaking} />
              </td>
              <Side context={context} label={text.before} side={diff.from} value={change.before} at={change.beforeAt} />
              <Side context={context} label={text.after} side={diff.to} value={change.after} at={change.afterAt} />
            </tr>
          ))}
        </tbody>
      </table>
      {changes.length > maxRows && <p class="quiet">{text.more(changes.length - maxRows)}</p>}
    </>
  );
}

interface SideProps {
  readonly context: PageContext;
  readonly label: string;
  readonly side: VersionDiff['from'];
  readonly value: string | undefined;
  readonly at: ValueChange['beforeAt'];
}

function Side({ context, label, side, value, at }: SideProps): VNode {
  const { catalog } = side;
  const empty = value === undefined && at === undefined;
  return (
    <td data-label={label} class={empty ? 'cell-empty' : undefined}>
      <div>
        {value !== undefined && <code class="change-text">{value}</code>}
        {at !== undefined && catalog !== undefined && (
          <a class="cell-note" href={context.links.file({ ...side, catalog }, at.file, at.line)}>
            {at.file}:{at.line}
          </a>
        )}
      </div>
    </td>
  );
}
