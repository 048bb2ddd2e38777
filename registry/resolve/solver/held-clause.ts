import type { Clause, PackageNumber, Term } from './types.ts';

/** A clause as the solver keeps it: without terms that always hold. The first two terms are watched. */
export interface HeldClause<Fact> {
  /** Their order changes as watches move. Never the array of a given clause when there are more than two. */
  readonly terms: Term[];
  readonly origin: Clause<Fact> | Lesson<Fact>;
}

/** How a learned clause came about: `base` resolved with each cause in turn, on the pivot beside it. */
export interface Lesson<Fact> {
  readonly base: HeldClause<Fact>;
  readonly causes: readonly HeldClause<Fact>[];
  readonly pivots: readonly PackageNumber[];
}
