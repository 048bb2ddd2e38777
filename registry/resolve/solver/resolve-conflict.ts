import type { Assignment } from './assignment.ts';
import type { HeldClause } from './held-clause.ts';
import { createFullSet, intersect, isSameSet, type StateSet, unite } from './state-set.ts';
import type { PackageNumber, Term } from './types.ts';

/** What a conflict teaches: a clause of which only one term came about at the level of the conflict, so that it says something at the level before. */
export interface ResolvedConflict<Fact> {
  readonly clause: HeldClause<Fact>;
  /** The latest level of which the conflict is. 0: the clause has no terms, and there is no solution. */
  readonly level: number;
}

/**
 * Resolves a broken clause with the causes of what made its terms hold, latest first, until only one of them came about at the latest level of all;
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
      if (this.#places[pivot] !== place || levels[place] !== this.#level) continue;
      if (this.#level > 0 && this.#countAtLevel === 1) break;
      const cause = given[place];
      if (cause === undefined) throw new Error('a decision was to be resolved');
      causes.push(cause);
      pivots.push(pivot);
      this.#resolveWith(cause, pivot, place);
    }
    const terms = this.#takeTerms();
    return {
      clause: causes.length === 0 ? base : { terms, one: 0, other: 1, origin: { base, causes, pivots } },
      level: this.#level,
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
    const { levels } = this.#assignment;
    let last = -1;
    for (const term of base.terms) last = Math.max(last, this.#put(term.package, term.states));
    const levelsOfTerms = this.#members.map((member) => levels[this.#places[member] ?? -1] ?? 0);
    this.#level = Math.max(0, ...levelsOfTerms);
    this.#countAtLevel = levelsOfTerms.filter((level) => level === this.#level).length;
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

  /** The terms; makes ready for the next conflict. */
  #takeTerms(): Term[] {
    const terms: Term[] = [];
    for (const member of this.#members) {
      if (this.#places[member] === -1) continue;
      terms.push({ package: member, states: this.#states[member] ?? 0 });
      this.#places[member] = -1;
    }
    this.#members = [];
    return terms;
  }
}
