import type { Effect, EffectKind } from '../../schemas/effects.ts';
import { hitAt } from '../addon/lint/hits.ts';
import type { RuleHit } from '../addon/lint/types.ts';

/** A hit for each place of one kind of effect. */
export function* listEffectHits(
  effects: readonly Effect[],
  kind: EffectKind,
  toMessage: (effect: Effect) => string,
): Generator<RuleHit> {
  for (const effect of effects) if (effect.kind === kind) yield hitAt(effect, effect, toMessage(effect));
}
