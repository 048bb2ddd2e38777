import Logic from 'logic-solver';
import type { PlainProblem } from './plain-problem.ts';

/** How many problems one solver is asked about: starting one takes longer than a problem, and its memory is fixed. */
const problemsPerSolver = 40;

/** Tells by a SAT encoding whether a problem has a solution: one variable a state, exactly one of each package, one clause a clause. */
export function createSatOracle(): (problem: PlainProblem) => boolean {
  let solver = new Logic.Solver();
  let asked = 0;
  return ({ counts, clauses }) =>
    Logic.disablingAssertions(() => {
      if (asked % problemsPerSolver === 0) solver = new Logic.Solver();
      asked += 1;
      const guard = `problem ${asked}`;
      const variable = (name: string, state: number) => `${asked} ${name} ${state}`;
      for (const [name, count] of Object.entries(counts)) {
        solver.require(Logic.exactlyOne(Array.from({ length: count + 1 }, (_, state) => variable(name, state))));
      }
      for (const { terms } of clauses) {
        const others = terms.flatMap(({ name, states }) =>
          Array.from({ length: (counts[name] ?? 0) + 1 }, (_, state) => state)
            .filter((state) => !states.includes(state))
            .map((state) => variable(name, state)),
        );
        solver.require(Logic.or([`-${guard}`, ...others]));
      }
      return solver.solveAssuming(guard) !== null;
    });
}
