import { createRangeSet, type StateSet, toComplement } from '../../../registry/resolve/solver/state-set.ts';
import type { Clause, PackageNumber, SolverProblem } from '../../../registry/resolve/solver/types.ts';

/** A name and the candidates from one up to another. */
export type Range = readonly [name: string, from: number, to: number];

/** That candidates need others, or cannot stand beside others. */
export interface RangeRule {
  readonly of: Range;
  readonly needs?: Range;
  readonly excludes?: Range;
}

export interface RangeProblem {
  readonly counts: ReadonlyMap<string, number>;
  readonly wants: readonly Range[];
  readonly rules: readonly RangeRule[];
}

interface Listed {
  readonly single: Map<number, Clause<string>[]>;
  readonly wide: { readonly from: number; readonly to: number; readonly clause: Clause<string> }[];
}

/** A problem of ranges, for graphs too large to write every state of; the highest candidate is the best. */
export function createRangeSolverProblem({ counts, wants, rules }: RangeProblem): SolverProblem<string> {
  const names = [...counts.keys()];
  const numbers = new Map(names.map((name, number) => [name, number]));
  const listed = names.map((): Listed => ({ single: new Map(), wide: [] }));
  for (const { of, needs, excludes } of rules) {
    const [name, from, to] = of;
    const terms = [{ package: numberOf(name), states: statesOf(of) }];
    if (needs !== undefined) terms.push({ package: numberOf(needs[0]), states: outside(needs) });
    if (excludes !== undefined) terms.push({ package: numberOf(excludes[0]), states: statesOf(excludes) });
    const clause = { terms, fact: JSON.stringify({ of, needs, excludes }) };
    const target = listed[numberOf(name)];
    if (from === to) target?.single.set(from, [...(target.single.get(from) ?? []), clause]);
    else target?.wide.push({ from, to, clause });
  }
  return {
    countCandidates: (target) => countOf(target),
    listRootClauses: () =>
      wants.map((want) => ({ terms: [{ package: numberOf(want[0]), states: outside(want) }], fact: want.join(' ') })),
    listClauses(target, candidate) {
      const wide = listed[target]?.wide.filter(({ from, to }) => from <= candidate && candidate <= to) ?? [];
      return [...(listed[target]?.single.get(candidate) ?? []), ...wide.map(({ clause }) => clause)];
    },
    compare: (left, right) => ((names[left] ?? '') < (names[right] ?? '') ? -1 : Number(left !== right)),
    prefer: (_, states) => getHighest(states),
  };

  function numberOf(name: string): PackageNumber {
    const number = numbers.get(name);
    if (number === undefined) throw new Error(`no package ${name}`);
    return number;
  }

  function countOf(target: PackageNumber): number {
    return counts.get(names[target] ?? '') ?? 0;
  }

  function statesOf([name, from, to]: Range): StateSet {
    return createRangeSet(countOf(numberOf(name)) + 1, from, to + 1);
  }

  function outside(range: Range): StateSet {
    return toComplement(statesOf(range), countOf(numberOf(range[0])) + 1);
  }
}

/** The highest state of a set that is not empty. */
export function getHighest(states: StateSet): number {
  return typeof states === 'number' ? 31 - Math.clz32(states) : (states.at(-1) ?? 0) - 1;
}
