import type { VNode } from 'preact';
import type { PageContext } from '../context/page-context.ts';

interface CopyButtonProps {
  readonly context: PageContext;
  /** What is copied. */
  readonly text: string;
  /** What it is called; the text itself unless given. */
  readonly label?: string;
  /** The key for copying takes this one; else it takes the first of the page. */
  readonly byKey?: true;
}

/** Copies a text. The button stays hidden until the script that serves it has come. */
export function CopyButton({ context, text, label = text, byKey }: CopyButtonProps): VNode {
  const { frame } = context.strings;
  return (
    <button
      type="button"
      class="command-copy"
      hidden
      data-copy={text}
      data-copy-first={byKey}
      data-copied={frame.copied}
      aria-label={frame.copyLine(label)}
    >
      {frame.copy}
    </button>
  );
}
