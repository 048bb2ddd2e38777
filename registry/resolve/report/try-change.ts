import type { ResolveRequest } from '../../../schemas/resolution.ts';
import type { SolverOptions, SolverOutcome, SolverProblem } from '../solver/types.ts';
import type { AddonUniverse, Fact, ResolutionProblem } from '../types.ts';
import type { Outcome } from './change.ts';
import { listLeafClauses } from './list-leaf-clauses.ts';

/** What trying a change needs. */
export interface TryTools {
  readonly solve: (problem: SolverProblem<Fact>, options: SolverOptions) => SolverOutcome<Fact>;
  readonly createProblem: (input: {
    readonly universe: AddonUniverse;
    readonly request: ResolveRequest;
  }) => ResolutionProblem;
}

/** How much may still be tried; each try takes from it. */
export interface TryBudget {
  solves: number;
  /** Steps of the solver, all tries together. */
  steps: number;
}

/** What came of a try; `unknown` when the budget was used up. */
export type Tried =
  | { readonly kind: 'works'; readonly outcome: Outcome }
  | { readonly kind: 'refuted'; readonly facts: readonly Fact[] }
  | { readonly kind: 'unknown' };

/** Solves a changed request within the budget. */
export function tryChange(
  { solve, createProblem }: TryTools,
  { universe, request }: { readonly universe: AddonUniverse; readonly request: ResolveRequest },
  budget: TryBudget,
): Tried {
  if (budget.solves <= 0 || budget.steps <= 0) return { kind: 'unknown' };
  const problem = createProblem({ universe, request });
  const solved = solve(problem.solver, { maxSteps: budget.steps });
  budget.solves -= 1;
  budget.steps -= Math.max(1, solved.steps);
  if (solved.kind === 'gave-up') return { kind: 'unknown' };
  if (solved.kind === 'refuted') {
    return { kind: 'refuted', facts: listLeafClauses(solved.derivation).map(({ fact }) => fact) };
  }
  const versions = new Map<string, string>();
  for (const [target, candidate] of solved.chosen) {
    const version = problem.listCandidates(target)[candidate - 1]?.version;
    const { name, system } = problem.getPackage(target);
    if (!system && version !== undefined) versions.set(name, version);
  }
  const outcome = { findVersion: (name: string) => versions.get(name), names: [...versions.keys()].sort() };
  return { kind: 'works', outcome };
}
