import type { VNode } from 'preact';
import type { PageContext } from '../context/page-context.ts';
import { CopyButton } from './copy-button.tsx';

interface CodeBlockProps {
  readonly context: PageContext;
  readonly label: string;
  readonly text: string;
}

/** A short text to read and copy whole. */
export function CodeBlock({ context, label, text }: CodeBlockProps): VNode {
  return (
    <div class="code-block">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre tabIndex={0}>{text}</pre>
      <CopyButton context={context} text={text} label={label} />
    </div>
  );
}
