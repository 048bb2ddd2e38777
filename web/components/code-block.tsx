import type { VNode } from 'preact';
import type { PageContext } from '../context/page-context.ts';

interface CodeBlockProps {
  readonly context: PageContext;
  readonly label: string;
  readonly text: string;
}

/** A short text to read and copy whole. The button stays hidden until the script that serves it has come. */
export function CodeBlock({ context, label, text }: CodeBlockProps): VNode {
  const { frame } = context.strings;
  return (
    <div class="code-block">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre tabIndex={0}>{text}</pre>
      <button
        type="button"
        class="command-copy"
        hidden
        data-copy={text}
        data-copied={frame.copied}
        aria-label={frame.copyLine(label)}
      >
        {frame.copy}
      </button>
    </div>
  );
}
