import type { VNode } from 'preact';
import type { Verdict } from '../../schemas/verdict.ts';
import type { PageContext } from '../context/page-context.ts';
import { toVerdictWord } from '../context/verdict-word.ts';

interface VerdictMarkProps {
  readonly context: PageContext;
  readonly verdict: Verdict;
  /** Lines that the mark stands for when there are several. */
  readonly lines?: readonly string[];
  /** Where the word leads. */
  readonly href?: string;
}

/** What a release line makes of a version, as a shape and a word; its meaning is the title. */
export function VerdictMark({ context, verdict, lines = [verdict.line], href }: VerdictMarkProps): VNode {
  const text = context.strings.verdict;
  const word = toVerdictWord(verdict);
  const mark = (
    <span class={`verdict verdict-${word}`} title={text.meaning[word](lines.join(', '))}>
      {text.words[word]}
    </span>
  );
  return href === undefined ? mark : <a href={href}>{mark}</a>;
}
