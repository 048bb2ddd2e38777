import type { VNode } from 'preact';
import type { PageContext } from '../context/page-context.ts';

/** Says that a release line has not judged a version yet. */
export function PendingNotice({ context, line }: { context: PageContext; line: string }): VNode {
  const text = context.strings.verdict;
  return (
    <div class="empty">
      <p>
        <strong>{text.pendingTitle}</strong>
      </p>
      <p class="quiet">{text.pendingText(line)}</p>
    </div>
  );
}
