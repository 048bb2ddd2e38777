import { createStateSet, hasState } from '../solver/state-set.ts';
import type { Clause, PackageNumber, SolverProblem } from '../solver/types.ts';

/** Tries states in order of preference until no clause is broken; undefined when every way is closed. For small problems. */
export function solveByTrying<Fact>(problem: SolverProblem<Fact>): ReadonlyMap<PackageNumber, number> | undefined {
  return continueWith(new Map(), problem.listRootClauses());

  function continueWith(
    chosen: ReadonlyMap<PackageNumber, number>,
    clauses: readonly Clause<Fact>[],
  ): ReadonlyMap<PackageNumber, number> | undefined {
    if (clauses.some((clause) => isBroken(clause, chosen))) return undefined;
    const open = clauses.flatMap(({ terms }) => terms).find((term) => !chosen.has(term.package));
    if (open === undefined) return new Map([...chosen].filter(([, state]) => state !== 0));
    for (const state of listStatesOf(open.package)) {
      const more = state === 0 ? [] : problem.listClauses(open.package, state);
      const found = continueWith(new Map([...chosen, [open.package, state]]), [...clauses, ...more]);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** What nobody needs is not chosen. */
  function* listStatesOf(target: PackageNumber): Generator<number> {
    yield 0;
    const count = problem.countCandidates(target);
    const left = new Set(Array.from({ length: count }, (_, index) => index + 1));
    while (left.size > 0) {
      const best = problem.prefer(target, createStateSet(count + 1, left));
      left.delete(best);
      yield best;
    }
  }
}

function isBroken<Fact>({ terms }: Clause<Fact>, chosen: ReadonlyMap<PackageNumber, number>): boolean {
  return terms.every((term) => {
    const state = chosen.get(term.package);
    return state !== undefined && hasState(term.states, state);
  });
}
