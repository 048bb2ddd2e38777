import type { Assignment } from './assignment.ts';
import type { HeldClause } from './held-clause.ts';
import { createFullSet, intersect, isSameSet, type StateSet, unite } from './state-set.ts';
import type { PackageNumber, Term } from './types.ts';

/** What a conflict teaches: a clause of which all terms but the first hold already at `level`. */
export interface ResolvedConflict<Fact> {
  readonly clause: HeldClause<Fact>;
  /** -1 when the clause has no terms: there is no solution. */
  readonly level: number;
}

/**
 * Resolves a broken clause with the causes of what made its terms hold, latest first, until only one of them came about at the latest level;
 * at level 0 until nothing is left.
 */
export class ConflictResolver<Fact> {
  readonly #assignment: Assignment<Fact>;
  /** By package, of the clause being resolved: states, and place of the entry that made them hold (-1: no term of the clause). */
  readonly #states: StateSet[] = [];
  readonly #places: number[] = [];
  #members: PackageNumber[] = [];
  #countTerms = 0;
  #countAtLevel = 0;
  #level = 0;

  constructor(assignment: Assignment<Fact>) {
    this.#assignment = assignment;
  }

  resolve(base: HeldClause<Fact>): ResolvedConflict<Fact> {
    const { packages, causes: given, levels } = this.#assignment;
    let place = this.#start(base);
    const causes: HeldClause<Fact>[] = [];
    const pivots: PackageNumber[] = [];
    for (; this.#countTerms > 0; place -= 1) {
      const pivot = packages[place] ?? 0;
      if (this.#places[pivot] !== place) continue;
      if (this.#level > 0 && this.#countAtLevel === 1) break;
      const cause = given[place];
      if (cause === undefined) throw new Error('a decision was to be resolved');
      causes.push(cause);
      pivots.push(pivot);
      this.#resolveWith(cause, pivot, place);
    }
    const terms = this.#takeTerms();
    const second = terms[1] === undefined ? -1 : this.#assignment.findSatisfier(terms[1]);
    return {
      clause: causes.length === 0 ? base : { terms, origin: { base, causes, pivots } },
      level: terms.length === 0 ? -1 : (levels[second] ?? 0),
    };
  }

  #start(base: HeldClause<Fact>): number {
    this.#countTerms = 0;
    this.#countAtLevel = 0;
    this.#level = -1;
    for (let met = this.#places.length; met < this.#assignment.sizes.length; met += 1) {
      this.#places.push(-1);
      this.#states.push(0);
    }
    let last = -1;
    for (const term of base.terms) last = Math.max(last, this.#put(term.package, term.states));
    this.#level = this.#assignment.levels[last] ?? 0;
    for (const member of this.#members) {
      if (this.#assignment.levels[this.#places[member] ?? -1] === this.#level) this.#countAtLevel += 1;
    }
    return last;
  }

  #resolveWith(cause: HeldClause<Fact>, pivot: PackageNumber, place: number): void {
    for (const { package: target, states } of cause.terms) {
      const mine = this.#places[target] === -1 ? undefined : this.#states[target];
      if (target !== pivot) this.#put(target, mine === undefined ? states : intersect(mine, states));
      else {
        const either = unite(mine ?? 0, states);
        this.#remove(target, place);
        if (!isSameSet(either, createFullSet(this.#assignment.sizes[target] ?? 0))) this.#put(target, either);
      }
    }
  }

  /** Sets the term of a package. Returns the place of the entry that made it hold. */
  #put(target: PackageNumber, states: StateSet): number {
    const before = this.#places[target] ?? -1;
    if (before !== -1) this.#remove(target, before);
    else this.#members.push(target);
    const place = this.#assignment.findSatisfier({ package: target, states });
    this.#states[target] = states;
    this.#places[target] = place;
    this.#countTerms += 1;
    if (this.#assignment.levels[place] === this.#level) this.#countAtLevel += 1;
    return place;
  }

  #remove(target: PackageNumber, place: number): void {
    this.#places[target] = -1;
    this.#countTerms -= 1;
    if (this.#assignment.levels[place] === this.#level) this.#countAtLevel -= 1;
  }

  /** The terms, latest first as far as the first two go; makes ready for the next conflict. */
  #takeTerms(): Term[] {
    const terms: Term[] = [];
    const places: number[] = [];
    for (const member of this.#members) {
      const place = this.#places[member] ?? -1;
      if (place === -1) continue;
      terms.push({ package: member, states: this.#states[member] ?? 0 });
      places.push(place);
      this.#places[member] = -1;
    }
    this.#members = [];
    for (let front = 0; front < 2; front += 1) bringLatest(terms, places, front);
    return terms;
  }
}

/** Exchanges the term at `front` with the latest of those from there on. */
function bringLatest(terms: Term[], places: number[], front: number): void {
  let latest = front;
  for (let index = front; index < places.length; index += 1) {
    if ((places[index] ?? 0) > (places[latest] ?? 0)) latest = index;
  }
  const term = terms[latest];
  const other = terms[front];
  if (term === undefined || other === undefined) return;
  terms[front] = term;
  terms[latest] = other;
  const place = places[latest] ?? 0;
  places[latest] = places[front] ?? 0;
  places[front] = place;
}
