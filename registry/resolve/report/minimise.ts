import type { Clause, Derivation, SolverOptions, SolverOutcome, SolverProblem } from '../solver/types.ts';
import { listLeafClauses } from './list-leaf-clauses.ts';
import { restrictProblem } from './restrict-problem.ts';

/** What finding the fewest facts needs. */
export interface MinimiseTools<Fact> {
  readonly solve: (problem: SolverProblem<Fact>, options: SolverOptions) => SolverOutcome<Fact>;
  readonly problem: Pick<SolverProblem<Fact>, 'countCandidates' | 'compare'>;
  /** Equal for facts that say the same; facts that come later by code units are given up first. */
  readonly identify: (fact: Fact) => string;
  /** Names of the packages that a fact speaks of. */
  readonly listNames: (fact: Fact) => readonly string[];
}

/** How much work may be done. */
export interface MinimiseLimits {
  readonly maxSolves: number;
  /** Steps of the solver, all solves together. */
  readonly maxSteps: number;
}

/** What is left of the limits. */
interface Budget {
  solves: number;
  steps: number;
}

/** A derivation from fewer facts. */
export interface Minimised<Fact> {
  readonly derivation: Derivation<Fact>;
  /** Whether none of its facts can be left out; false when the limits came first. */
  readonly minimal: boolean;
}

/**
 * Finds facts of a derivation that exclude one another already and of which none can be left out: first every fact
 * about one package is left out, package by package, then every single fact. What is found always holds, also when
 * the limits end the search.
 */
export function minimise<Fact>(
  tools: MinimiseTools<Fact>,
  derivation: Derivation<Fact>,
  limits: MinimiseLimits,
): Minimised<Fact> {
  const budget = { solves: limits.maxSolves, steps: limits.maxSteps };
  let best = derivation;
  let clauses = sortClauses(tools, listLeafClauses(derivation));

  // Starting anew from few clauses takes a shorter way than the one that led through all of them.
  const all = refute(tools, clauses, budget);
  if (all === undefined) return { derivation, minimal: false };
  best = all;
  clauses = sortClauses(tools, listLeafClauses(best));

  const without = (isDropped: (fact: Fact) => boolean): void => {
    if (isSpent(budget)) return;
    const rest = clauses.filter(({ fact }) => !isDropped(fact));
    if (rest.length === clauses.length) return;
    const found = refute(tools, rest, budget);
    if (found === undefined) return;
    best = found;
    clauses = sortClauses(tools, listLeafClauses(found));
  };

  const names = new Set(clauses.toReversed().flatMap(({ fact }) => tools.listNames(fact)));
  for (const name of names) without((fact) => tools.listNames(fact).includes(name));
  const facts = new Set(clauses.toReversed().map(({ fact }) => tools.identify(fact)));
  for (const dropped of facts) without((fact) => tools.identify(fact) === dropped);
  return { derivation: best, minimal: !isSpent(budget) };
}

function isSpent({ solves, steps }: Budget): boolean {
  return solves <= 0 || steps <= 0;
}

/** The derivation that these clauses exclude one another, or undefined when they do not or nobody can tell. */
function refute<Fact>(
  { solve, problem }: MinimiseTools<Fact>,
  clauses: readonly Clause<Fact>[],
  budget: Budget,
): Derivation<Fact> | undefined {
  if (isSpent(budget)) return undefined;
  const outcome = solve(restrictProblem(problem, clauses), { maxSteps: budget.steps });
  budget.solves -= 1;
  budget.steps -= Math.max(1, outcome.steps);
  return outcome.kind === 'refuted' ? outcome.derivation : undefined;
}

function sortClauses<Fact>({ identify }: MinimiseTools<Fact>, clauses: readonly Clause<Fact>[]): Clause<Fact>[] {
  const keyed = clauses.map((clause) => ({ clause, key: identify(clause.fact) }));
  keyed.sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0));
  return keyed.map(({ clause }) => clause);
}
