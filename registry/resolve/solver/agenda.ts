import type { Assignment } from './assignment.ts';
import type { HeldClause } from './held-clause.ts';
import { hasState, isSingle, isSubset } from './state-set.ts';
import type { PackageNumber, Term } from './types.ts';

/**
 * In which order packages are decided: those that are wanted, then what they need, then what that needs; within each of these by the problem's own order.
 * It depends on what was decided and not on what was learned on the way, so that clauses that are listed in another order lead to the same answer.
 */
export class Agenda<Fact> {
  readonly #compare: (left: PackageNumber, right: PackageNumber) => number;
  readonly #assignment: Assignment<Fact>;
  readonly #queue: PackageNumber[] = [];
  #head = 0;
  readonly #queued: boolean[] = [];
  /** By level: the head and the length of the queue when it was opened. */
  readonly #heads: number[] = [];
  readonly #lengths: number[] = [];

  constructor(assignment: Assignment<Fact>, compare: (left: PackageNumber, right: PackageNumber) => number) {
    this.#assignment = assignment;
    this.#compare = compare;
  }

  /** The package whose turn it is; undefined at the end of what is known to be needed. */
  findNext(): PackageNumber | undefined {
    return this.#queue[this.#head];
  }

  /** The turn of the first package is over: it is down to one state. Adds what these clauses now need of others. */
  advance(clauses: readonly HeldClause<Fact>[]): void {
    this.#head += 1;
    this.addNeeded(clauses);
  }

  addNeeded(clauses: readonly HeldClause<Fact>[]): void {
    const start = this.#queue.length;
    for (const { terms } of clauses) {
      for (const term of terms) {
        if (this.#queued[term.package] === true || !hasState(term.states, 0)) continue;
        if (!this.#othersHold(terms, term)) continue;
        this.#queued[term.package] = true;
        this.#queue.push(term.package);
      }
    }
    this.#sortFrom(start);
  }

  /** Adds every other package that is not down to one state: first those that must be chosen. Returns whether there are any. */
  addRest(): boolean {
    const { sizes, remaining } = this.#assignment;
    const optional: PackageNumber[] = [];
    const start = this.#queue.length;
    for (let target = 0; target < sizes.length; target += 1) {
      const states = remaining[target];
      if (states === undefined || sizes[target] === 0 || this.#queued[target] === true || isSingle(states)) continue;
      if (hasState(states, 0)) optional.push(target);
      else this.#queue.push(target);
    }
    this.#sortFrom(start);
    const middle = this.#queue.length;
    for (const target of optional) this.#queue.push(target);
    this.#sortFrom(middle);
    for (let place = start; place < this.#queue.length; place += 1) this.#queued[this.#queue[place] ?? 0] = true;
    return this.#queue.length > start;
  }

  /** Remembers the state before a decision. */
  openLevel(): void {
    this.#heads.push(this.#head);
    this.#lengths.push(this.#queue.length);
  }

  returnTo(level: number): void {
    const length = this.#lengths[level];
    if (length === undefined) return;
    for (let place = length; place < this.#queue.length; place += 1) this.#queued[this.#queue[place] ?? 0] = false;
    this.#queue.length = length;
    this.#head = this.#heads[level] ?? 0;
    this.#heads.length = level;
    this.#lengths.length = level;
  }

  #othersHold(terms: readonly Term[], term: Term): boolean {
    for (const other of terms) {
      if (other !== term && !isSubset(this.#assignment.getRemaining(other.package), other.states)) return false;
    }
    return true;
  }

  #sortFrom(start: number): void {
    const queue = this.#queue;
    if (queue.length - start > 16) {
      const sorted = queue.slice(start).sort(this.#compare);
      for (const [place, target] of sorted.entries()) queue[start + place] = target;
      return;
    }
    for (let end = start + 1; end < queue.length; end += 1) {
      const target = queue[end] ?? 0;
      let place = end;
      for (; place > start && this.#compare(queue[place - 1] ?? 0, target) > 0; place -= 1) {
        queue[place] = queue[place - 1] ?? 0;
      }
      queue[place] = target;
    }
  }
}
