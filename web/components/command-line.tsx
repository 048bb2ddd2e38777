import type { VNode } from 'preact';
import type { PageContext } from '../context/page-context.ts';

/** One line to copy into a terminal. The button stays hidden until the script that serves it has come. */
export function CommandLine({ context, line }: { context: PageContext; line: string }): VNode {
  const { frame } = context.strings;
  return (
    <div class="command">
      <code class="command-text">{line}</code>
      <button
        type="button"
        class="command-copy"
        hidden
        data-copy={line}
        data-copied={frame.copied}
        aria-label={frame.copyLine(line)}
      >
        {frame.copy}
      </button>
    </div>
  );
}
