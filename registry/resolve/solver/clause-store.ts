import type { Assignment } from './assignment.ts';
import type { HeldClause } from './held-clause.ts';
import { createFullSet, isEmptySet, isSameSet, isSubset, type StateSet } from './state-set.ts';
import type { Clause, PackageNumber, SolverProblem, Term } from './types.ts';

/** Clauses that watch a term of one package, and beside each the states of that term. */
export interface Watchers<Fact> {
  readonly clauses: HeldClause<Fact>[];
  readonly states: StateSet[];
}

/** Clauses of candidates of one package: most packages are asked about one candidate only. */
interface Listing<Fact> {
  readonly candidate: number;
  readonly clauses: readonly HeldClause<Fact>[];
  more: { readonly byCandidate: Map<number, readonly HeldClause<Fact>[]>; readonly held: Held<Fact> } | undefined;
}

type Held<Fact> = Map<Clause<Fact>, HeldClause<Fact>>;

/** Every clause that the solver met, by package and by candidate. Nothing is ever removed: clauses hold whatever is decided. */
export class ClauseStore<Fact> {
  /** By package. */
  readonly #watchers: Watchers<Fact>[] = [];
  readonly #problem: SolverProblem<Fact>;
  readonly #assignment: Assignment<Fact>;
  readonly #listings: (Listing<Fact> | undefined)[] = [];

  constructor(problem: SolverProblem<Fact>, assignment: Assignment<Fact>) {
    this.#problem = problem;
    this.#assignment = assignment;
  }

  /** What holds from the start. To be asked for once. */
  listRoots(): readonly HeldClause<Fact>[] {
    return this.#hold(this.#problem.listRootClauses(), undefined);
  }

  /** Clauses of a candidate, asked for once. */
  listOfCandidate(target: PackageNumber, candidate: number): readonly HeldClause<Fact>[] {
    const listing = this.#listings[target];
    if (listing?.candidate === candidate) return listing.clauses;
    const known = listing?.more?.byCandidate.get(candidate);
    if (known !== undefined) return known;
    const given = this.#problem.listClauses(target, candidate);
    if (listing === undefined) {
      const clauses = this.#hold(given, undefined);
      this.#listings[target] = { candidate, clauses, more: undefined };
      return clauses;
    }
    listing.more ??= { byCandidate: new Map(), held: new Map(listing.clauses.flatMap(toEntries)) };
    const clauses = this.#hold(given, listing.more.held);
    listing.more.byCandidate.set(candidate, clauses);
    return clauses;
  }

  /** Watches the two terms that would be the first to hold no longer when decisions are taken back. */
  watch(clause: HeldClause<Fact>): void {
    if (clause.terms.length > 2) this.#chooseLatest(clause);
    this.#addWatcher(clause, clause.one);
    if (clause.terms.length > 1) this.#addWatcher(clause, clause.other);
  }

  /** Lets the clause watch another of its terms that does not hold, in place of `one` or `other`. Returns whether there is one. */
  moveWatch(clause: HeldClause<Fact>, from: 'one' | 'other'): boolean {
    for (const [place, term] of clause.terms.entries()) {
      if (place === clause.one || place === clause.other) continue;
      if (isSubset(this.#assignment.getRemaining(term.package), term.states)) continue;
      clause[from] = place;
      this.#addWatcher(clause, place);
      return true;
    }
    return false;
  }

  listWatchers(target: PackageNumber): Watchers<Fact> {
    for (let met = this.#watchers.length; met <= target; met += 1) this.#watchers.push({ clauses: [], states: [] });
    const watchers = this.#watchers[target];
    if (watchers === undefined) throw new RangeError(`${target} is no number of a package`);
    return watchers;
  }

  /** `known`: what was held for other candidates of the package. */
  #hold(clauses: readonly Clause<Fact>[], known: Held<Fact> | undefined): readonly HeldClause<Fact>[] {
    const list: HeldClause<Fact>[] = [];
    for (const clause of clauses) {
      let held = known?.get(clause);
      if (held === undefined) {
        held = this.#create(clause);
        if (held === undefined) continue;
        known?.set(clause, held);
        this.watch(held);
      }
      list.push(held);
    }
    return list;
  }

  /** Undefined for a clause that cannot be broken. */
  #create(clause: Clause<Fact>): HeldClause<Fact> | undefined {
    let { terms } = clause;
    for (const term of clause.terms) {
      this.#assignment.meet(term.package);
      if (isEmptySet(term.states)) return undefined;
      if (this.#alwaysHolds(term)) terms = terms.filter((one) => one !== term);
    }
    return { terms, one: 0, other: 1, origin: clause };
  }

  #alwaysHolds(term: Term): boolean {
    return isSameSet(term.states, createFullSet(this.#assignment.sizes[term.package] ?? 0));
  }

  #addWatcher(clause: HeldClause<Fact>, place: number): void {
    const term = clause.terms[place];
    if (term === undefined) return;
    const { clauses, states } = this.listWatchers(term.package);
    clauses.push(clause);
    states.push(term.states);
  }

  #chooseLatest(clause: HeldClause<Fact>): void {
    const ranked = clause.terms.map((term, place) => {
      const satisfier = this.#assignment.findSatisfier(term);
      return { place, satisfier: satisfier === -1 ? Number.MAX_SAFE_INTEGER : satisfier };
    });
    ranked.sort((left, right) => right.satisfier - left.satisfier);
    clause.one = ranked[0]?.place ?? 0;
    clause.other = ranked[1]?.place ?? 1;
  }
}

function toEntries<Fact>(clause: HeldClause<Fact>): [Clause<Fact>, HeldClause<Fact>][] {
  return 'base' in clause.origin ? [] : [[clause.origin, clause]];
}
