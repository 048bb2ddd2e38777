import type { VNode } from 'preact';
import type { Verdict } from '../../schemas/verdict.ts';
import type { VersionReference } from '../context/links.ts';
import type { PageContext } from '../context/page-context.ts';
import { toVerdictWord, type VerdictWord } from '../context/verdict-word.ts';
import { VerdictMark } from './verdict-mark.tsx';

interface VerdictListProps {
  readonly context: PageContext;
  readonly version: VersionReference;
  readonly verdicts: readonly Verdict[];
}

/** The verdict of every release line, each with a way to its reasons. */
export function VerdictList({ context, version, verdicts }: VerdictListProps): VNode | null {
  if (verdicts.length === 0) return null;
  const text = context.strings.verdict;
  return (
    <ul class="verdicts">
      {verdicts.map((verdict) => (
        <li key={verdict.line}>
          <span class="verdict-line">{text.line(verdict.line)}</span>{' '}
          <VerdictMark context={context} verdict={verdict} {...toReason(context, version, verdict)} />
        </li>
      ))}
    </ul>
  );
}

/** The lines of a version gathered by what they make of it: short enough for a row of a table. */
export function VerdictSummary({ context, version, verdicts }: VerdictListProps): VNode {
  if (verdicts.length === 0) return <span class="quiet">–</span>;
  const groups = new Map<VerdictWord, Verdict[]>();
  for (const verdict of verdicts) {
    const word = toVerdictWord(verdict);
    groups.set(word, [...(groups.get(word) ?? []), verdict]);
  }
  return (
    <span class="verdict-summary">
      {[...groups.values()].map(([first, ...others]) => {
        if (first === undefined) return null;
        const lines = [first, ...others].map(({ line }) => line);
        return (
          <span key={first.line} class="verdict-group">
            <VerdictMark context={context} verdict={first} lines={lines} {...toReason(context, version, first)} />{' '}
            <span class="quiet">{lines.join(', ')}</span>
          </span>
        );
      })}
    </span>
  );
}

/** Where the reason of a verdict is told: the findings of that line, or the parameters that it wants. */
export function toReason(
  { links }: PageContext,
  version: VersionReference,
  verdict: Verdict,
): { readonly href?: string } {
  const word = toVerdictWord(verdict);
  if (word === 'refused') return { href: links.version(version, 'findings', verdict.line) };
  if (word === 'needs-parameters') return { href: links.version(version, 'parameters', verdict.line) };
  return {};
}
