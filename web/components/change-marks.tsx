import type { VNode } from 'preact';
import type { PageContext } from '../context/page-context.ts';
import type { Strings } from '../strings/strings.ts';

/** What happened to something, in the words of the catalogue. */
export type ChangeWord = keyof Strings['compare']['changes'];

/** Whether a change breaks what worked before, as a word and a shape. */
export function BreakingMark({ context, breaking }: { context: PageContext; breaking: boolean }): VNode {
  const text = context.strings.compare;
  return breaking ? (
    <span class="count severity-error">{text.breaking}</span>
  ) : (
    <span class="state state-ok">{text.compatible}</span>
  );
}

const tones: { readonly [Word in ChangeWord]?: 'added' | 'removed' } = {
  added: 'added',
  appeared: 'added',
  removed: 'removed',
  vanished: 'removed',
};

/** What happened to something, as a word. */
export function ChangeMark({ context, change }: { context: PageContext; change: ChangeWord }): VNode {
  const tone = tones[change];
  return (
    <span class={tone === undefined ? 'change' : `change change-${tone}`}>
      {context.strings.compare.changes[change]}
    </span>
  );
}
