import { expect, test } from 'vitest';
import { checkDerivation } from '../../../test/support/solver/check-derivation.ts';
import { listPathologicalGraphs } from '../../../test/support/solver/pathological-graphs.ts';
import { createRangeSolverProblem } from '../../../test/support/solver/range-problem.ts';
import { createWideGraph, listReachable } from '../../../test/support/solver/wide-graph.ts';
import { solve } from './solve.ts';
import { hasState } from './state-set.ts';
import type { Clause, PackageNumber } from './types.ts';

test.each(listPathologicalGraphs())('$work: $outcome', ({ problem, outcome: expected, maxSteps }) => {
  const solver = createRangeSolverProblem(problem);
  const asked: Clause<string>[] = [...solver.listRootClauses()];
  const outcome = solve(
    {
      ...solver,
      listClauses(target, candidate) {
        const clauses = solver.listClauses(target, candidate);
        for (const clause of clauses) asked.push(clause);
        return clauses;
      },
    },
    { maxSteps },
  );
  expect(outcome.kind).toBe(expected);
  expect(outcome.steps).toBeLessThanOrEqual(maxSteps);
  if (outcome.kind === 'solved') expect(listBroken(asked, outcome.chosen)).toEqual([]);
  if (outcome.kind === 'refuted') checkDerivation(outcome.derivation, solver.countCandidates);
});

test('2 000 addons of 20 versions are solved, every clause of what can be reached included', () => {
  const sizes = { addons: 2_000, versions: 20, needs: 5, wanted: 50, ends: 1 };
  const outcome = solve(createWideGraph(sizes, 7), { maxSteps: 10_000 });
  if (outcome.kind !== 'solved') return expect.fail(outcome.kind);
  expect(listBroken(listReachable(createWideGraph(sizes, 7)).clauses, outcome.chosen)).toEqual([]);
  expect(outcome.chosen.size).toBeGreaterThan(1_900);
});

function listBroken<Fact>(
  clauses: readonly Clause<Fact>[],
  chosen: ReadonlyMap<PackageNumber, number>,
): readonly Clause<Fact>[] {
  return clauses.filter(({ terms }) => terms.every((term) => hasState(term.states, chosen.get(term.package) ?? 0)));
}
