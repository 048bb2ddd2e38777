import type { StateAction, StateReason, VersionState } from '../../schemas/version-state.ts';

const words = {
  yank: { done: 'is yanked', opposite: 'yanked' },
  unyank: { done: 'is no longer yanked', opposite: 'yanked' },
  deprecate: { done: 'is deprecated', opposite: 'deprecated' },
  undeprecate: { done: 'is no longer deprecated', opposite: 'deprecated' },
  quarantine: { done: 'is quarantined', opposite: 'quarantined' },
  release: { done: 'is no longer quarantined', opposite: 'quarantined' },
} as const satisfies Record<StateAction, { done: string; opposite: VersionState }>;

export interface SaidOfState {
  /** `fluxcd v1.0.0 of official`. */
  readonly subject: string;
  readonly action: StateAction;
  /** What holds now; undefined for a whole addon. */
  readonly state: VersionState | undefined;
}

/** What a change brought, in words. */
export function toChangedWords({ subject, action, state }: SaidOfState): string {
  const { done, opposite } = words[action];
  const takesBack = done.startsWith('is no longer');
  if (state === undefined || (!takesBack && state === opposite)) return `${subject} ${done}`;
  if (!takesBack) return `${subject} ${done}; it stays ${state} meanwhile`;
  return state === opposite
    ? `${subject} ${done} by itself, but its whole addon is`
    : `${subject} ${done}; it is ${state}`;
}

/** Why nothing changed, in words; `before` is what stood already. */
export function toUnchangedWords({ subject, action, state }: SaidOfState, before: StateReason | undefined): string {
  const { opposite } = words[action];
  if (before !== undefined) {
    return `nothing changed: ${subject} is ${opposite} since ${before.at}, by ${before.author}: ${before.reason}`;
  }
  return state === opposite
    ? `nothing changed: ${subject} is not ${opposite} by itself, but its whole addon is`
    : `nothing changed: ${subject} is not ${opposite}`;
}
