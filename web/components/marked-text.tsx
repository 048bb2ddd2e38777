import type { VNode } from 'preact';

/** A sentence in which what stands between backticks is code. */
export function MarkedText({ text }: { text: string }): VNode {
  const parts = text.split('`');
  // An odd number of backticks leaves one without a partner: then the sentence is shown as it is.
  if (parts.length % 2 === 0) return <>{text}</>;
  return <>{parts.map((part, index) => (index % 2 === 0 ? part : <code key={index}>{part}</code>))}</>;
}
