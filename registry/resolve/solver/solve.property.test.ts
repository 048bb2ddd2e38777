import { expect, test } from 'vitest';
import { hasSolution } from '../../../test/support/solver/brute-force.ts';
import { checkDerivation } from '../../../test/support/solver/check-derivation.ts';
import {
  createPlainNumbering,
  describeOutcome,
  listBroken,
  type PlainProblem,
  toSolverProblem,
} from '../../../test/support/solver/plain-problem.ts';
import {
  addUnrelated,
  createRandom,
  createRandomNumbering,
  createRandomProblem,
  type RandomSizes,
  shuffleProblem,
} from '../../../test/support/solver/random-problem.ts';
import { createSatOracle } from '../../../test/support/solver/sat-oracle.ts';
import { solve } from './solve.ts';

const small: RandomSizes = { packages: [2, 5], candidates: [1, 4], needs: 4, wants: 3 };
const large: RandomSizes = { packages: [12, 40], candidates: [2, 8], needs: 6, wants: 4 };
const dense: RandomSizes = { packages: [10, 25], candidates: [6, 12], needs: 14, wants: 2 };
const base = Number(process.env['SOLVER_SEED'] ?? Math.floor(Math.random() * 1e9));
const maxSteps = 20_000;

interface Round {
  readonly count: number;
  readonly sizes: RandomSizes;
  readonly odd: boolean;
  readonly isSolvable: (problem: PlainProblem) => boolean;
}

const rounds: Record<string, Round> = {
  'small, by trying everything': { count: 6_500, sizes: small, odd: false, isSolvable: hasSolution },
  'small and odd, by trying everything': { count: 2_000, sizes: small, odd: true, isSolvable: hasSolution },
  'large, by SAT': { count: 700, sizes: large, odd: false, isSolvable: createSatOracle() },
  'dense, by SAT': { count: 500, sizes: dense, odd: false, isSolvable: createSatOracle() },
  'large and odd, by SAT': { count: 300, sizes: large, odd: true, isSolvable: createSatOracle() },
};

test.each(Object.entries(rounds))(
  `${'%s'}: solved is right, refuted is proved, order is nothing (SOLVER_SEED=${base})`,
  { timeout: 120_000 },
  (_, { count, sizes, odd, isSolvable }) => {
    const met = { solved: 0, refuted: 0, searched: 0 };
    for (let round = 0; round < count; round += 1) {
      const seed = base + round;
      const random = createRandom(seed);
      const problem = createRandomProblem(random, sizes, odd);
      const outcome = check(problem, isSolvable, seed);
      met[outcome.kind] += 1;
      if (outcome.steps > (outcome.kind === 'solved' ? outcome.chosen.size : 2)) met.searched += 1;
      checkOrder(problem, shuffleProblem(random, problem), { odd, seed, random });
      checkOrder(problem, addUnrelated(random, problem, sizes), { odd, seed, random });
    }
    // Neither answer is rare, and some are not found at once.
    expect(Math.min(met.solved, met.refuted)).toBeGreaterThan(count / 8);
    if (sizes === dense) expect(met.searched).toBeGreaterThan(count / 20);
  },
);

function check(plain: PlainProblem, isSolvable: (problem: PlainProblem) => boolean, seed: number) {
  const problem = toSolverProblem(plain);
  const outcome = solve(problem, { maxSteps });
  if (outcome.kind === 'gave-up') return expect.fail(`gave up (seed ${seed})`);
  expect(outcome.kind === 'solved', `solvable (seed ${seed})`).toBe(isSolvable(plain));
  if (outcome.kind === 'solved') {
    const broken = listBroken(plain, describeOutcome(outcome, problem.numbering));
    expect(broken, `broken clauses (seed ${seed})`).toEqual([]);
    return outcome;
  }
  const leaves = checkDerivation(outcome.derivation, problem.countCandidates);
  const alone = { counts: plain.counts, clauses: leaves.map(({ fact }) => fact) };
  expect(isSolvable(alone), `the named clauses alone can be satisfied (seed ${seed})`).toBe(false);
  return outcome;
}

function checkOrder(
  plain: PlainProblem,
  other: PlainProblem,
  { odd, seed, random }: { odd: boolean; seed: number; random: ReturnType<typeof createRandom> },
): void {
  const describe = (problem: PlainProblem, numbering = createPlainNumbering(problem)) => {
    const outcome = solve(toSolverProblem(problem, numbering), { maxSteps });
    // Clauses of more than two packages may be met in an order that decides between equally good answers.
    return odd ? [outcome.kind] : describeOutcome(outcome, numbering);
  };
  expect(describe(other, createRandomNumbering(random, other)), `another order (seed ${seed})`).toEqual(
    describe(plain),
  );
}
