import type { Effect } from '../../../schemas/effects.ts';
import type { EffectDifference } from '../../../schemas/version-diff.ts';

/** What enabling does with one version and not with the other, in the order of the effects; where it is written makes no difference. */
export function compareEffects(before: readonly Effect[], after: readonly Effect[]): readonly EffectDifference[] {
  const [was, is] = [new Set(before.map(toKey)), new Set(after.map(toKey))];
  return [
    ...listFirst(
      after.filter((effect) => !was.has(toKey(effect))),
      'appeared',
    ),
    ...listFirst(
      before.filter((effect) => !is.has(toKey(effect))),
      'vanished',
    ),
  ];
}

function listFirst(effects: readonly Effect[], change: EffectDifference['change']): readonly EffectDifference[] {
  const unique = new Map<string, Effect>();
  for (const effect of effects) if (!unique.has(toKey(effect))) unique.set(toKey(effect), effect);
  return [...unique.values()].map((effect) => ({ change, effect }));
}

function toKey({ kind, subject, value, definition = '' }: Effect): string {
  return JSON.stringify([kind, subject, value, definition]);
}
