import type { StateSet } from './state-set.ts';

/**
 * Packages are dense numbers from 0, given as they are met. Candidates of a package are numbered from 1 in a fixed order; its state 0 is "not chosen".
 * Every set of states of one package has the size `countCandidates + 1`.
 */
export type PackageNumber = number;

/** Says that the package is in one of these states. */
export interface Term {
  readonly package: PackageNumber;
  readonly states: StateSet;
}

/** Terms that must not all hold together, and the fact that says so. One term a package. */
export interface Clause<Fact> {
  readonly terms: readonly Term[];
  readonly fact: Fact;
}

/** What is to be solved. Pure: equal questions have equal answers; nothing is asked for twice. */
export interface SolverProblem<Fact> {
  countCandidates(target: PackageNumber): number;
  /** Clauses that hold from the start, such as what is wanted. */
  listRootClauses(): readonly Clause<Fact>[];
  /** Clauses that matter once this candidate may be chosen; the same clause may stand for several candidates and is then the same object. */
  listClauses(target: PackageNumber, candidate: number): readonly Clause<Fact>[];
  /** An order of packages that does not depend on their numbers, such as by name: what makes the answer independent of them. 0 only for the same package. */
  compare(left: PackageNumber, right: PackageNumber): number;
  /** The candidate to try first among those left, one of `states`, never 0: the best by an order of the candidates that is always the same. */
  prefer(target: PackageNumber, states: StateSet): number;
}

/** How a clause came about: given, or following from two others. */
export type Derivation<Fact> =
  | { readonly kind: 'given'; readonly clause: Clause<Fact> }
  | {
      readonly kind: 'derived';
      readonly terms: readonly Term[];
      readonly from: readonly [Derivation<Fact>, Derivation<Fact>];
    };

export type SolverOutcome<Fact> =
  /** Candidate by package, only of those that are chosen. */
  | { readonly kind: 'solved'; readonly chosen: ReadonlyMap<PackageNumber, number>; readonly steps: number }
  /** A shared graph, not a tree: a derivation that is used twice is the same object. Its terms are empty or cannot but hold. */
  | { readonly kind: 'refuted'; readonly derivation: Derivation<Fact>; readonly steps: number }
  | { readonly kind: 'gave-up'; readonly steps: number };

export interface SolverOptions {
  /** Decisions and conflicts together, at most. */
  readonly maxSteps: number;
}
