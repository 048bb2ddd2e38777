import type { VNode } from 'preact';
import type { Finding, Severity } from '../../schemas/finding.ts';
import type { PageContext } from '../context/page-context.ts';
import { MarkedText } from './marked-text.tsx';

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
                key={`${finding.rule} ${finding.file} ${finding.line} ${finding.column} ${finding.message}`}
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

interface FindingEntryProps {
  readonly context: PageContext;
  readonly finding: Finding;
  readonly href: string | undefined;
}

function FindingEntry({ context, finding, href }: FindingEntryProps): VNode {
  const { strings, links } = context;
  const text = strings.findings;
  const place = finding.file === '' ? text.whole : `${finding.file}:${finding.line}:${finding.column}`;
  return (
    <li class={`finding finding-${finding.severity}`}>
      <p class="finding-place">
        {href === undefined ? <span>{place}</span> : <a href={href}>{place}</a>}
        {finding.for !== undefined && <span class="label">{text.only(finding.for.join(', '))}</span>}
        <a class="finding-rule" href={links.rule(finding.rule)}>
          {finding.rule}
        </a>
      </p>
      <p class="finding-message">
        <MarkedText text={finding.message} />
      </p>
      {finding.fix !== undefined && (
        <p class="finding-fix">
          <strong>{text.fix}:</strong> <MarkedText text={finding.fix} />
        </p>
      )}
    </li>
  );
}
