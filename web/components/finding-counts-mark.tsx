import type { VNode } from 'preact';
import type { FindingCounts } from '../../schemas/rest.ts';
import type { PageContext } from '../context/page-context.ts';

/** How many findings of each severity, in words and shapes; says so when there is none. */
export function FindingCountsMark({ context, counts }: { context: PageContext; counts: FindingCounts }): VNode {
  const { strings } = context;
  const parts = [
    { severity: 'error', n: counts.error, text: strings.counts.errors(counts.error) },
    { severity: 'warning', n: counts.warning, text: strings.counts.warnings(counts.warning) },
    { severity: 'info', n: counts.info, text: strings.counts.infos(counts.info) },
  ].filter((part) => part.n > 0);
  if (parts.length === 0) return <span class="counts counts-none">{strings.noFindings}</span>;
  return (
    <span class="counts">
      {parts.map((part) => (
        <span key={part.severity} class={`count severity-${part.severity}`}>
          {part.text}
        </span>
      ))}
    </span>
  );
}

/** Whether anything was found at all. */
export function hasFindings(counts: FindingCounts): boolean {
  return counts.error + counts.warning + counts.info > 0;
}
