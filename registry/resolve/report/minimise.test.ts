import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStateSet } from '../solver/state-set.ts';
import type { Clause, SolverOutcome, SolverProblem } from '../solver/types.ts';
import { listLeafClauses } from './list-leaf-clauses.ts';
import { type MinimiseTools, minimise } from './minimise.ts';
import { refuteByTrying } from './test-support/refute-by-trying.ts';

/** A fact is its own number. */
interface Numbered {
  readonly id: number;
  readonly names: readonly string[];
}

const plenty = { maxSolves: 1000, maxSteps: 1_000_000 };

const randomProblem = fc
  .array(fc.integer({ min: 2, max: 4 }), { minLength: 1, maxLength: 4 })
  .chain((sizes) => {
    const term = fc
      .integer({ min: 0, max: sizes.length - 1 })
      .chain((target) => fc.tuple(fc.constant(target), fc.integer({ min: 1, max: 2 ** (sizes[target] ?? 0) - 1 })));
    const terms = fc.uniqueArray(term, { minLength: 1, maxLength: 3, selector: ([target]) => target });
    return fc.record({ sizes: fc.constant(sizes), clauses: fc.array(terms, { minLength: 1, maxLength: 14 }) });
  })
  .map(({ sizes, clauses }) => ({
    sizes,
    clauses: clauses.map(
      (terms, id): Clause<Numbered> => ({
        terms: terms.map(([target, bits]) => ({ package: target, states: bits })),
        fact: { id, names: terms.map(([target]) => `p${target}`) },
      }),
    ),
  }));

function toTools(sizes: readonly number[], onSolve: () => void = () => {}): MinimiseTools<Numbered> {
  return {
    solve: (problem) => {
      onSolve();
      return solveByTrying(sizes, problem);
    },
    problem: { countCandidates: (target) => (sizes[target] ?? 1) - 1, compare: (left, right) => left - right },
    identify: ({ id }) => String(id).padStart(4, '0'),
    listNames: ({ names }) => names,
  };
}

function solveByTrying(sizes: readonly number[], problem: SolverProblem<Numbered>): SolverOutcome<Numbered> {
  const derivation = refuteByTrying(sizes, problem.listRootClauses());
  return derivation === undefined
    ? { kind: 'solved', chosen: new Map(), steps: 1 }
    : { kind: 'refuted', derivation, steps: 1 };
}

describe('minimise', () => {
  it('finds facts that exclude one another and of which none can be left out', () => {
    let refuted = 0;
    fc.assert(
      fc.property(randomProblem, ({ sizes, clauses }) => {
        const derivation = refuteByTrying(sizes, clauses);
        if (derivation === undefined) return;
        refuted += 1;
        const found = minimise(toTools(sizes), derivation, plenty);
        const left = listLeafClauses(found.derivation);
        expect(found.minimal).toBe(true);
        expect(refuteByTrying(sizes, left)).toBeDefined();
        for (const each of left) {
          expect(
            refuteByTrying(
              sizes,
              left.filter((other) => other !== each),
            ),
          ).toBeUndefined();
        }
      }),
      { numRuns: 1500, seed: 5 },
    );
    expect(refuted).toBeGreaterThan(300);
  });

  it('gives up at its limits with what holds', () => {
    fc.assert(
      fc.property(randomProblem, fc.integer({ min: 0, max: 4 }), ({ sizes, clauses }, maxSolves) => {
        const derivation = refuteByTrying(sizes, clauses);
        if (derivation === undefined) return;
        let solves = 0;
        const tools = toTools(sizes, () => {
          solves += 1;
        });
        const found = minimise(tools, derivation, { ...plenty, maxSolves });
        expect(solves).toBeLessThanOrEqual(maxSolves);
        expect(refuteByTrying(sizes, listLeafClauses(found.derivation))).toBeDefined();
      }),
      { numRuns: 500, seed: 6 },
    );
  });

  it('prefers facts about fewer packages', () => {
    const forbid = (id: number, ...terms: readonly (readonly [number, readonly number[]])[]): Clause<Numbered> => ({
      terms: terms.map(([target, states]) => ({ package: target, states: createStateSet(2, states) })),
      fact: { id, names: terms.map(([target]) => `p${target}`) },
    });
    // p0 is wanted and wants p1, which wants p2; neither p1 nor p2 can be had.
    const clauses = [
      forbid(0, [0, [0]]),
      forbid(1, [0, [1]], [1, [0]]),
      forbid(2, [1, [1]], [2, [0]]),
      forbid(3, [2, [1]]),
      forbid(4, [1, [1]]),
    ];
    const derivation = refuteByTrying([2, 2, 2], clauses.slice(0, 4));
    if (derivation === undefined) throw new Error('these clauses exclude one another');
    const wide = {
      kind: 'derived',
      terms: [],
      from: [derivation, { kind: 'given', clause: clauses[4] ?? forbid(4) }],
    } as const;
    const found = minimise(toTools([2, 2, 2]), wide, plenty);
    expect(
      listLeafClauses(found.derivation)
        .map(({ fact }) => fact.id)
        .toSorted(),
    ).toEqual([0, 1, 4]);
  });
});
