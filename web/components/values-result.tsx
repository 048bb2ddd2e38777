import type { VNode } from 'preact';
import type { ValueIssue, ValuesCheck } from '../../schemas/values-check.ts';
import type { VersionDiff } from '../../schemas/version-diff.ts';
import type { PageContext } from '../context/page-context.ts';
import { BreakableName } from './breakable-name.tsx';
import { FindingEntry } from './finding-entry.tsx';
import { ObjectDifferences } from './object-differences.tsx';

interface ValuesResultProps {
  readonly context: PageContext;
  readonly diff: VersionDiff;
  readonly check: ValuesCheck;
}

/** Whether values are still valid: what the release line says, what happens to each of them, what comes out otherwise. */
export function ValuesResult({ context, diff, check }: ValuesResultProps): VNode {
  const text = context.strings.values;
  const { to, for: line, valid, refused, refusedBefore, issues, objects, findings } = check;
  return (
    <>
      <div class={`notice ${valid ? 'notice-good' : 'notice-bad'}`}>
        <p>
          <strong>{valid ? text.valid(to, line) : text.invalid(to, line)}</strong>
        </p>
        {refused !== undefined && (
          <p>
            {text.says} <q class="values-said">{refused}</q>
          </p>
        )}
        {refusedBefore !== undefined && check.from !== undefined && (
          <p>
            {text.refusedBefore(check.from)} <q class="values-said">{refusedBefore}</q>
          </p>
        )}
      </div>
      {findings.length > 0 && (
        <ul class="finding-list">
          {findings.map((finding, index) => (
            <FindingEntry key={index} context={context} finding={finding} href={toHref(context, diff, finding)} />
          ))}
        </ul>
      )}
      {issues.length === 0 ? (
        <p class="quiet">{text.noIssues}</p>
      ) : (
        <IssueTable context={context} diff={diff} issues={issues} />
      )}
      {objects.length > 0 && (
        <details class="values-objects">
          <summary>{text.objects(objects.length)}</summary>
          <ObjectDifferences context={context} objects={objects} />
        </details>
      )}
      {objects.length === 0 && valid && refusedBefore === undefined && <p class="quiet">{text.sameObjects}</p>}
      {check.cut && <p class="quiet">{context.strings.compare.cut}</p>}
    </>
  );
}

interface Placed {
  readonly file?: string;
  readonly line?: number;
}

function toHref({ links }: PageContext, { to }: VersionDiff, { file, line }: Placed): string | undefined {
  const { catalog } = to;
  if (catalog === undefined || file === undefined || file === '') return undefined;
  return links.file({ ...to, catalog }, file, line);
}

const tones: Readonly<Record<ValueIssue['effect'], string>> = {
  refused: 'count severity-error',
  changed: 'count severity-warning',
  ignored: 'count severity-warning',
  accepted: 'count severity-info',
};
const maxRows = 200;

function IssueTable({
  context,
  diff,
  issues,
}: Omit<ValuesResultProps, 'check'> & { issues: readonly ValueIssue[] }): VNode {
  const text = context.strings.values;
  return (
    <>
      <table class="rows">
        <caption class="visually-hidden">{text.heading}</caption>
        <thead>
          <tr>
            <th scope="col">{text.value}</th>
            <th scope="col">{text.effect}</th>
            <th scope="col">{text.reason}</th>
          </tr>
        </thead>
        <tbody>
          {issues.slice(0, maxRows).map((issue, index) => {
            const href = toHref(context, diff, issue);
            return (
              <tr key={index}>
                <th scope="row">
                  <code>
                    <BreakableName name={issue.path.join('.')} />
                  </code>
                </th>
                <td data-label={text.effect}>
                  <span class={tones[issue.effect]}>{text.effects[issue.effect]}</span>
                </td>
                <td data-label={text.reason}>
                  <div>
                    <Reason context={context} issue={issue} />
                    {href !== undefined && (
                      <a class="cell-note" href={href}>
                        {issue.file}:{issue.line}
                      </a>
                    )}
                  </div>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {issues.length > maxRows && <p class="quiet">{context.strings.compare.more(issues.length - maxRows)}</p>}
    </>
  );
}

function Reason({ context, issue }: { context: PageContext; issue: ValueIssue }): VNode {
  const text = context.strings.values;
  const { kind, expected, before, after, nearest } = issue;
  return (
    <>
      {text.kinds[kind]} {expected !== undefined && <code>{expected}</code>}
      {before !== undefined && (
        <>
          <code>{before}</code> → {after === undefined ? text.noDefault : <code>{after}</code>}
        </>
      )}
      {nearest !== undefined && (
        <>
          {' '}
          {text.nearest} <code>{nearest}</code>
        </>
      )}
    </>
  );
}
