import type { VNode } from 'preact';
import type { Finding, Severity } from '../../schemas/finding.ts';
import type { PageContext } from '../context/page-context.ts';
import { FindingEntry, toFindingKey } from './finding-entry.tsx';

interface FindingListProps {
  readonly context: PageContext;
  readonly findings: readonly Finding[];
  /** Keeps ids apart where a page has several lists. */
  readonly idPrefix?: string;
  /** Address of a line of a file; undefined where files have no page. */
  readonly toFileHref?: (file: string, line: number) => string | undefined;
}

const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** Findings grouped by severity, each with its place, its message and how to mend it. */
export function FindingList({ context, findings, idPrefix = 'findings', toFileHref }: FindingListProps): VNode {
  const { strings } = context;
  const groups = severities
    .map((severity) => ({ severity, members: findings.filter((finding) => finding.severity === severity) }))
    .filter((group) => group.members.length > 0);
  return (
    <>
      {groups.map((group) => (
        <section key={group.severity} class="finding-group" aria-labelledby={`${idPrefix}-${group.severity}`}>
          <h3 id={`${idPrefix}-${group.severity}`} class={`severity-${group.severity}`}>
            {strings.severityGroup[group.severity]} <span class="tab-count">{group.members.length}</span>
          </h3>
          <ul class="findings">
            {group.members.map((finding) => (
              <FindingEntry
                key={toFindingKey(finding)}
                context={context}
                finding={finding}
                href={finding.file === '' ? undefined : toFileHref?.(finding.file, finding.line)}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
