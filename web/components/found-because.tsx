import type { VNode } from 'preact';
import type { SearchReason } from '../../schemas/search.ts';
import type { PageContext } from '../context/page-context.ts';

const maxReasons = 3;

/** Why words found something: which word of what, and how the two belong together. */
export function FoundBecause(props: {
  context: PageContext;
  reasons: readonly SearchReason[] | undefined;
}): VNode | null {
  const { context, reasons = [] } = props;
  if (reasons.length === 0) return null;
  const text = context.strings.search;
  return (
    <p class="found-because">
      <span class="visually-hidden">{text.because} </span>
      {reasons.slice(0, maxReasons).map((reason, index) => (
        <span key={`${reason.field} ${reason.word}`} class={`reason reason-${reason.by}`}>
          {index > 0 && <span class="visually-hidden">, </span>}
          {text.fields[reason.field]} <mark>{reason.word}</mark>
          {reason.by !== 'exact' && <span class="quiet"> {text.by[reason.by](reason.asked)}</span>}
        </span>
      ))}
    </p>
  );
}
