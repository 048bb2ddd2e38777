import type { VNode } from 'preact';
import type { Finding } from '../../schemas/finding.ts';
import type { PageContext } from '../context/page-context.ts';
import { FindingText } from './finding-text.tsx';

interface FindingEntryProps {
  readonly context: PageContext;
  readonly finding: Finding;
  readonly href: string | undefined;
  /** The place without its file, where the file stands above. */
  readonly short?: true;
}

/** One finding: its place, the lines that it concerns, its rule, its message and how to mend it. */
export function FindingEntry({ context, finding, href, short }: FindingEntryProps): VNode {
  const { strings, links } = context;
  const text = strings.findings;
  const place = toPlace(finding, { whole: text.whole, short });
  return (
    <li class={`finding finding-${finding.severity}`}>
      <p class="finding-place">
        {short && <span class={`count severity-${finding.severity}`}>{strings.severity[finding.severity]}</span>}
        {place !== '' && (href === undefined ? <span>{place}</span> : <a href={href}>{place}</a>)}
        {finding.for !== undefined && <span class="label">{text.only(finding.for.join(', '))}</span>}
        <a class="finding-rule" href={links.rule(finding.rule)}>
          {finding.rule}
        </a>
      </p>
      <FindingText context={context} finding={finding} />
    </li>
  );
}

function toPlace(
  { file, line, column }: Finding,
  { whole, short }: { readonly whole: string; readonly short: true | undefined },
): string {
  if (short) return file === '' ? '' : `${file}:${line}:${column}`;
  return file === '' ? whole : `${file}:${line}:${column}`;
}

/** Tells findings apart in a list. */
export function toFindingKey({ rule, file, line, column, message, for: lines = [] }: Finding): string {
  return [rule, file, line, column, message, ...lines].join(' ');
}
