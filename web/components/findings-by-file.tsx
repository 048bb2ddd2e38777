import type { VNode } from 'preact';
import type { Finding } from '../../schemas/finding.ts';
import type { PageContext } from '../context/page-context.ts';
import { FindingEntry, toFindingKey } from './finding-entry.tsx';

interface FindingsByFileProps {
  readonly context: PageContext;
  readonly findings: readonly Finding[];
  /** Address of a line of a file; undefined where files have no page. */
  readonly toFileHref: (file: string, line: number) => string | undefined;
}

/** Findings under the file that they are in, in the order of its lines; those of the addon as a whole come first. */
export function FindingsByFile({ context, findings, toFileHref }: FindingsByFileProps): VNode {
  const { strings } = context;
  return (
    <>
      {groupByFile(findings).map(([file, members], index) => (
        <section key={file} class="finding-group" aria-labelledby={`file-${index + 1}`}>
          <h3 id={`file-${index + 1}`} class={file === '' ? undefined : 'finding-file'}>
            {file === '' ? strings.findings.whole : file} <span class="tab-count">{members.length}</span>
          </h3>
          <ul class="findings">
            {members.map((finding) => (
              <FindingEntry
                key={toFindingKey(finding)}
                context={context}
                finding={finding}
                href={file === '' ? undefined : toFileHref(file, finding.line)}
                short
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function groupByFile(findings: readonly Finding[]): readonly (readonly [string, readonly Finding[]])[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) groups.set(finding.file, [...(groups.get(finding.file) ?? []), finding]);
  for (const members of groups.values()) {
    members.sort((left, right) => left.line - right.line || left.column - right.column);
  }
  return [...groups].sort(([left], [right]) => (left < right ? -1 : 1));
}
