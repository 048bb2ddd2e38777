import { expect, test } from 'vitest';
import { createClauseWords } from '../../../test/support/solver/build-clauses.ts';
import { checkDerivation } from '../../../test/support/solver/check-derivation.ts';
import {
  describeOutcome,
  type PlainClause,
  type PlainProblem,
  toSolverProblem,
} from '../../../test/support/solver/plain-problem.ts';
import { solve } from './solve.ts';

const counts = { app: 3, base: 3, core: 3, dex: 2, extra: 2, none: 0 };
const { want, need, bear, only } = createClauseWords(counts);

function run(clauses: readonly PlainClause[], maxSteps = 1_000) {
  const plain: PlainProblem = { counts, clauses };
  const problem = toSolverProblem(plain);
  const outcome = solve(problem, { maxSteps });
  return { outcome, problem, said: describeOutcome(outcome, problem.numbering) };
}

test.each<[string, readonly PlainClause[], readonly string[]]>([
  ['nothing wanted, nothing chosen', [], []],
  ['the best of what is wanted', [want('app', 1, 2)], ['app 2']],
  ['what it needs comes along', [want('app', 3), need('app', [3], 'base', 1, 2)], ['app 3', 'base 2']],
  ['nobody needs base 3 of an older app', [want('app', 1, 3), need('app', [1], 'base', 3)], ['app 3']],
  [
    'an older one when the newest needs what is not listed',
    [want('app', 1, 2, 3), need('app', [3], 'none')],
    ['app 2'],
  ],
  [
    'an older one when the newest does not fit',
    [want('app', 1, 2, 3), want('base', 1), need('app', [2, 3], 'base', 2, 3), need('app', [1], 'base', 1)],
    ['app 1', 'base 1'],
  ],
  [
    'a cycle',
    [want('app', 3), need('app', [3], 'base', 2), need('base', [2], 'core', 1, 2), need('core', [2], 'app', 2)],
    ['app 3', 'base 2', 'core 1'],
  ],
  ['a bound on what nobody needs chooses nothing', [want('app', 3), bear('app', [3], 'dex', 1)], ['app 3']],
  [
    'a bound on what somebody needs',
    [want('app', 3), bear('app', [3], 'dex', 1), need('app', [3], 'base', 3), need('base', [3], 'dex', 1, 2)],
    ['app 3', 'base 3', 'dex 1'],
  ],
  ['installed stays', [want('app', 3), only('base', 1), need('app', [3], 'base', 1, 2)], ['app 3', 'base 1']],
  [
    'what is wanted gets its best before what that needs',
    [want('app', 1, 2, 3), need('app', [3], 'base', 1), need('app', [2], 'base', 3)],
    ['app 3', 'base 1'],
  ],
  [
    'a clause of four that is met when two of them hold already',
    [
      want('app', 3),
      want('base', 3),
      want('core', 3, 2),
      want('dex', 1, 2),
      {
        of: { name: 'core', candidates: [3] },
        terms: [
          { name: 'app', states: [3] },
          { name: 'base', states: [3] },
          { name: 'core', states: [3] },
          { name: 'dex', states: [0, 2] },
        ],
      },
    ],
    ['app 3', 'base 3', 'core 3', 'dex 1'],
  ],
  [
    'one of two, the first by name is left out',
    [
      {
        terms: [
          { name: 'dex', states: [0] },
          { name: 'extra', states: [0] },
        ],
      },
    ],
    ['extra 2'],
  ],
])('%s', (_, clauses, expected) => {
  expect(run(clauses).said).toEqual(expected);
});

test.each<[string, readonly PlainClause[], number]>([
  ['a clause without terms', [{ terms: [] }, want('app', 1)], 1],
  ['wanted and not listed', [want('none')], 1],
  ['two wants apart', [want('app', 1), want('app', 2), want('base', 1)], 2],
  ['a need apart from a want', [want('app', 3), want('base', 1), need('app', [3], 'base', 2), want('core', 1)], 3],
  [
    'every version needs something impossible',
    [want('app', 1, 2, 3), need('app', [1], 'none'), need('app', [2, 3], 'base', 1), need('base', [1], 'app', 1)],
    4,
  ],
  [
    'two ways to the same end',
    [
      want('app', 3),
      need('app', [3], 'base', 1, 2, 3),
      need('app', [3], 'core', 1, 2, 3),
      need('base', [1, 2, 3], 'dex', 1),
      need('core', [1, 2, 3], 'dex', 2),
    ],
    5,
  ],
])('there is no way: %s', (_, clauses, facts) => {
  const { outcome, problem } = run(clauses);
  if (outcome.kind !== 'refuted') return expect.fail(outcome.kind);
  expect(checkDerivation(outcome.derivation, problem.countCandidates)).toHaveLength(facts);
});

test('a term that always holds says nothing', () => {
  const { outcome, problem } = run([
    {
      terms: [
        { name: 'none', states: [0] },
        { name: 'app', states: [0, 1, 2, 3] },
      ],
    },
  ]);
  if (outcome.kind !== 'refuted') return expect.fail(outcome.kind);
  expect(checkDerivation(outcome.derivation, problem.countCandidates)).toHaveLength(1);
});

test('only candidates that may be chosen are asked about', () => {
  const { problem } = run([want('app', 1, 2, 3), need('app', [3], 'base', 1, 2), need('base', [1], 'core', 1)]);
  expect([...problem.asked]).toEqual(['app 3', 'base 2']);
});

test('the budget ends the search', () => {
  const clauses = [want('app', 1, 2, 3), want('base', 1, 2, 3), want('core', 1, 2, 3)];
  expect(run(clauses, 3).outcome).toMatchObject({ kind: 'solved', steps: 3 });
  expect(run(clauses, 2).outcome).toEqual({ kind: 'gave-up', steps: 2 });
  expect(run(clauses, 0).outcome).toEqual({ kind: 'gave-up', steps: 0 });
});

test('a candidate preferred against what is left is a bug of the problem', () => {
  const problem = { ...toSolverProblem({ counts, clauses: [want('app', 1, 2)] }), prefer: () => 3 };
  expect(() => solve(problem, { maxSteps: 10 })).toThrow(RangeError);
});
