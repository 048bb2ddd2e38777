import type { ComponentChildren, VNode } from 'preact';

/** One fact of a list of pairs: what it is called, and what it is. */
export function FactPair({ label, children }: { label: string; children: ComponentChildren }): VNode {
  return (
    <div class="fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
