import type { Effect, EffectCounts } from '../../schemas/effects.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import type { EvaluatedParts } from '../../schemas/rest.ts';
import type { Digest } from '../digest.ts';
import type { LineEvaluationStore } from '../storage/types.ts';

/** What the first of `lines` that has judged a content found in it; undefined when none has. */
export async function findEvaluatedParts(
  store: Pick<LineEvaluationStore, 'findFacts' | 'listDefinitions'>,
  treeDigest: Digest,
  lines: readonly ReleaseLine[],
): Promise<EvaluatedParts | undefined> {
  for (const line of lines) {
    const facts = await store.findFacts({ treeDigest, line }, ['parameters', 'effects', 'minimumVela']);
    if (facts === undefined) continue;
    const definitions = await store.listDefinitions({ treeDigest, line });
    return {
      for: line,
      definitions: [...definitions],
      parameters: facts.parameters.length,
      effects: countEffects(facts.effects),
      ...(facts.minimumVela === undefined ? {} : { minimumVela: facts.minimumVela }),
    };
  }
  return undefined;
}

function countEffects(effects: readonly Effect[]): EffectCounts {
  const counts = { danger: 0, notice: 0, plain: 0 };
  for (const { severity } of effects) counts[severity] += 1;
  return counts;
}
