import type { VNode } from 'preact';
import type { VersionState } from '../../schemas/version-state.ts';
import type { PageContext } from '../context/page-context.ts';

interface StateMarkProps {
  readonly context: PageContext;
  readonly state: VersionState;
}

/** The state of a version as a word; nothing for one that is simply active. */
export function StateMark({ context, state }: StateMarkProps): VNode | null {
  if (state === 'active') return null;
  const look = state === 'quarantined' ? 'label label-bad' : 'label label-warn';
  return <span class={look}>{context.strings.states.words[state]}</span>;
}
