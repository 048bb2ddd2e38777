import Logic from 'logic-solver';
import { solve } from '../../registry/resolve/solver/solve.ts';
import { listStates, toComplement } from '../../registry/resolve/solver/state-set.ts';
import type { SolverOutcome } from '../../registry/resolve/solver/types.ts';
import { listPathologicalGraphs } from '../support/solver/pathological-graphs.ts';
import { createRangeSolverProblem } from '../support/solver/range-problem.ts';
import { createWideGraph, listReachable, type WideGraphSizes } from '../support/solver/wide-graph.ts';
import type { Row } from './row.ts';

const rounds = 15;
const wide: WideGraphSizes = { addons: 10_000, versions: 20, needs: 5, wanted: 50, ends: 1 };
/** The SAT solver's memory is fixed at 64 MB: the whole graph does not fit, and its time grows much faster than the graph. */
const narrow: WideGraphSizes = { ...wide, addons: 200, wanted: 5 };

/** Measures the solver by itself: on a wide graph, beside a SAT solver on a smaller one, and on graphs that are hard for resolvers that only try and go back. */
export function measureResolving(): readonly Row[] {
  return [measureWide(), measureBesideSat(), ...listPathologicalGraphs().map(measurePathological)];
}

function measureWide(): Row {
  const tookMs = measureSolving(wide);
  return {
    work: `solve ${wide.addons} addons x ${wide.versions} versions, ${wide.needs} needs each, ${wide.wanted} wanted`,
    ours: `${tookMs.toFixed(1)} ms`,
    baseline: '-',
    result: tookMs / 1_000,
    unit: 's',
    wanted: 0.05,
  };
}

function measureBesideSat(): Row {
  const oursMs = measureSolving(narrow);
  const satMs = measureSat(narrow);
  return {
    work: `the same with ${narrow.addons} addons, beside logic-solver (which cannot hold ${wide.addons})`,
    ours: `${oursMs.toFixed(1)} ms`,
    baseline: `${satMs.toFixed(0)} ms (MiniSat as asm.js)`,
    result: satMs / oursMs,
    unit: 'ratio',
    wanted: 3,
  };
}

/** Median over rounds, each on a problem that nobody asked anything yet. */
function measureSolving(sizes: WideGraphSizes): number {
  const tookMs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const problem = createWideGraph(sizes, 0);
    const startedAt = performance.now();
    const outcome = solve(problem, { maxSteps: 1_000_000 });
    tookMs.push(performance.now() - startedAt);
    if (outcome.kind !== 'solved') throw new Error(`the wide graph is ${outcome.kind}`);
  }
  return tookMs.toSorted((left, right) => left - right)[Math.floor(rounds / 2)] ?? Number.NaN;
}

/** Encoding and solving; that what can be reached is found beforehand is a present. */
function measureSat(sizes: WideGraphSizes): number {
  const problem = createWideGraph(sizes, 0);
  const { clauses, packages } = listReachable(problem);
  return Logic.disablingAssertions(() => {
    const startedAt = performance.now();
    const solver = new Logic.Solver();
    for (const target of packages) {
      const states = Array.from({ length: problem.countCandidates(target) + 1 }, (_, state) => `${target} ${state}`);
      solver.require(Logic.exactlyOne(states));
    }
    for (const { terms } of clauses) {
      const others = terms.flatMap(({ package: target, states }) =>
        listStates(toComplement(states, problem.countCandidates(target) + 1)).map((state) => `${target} ${state}`),
      );
      solver.require(Logic.or(others));
    }
    if (solver.solve() === null) throw new Error('the SAT solver finds no solution');
    return performance.now() - startedAt;
  });
}

function measurePathological({
  work,
  problem,
  outcome: expected,
  maxSteps,
}: ReturnType<typeof listPathologicalGraphs>[number]): Row {
  const solver = createRangeSolverProblem(problem);
  const startedAt = performance.now();
  const outcome: SolverOutcome<string> = solve(solver, { maxSteps });
  const tookMs = performance.now() - startedAt;
  if (outcome.kind !== expected) throw new Error(`${work}: ${outcome.kind} instead of ${expected}`);
  return {
    work,
    ours: `${tookMs.toFixed(1)} ms, ${outcome.kind} after ${outcome.steps} steps`,
    baseline: '-',
    result: tookMs / 1_000,
    unit: 's',
    wanted: 1,
  };
}
