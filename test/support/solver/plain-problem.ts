import { createStateSet, hasState } from '../../../registry/resolve/solver/state-set.ts';
import type { Clause, PackageNumber, SolverOutcome, SolverProblem } from '../../../registry/resolve/solver/types.ts';

/** That a package is in one of these states; 0 is "not chosen". */
export interface PlainTerm {
  readonly name: string;
  readonly states: readonly number[];
}

/** Terms that must not all hold. Without `of` it holds from the start; else it is listed for these candidates. */
export interface PlainClause {
  readonly terms: readonly PlainTerm[];
  readonly of?: { readonly name: string; readonly candidates: readonly number[] };
}

/** A question to the solver in names; candidates count from 1, and the highest is the best. */
export interface PlainProblem {
  readonly counts: Readonly<Record<string, number>>;
  readonly clauses: readonly PlainClause[];
}

/** How names and candidates are turned into numbers. */
export interface Numbering {
  readonly names: readonly string[];
  /** By name: the number of each candidate, at its place less one. */
  readonly candidates: Readonly<Record<string, readonly number[]>>;
}

/** A problem made ready for the solver; what it lists is counted, so that a test can tell what was asked. */
export interface NumberedProblem extends SolverProblem<PlainClause> {
  readonly numbering: Numbering;
  readonly asked: Set<string>;
}

/** Names in their order, candidates as they are. */
export function createPlainNumbering({ counts }: PlainProblem): Numbering {
  const candidates = Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, upTo(count)]));
  return { names: Object.keys(counts), candidates };
}

export function toSolverProblem(plain: PlainProblem, numbering = createPlainNumbering(plain)): NumberedProblem {
  const { names } = numbering;
  const numbers = new Map(names.map((name, number) => [name, number]));
  const nameOf = (target: PackageNumber) => names[target] ?? '';
  const made = new Map<PlainClause, Clause<PlainClause>>();
  const roots: PlainClause[] = [];
  const listed = new Map<string, PlainClause[]>();
  for (const clause of plain.clauses) {
    if (clause.of === undefined) roots.push(clause);
    for (const candidate of clause.of?.candidates ?? []) {
      const key = `${clause.of?.name} ${toNumber(clause.of?.name ?? '', candidate)}`;
      listed.set(key, [...(listed.get(key) ?? []), clause]);
    }
  }
  const asked = new Set<string>();
  return {
    numbering,
    asked,
    countCandidates: (target) => plain.counts[nameOf(target)] ?? 0,
    listRootClauses: () => roots.map(toClause),
    listClauses(target, candidate) {
      const key = `${nameOf(target)} ${candidate}`;
      if (asked.has(key)) throw new Error(`the clauses of ${key} are asked for twice`);
      asked.add(key);
      return (listed.get(key) ?? []).map(toClause);
    },
    compare: (left, right) => (nameOf(left) < nameOf(right) ? -1 : Number(left !== right)),
    prefer(target, states) {
      const name = nameOf(target);
      for (let best = plain.counts[name] ?? 0; best > 0; best -= 1) {
        if (hasState(states, toNumber(name, best))) return toNumber(name, best);
      }
      throw new Error(`${name} has no candidate left`);
    },
  };

  function toNumber(name: string, candidate: number): number {
    return candidate === 0 ? 0 : (numbering.candidates[name]?.[candidate - 1] ?? 0);
  }

  function toClause(clause: PlainClause): Clause<PlainClause> {
    const known = made.get(clause);
    if (known !== undefined) return known;
    const terms = clause.terms.map(({ name, states }) => ({
      package: numbers.get(name) ?? -1,
      states: createStateSet(
        (plain.counts[name] ?? 0) + 1,
        states.map((state) => toNumber(name, state)),
      ),
    }));
    const numbered = { terms, fact: clause };
    made.set(clause, numbered);
    return numbered;
  }
}

/** What was chosen, in names and candidates of the plain problem, by name. */
export function listChosenNames(
  chosen: ReadonlyMap<PackageNumber, number>,
  { names, candidates }: Numbering,
): readonly string[] {
  return [...chosen]
    .map(([target, number]) => {
      const name = names[target] ?? '';
      return `${name} ${(candidates[name] ?? []).indexOf(number) + 1}`;
    })
    .sort();
}

/** The outcome in a form that two runs can be compared by. */
export function describeOutcome(outcome: SolverOutcome<PlainClause>, numbering: Numbering): readonly string[] {
  return outcome.kind === 'solved' ? listChosenNames(outcome.chosen, numbering) : [outcome.kind];
}

/** Clauses of the problem that the choice breaks. */
export function listBroken({ clauses }: PlainProblem, chosen: readonly string[]): readonly PlainClause[] {
  const states = new Map(chosen.map((text) => [text.split(' ')[0], Number(text.split(' ')[1])]));
  return clauses.filter(({ terms }) => terms.every((term) => term.states.includes(states.get(term.name) ?? 0)));
}

/** The numbers from 1 to `count`. */
export function upTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_, place) => place + 1);
}
