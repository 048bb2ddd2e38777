import type { Clause, PackageNumber, Term } from './types.ts';

/** A clause as the solver keeps it: without terms that always hold. Two of its terms are watched. */
export interface HeldClause<Fact> {
  readonly terms: readonly Term[];
  /** Places of the terms that are watched. */
  one: number;
  other: number;
  readonly origin: Clause<Fact> | Lesson<Fact>;
}

/** How a learned clause came about: `base` resolved with each cause in turn, on the pivot beside it. */
export interface Lesson<Fact> {
  readonly base: HeldClause<Fact>;
  readonly causes: readonly HeldClause<Fact>[];
  readonly pivots: readonly PackageNumber[];
}
