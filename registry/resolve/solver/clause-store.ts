import type { Assignment } from './assignment.ts';
import type { HeldClause } from './held-clause.ts';
import { createFullSet, isEmptySet, isSameSet, isSubset } from './state-set.ts';
import type { Clause, PackageNumber, SolverProblem, Term } from './types.ts';

/** Every clause that the solver met, by package and by candidate. Nothing is ever removed: clauses hold whatever is decided. */
export class ClauseStore<Fact> {
  /** By package: clauses of which one of the first two terms is of it. */
  readonly watching: HeldClause<Fact>[][] = [];
  readonly #problem: SolverProblem<Fact>;
  readonly #assignment: Assignment<Fact>;
  readonly #held = new Map<Clause<Fact>, HeldClause<Fact> | undefined>();
  readonly #candidates: Map<number, readonly HeldClause<Fact>[]>[] = [];

  constructor(problem: SolverProblem<Fact>, assignment: Assignment<Fact>) {
    this.#problem = problem;
    this.#assignment = assignment;
  }

  /** What holds from the start. */
  listRoots(): readonly HeldClause<Fact>[] {
    return this.#hold(this.#problem.listRootClauses());
  }

  /** Clauses of a candidate, asked for once. */
  listOfCandidate(target: PackageNumber, candidate: number): readonly HeldClause<Fact>[] {
    let ofPackage = this.#candidates[target];
    if (ofPackage === undefined) {
      ofPackage = new Map();
      this.#candidates[target] = ofPackage;
    }
    const known = ofPackage.get(candidate);
    if (known !== undefined) return known;
    const held = this.#hold(this.#problem.listClauses(target, candidate));
    ofPackage.set(candidate, held);
    return held;
  }

  /** Watches the two terms that would be the first to hold no longer when decisions are taken back. */
  watch(clause: HeldClause<Fact>): void {
    const { terms } = clause;
    if (terms.length > 2) this.#putLatestFirst(terms);
    for (let place = 0; place < 2; place += 1) {
      const term = terms[place];
      if (term !== undefined) this.#watchersOf(term.package).push(clause);
    }
  }

  /** Lets the clause watch another of its terms that does not hold, in place of the one at `place`. Returns whether there is one. */
  moveWatch(clause: HeldClause<Fact>, place: number): boolean {
    const { terms } = clause;
    const watched = terms[place];
    for (let candidate = 2; candidate < terms.length; candidate += 1) {
      const term = terms[candidate];
      if (watched === undefined || term === undefined) break;
      if (isSubset(this.#assignment.getRemaining(term.package), term.states)) continue;
      terms[place] = term;
      terms[candidate] = watched;
      this.#watchersOf(term.package).push(clause);
      return true;
    }
    return false;
  }

  #hold(clauses: readonly Clause<Fact>[]): readonly HeldClause<Fact>[] {
    const list: HeldClause<Fact>[] = [];
    for (const clause of clauses) {
      let held = this.#held.get(clause);
      if (held === undefined && !this.#held.has(clause)) {
        held = this.#create(clause);
        this.#held.set(clause, held);
        if (held !== undefined) this.watch(held);
      }
      if (held !== undefined) list.push(held);
    }
    return list;
  }

  /** Undefined for a clause that cannot be broken. */
  #create(clause: Clause<Fact>): HeldClause<Fact> | undefined {
    const terms: Term[] = [];
    for (const term of clause.terms) {
      this.#assignment.meet(term.package);
      if (isEmptySet(term.states)) return undefined;
      if (!isSameSet(createFullSet(this.#assignment.sizes[term.package] ?? 0), term.states)) terms.push(term);
    }
    return { terms, origin: clause };
  }

  #watchersOf(target: PackageNumber): HeldClause<Fact>[] {
    for (let met = this.watching.length; met <= target; met += 1) this.watching.push([]);
    const watchers = this.watching[target];
    if (watchers === undefined) throw new RangeError(`package ${target} is no number of a package`);
    return watchers;
  }

  #putLatestFirst(terms: Term[]): void {
    const ranks = terms.map((term) => {
      const place = this.#assignment.findSatisfier(term);
      return { term, place: place === -1 ? Number.POSITIVE_INFINITY : place };
    });
    ranks.sort((left, right) => (left.place === right.place ? 0 : right.place - left.place));
    for (const [place, { term }] of ranks.entries()) terms[place] = term;
  }
}
