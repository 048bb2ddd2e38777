import type { Conflict } from '../../../schemas/resolution.ts';
import { createResolutionProblem } from '../create-resolution-problem.ts';
import { solve } from '../solver/solve.ts';
import type { RefutedResolution } from '../types.ts';
import { listLeafClauses } from './list-leaf-clauses.ts';
import type { MinimiseLimits } from './minimise.ts';
import { shortenRefutation } from './shorten-refutation.ts';
import { type SuggestLimits, suggest } from './suggest.ts';
import { toConflict } from './to-conflict.ts';
import { getWords, type Wording } from './words.ts';

/** How much work an explanation may take; beyond it the explanation is longer or offers less, and still holds. */
export interface ExplainLimits {
  readonly minimise: MinimiseLimits;
  readonly suggest: SuggestLimits;
}

const defaultLimits: ExplainLimits = {
  minimise: { maxSolves: 400, maxSteps: 20_000 },
  suggest: { maxSolves: 24, maxSteps: 6_000 },
};

/**
 * Explains why a request cannot be met: the fewest facts that exclude one another, what follows from them, and
 * changes that were tried and settle it. Equal refutations have equal explanations.
 */
export function explain(
  { problem, derivation }: RefutedResolution,
  wording: Wording,
  limits: ExplainLimits = defaultLimits,
): Conflict {
  const words = getWords(wording);
  const { derivation: shortest } = shortenRefutation({ problem, derivation }, limits.minimise);
  const facts = listLeafClauses(shortest).map(({ fact }) => fact);
  const { suggestions, another } = suggest(
    { solve, createProblem: createResolutionProblem },
    { request: problem.request, universe: problem.universe, facts },
    { words, limits: limits.suggest },
  );
  return toConflict({ problem, derivation: shortest, suggestions, another }, words);
}
