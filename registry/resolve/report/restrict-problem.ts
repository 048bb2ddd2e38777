import { getLowestState, hasState, listStates } from '../solver/state-set.ts';
import type { Clause, SolverProblem } from '../solver/types.ts';

/** The problem of which only these clauses are known, all of them from the start. */
export function restrictProblem<Fact>(
  problem: Pick<SolverProblem<Fact>, 'countCandidates' | 'compare'>,
  clauses: readonly Clause<Fact>[],
): SolverProblem<Fact> {
  return {
    countCandidates: (target) => problem.countCandidates(target),
    listRootClauses: () => clauses,
    listClauses: () => [],
    compare: (left, right) => problem.compare(left, right),
    prefer: (_, states) => (hasState(states, 0) ? (listStates(states)[1] ?? 0) : getLowestState(states)),
  };
}
