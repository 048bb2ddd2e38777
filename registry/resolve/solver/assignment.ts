import type { HeldClause } from './held-clause.ts';
import { createFullSet, hasState, isSingle, isSubset, type StateSet } from './state-set.ts';
import type { PackageNumber, Term } from './types.ts';

/**
 * What is known of every package: the states that remain, and the trail of how they became so few.
 * An entry of the trail is one narrowing of one package: decided (no cause) or following from a clause. Level 0 holds what follows without any decision.
 */
export class Assignment<Fact> {
  /** By package. */
  readonly sizes: number[] = [];
  readonly remaining: StateSet[] = [];
  /** Place in the trail of the last entry of each package; -1 without. */
  readonly latest: number[] = [];

  /** By place in the trail; `sets` is what remains after the entry, `previous` the place of the entry before it of the same package. */
  readonly packages: PackageNumber[] = [];
  readonly sets: StateSet[] = [];
  readonly causes: (HeldClause<Fact> | undefined)[] = [];
  readonly previous: number[] = [];
  readonly levels: number[] = [];

  /** Packages that came down to one candidate without being decided, since the list was last emptied. */
  readonly settled: PackageNumber[] = [];
  /** Place of the first entry whose clauses nobody looked at yet. */
  next = 0;
  level = 0;
  readonly #starts: number[] = [];
  readonly #countCandidates: (target: PackageNumber) => number;

  constructor(countCandidates: (target: PackageNumber) => number) {
    this.#countCandidates = countCandidates;
  }

  /** Makes room for a package; all of its states remain. */
  meet(target: PackageNumber): void {
    for (let met = this.sizes.length; met <= target; met += 1) {
      this.sizes.push(0);
      this.remaining.push(0);
      this.latest.push(-1);
    }
    if (this.sizes[target] !== 0) return;
    const size = this.#countCandidates(target) + 1;
    this.sizes[target] = size;
    this.remaining[target] = createFullSet(size);
  }

  getRemaining(target: PackageNumber): StateSet {
    return this.remaining[target] ?? 0;
  }

  /** Opens a level for a decision. */
  decide(target: PackageNumber, set: StateSet): void {
    this.#starts.push(this.packages.length);
    this.level += 1;
    this.#append(target, set, undefined);
  }

  /** `set` is smaller than what remained, and never empty. */
  narrow(target: PackageNumber, set: StateSet, cause: HeldClause<Fact>): void {
    this.#append(target, set, cause);
    if (isSingle(set) && !hasState(set, 0)) this.settled.push(target);
  }

  /** Forgets every entry above the level. */
  returnTo(level: number): void {
    const start = this.#starts[level] ?? this.packages.length;
    for (let place = this.packages.length - 1; place >= start; place -= 1) {
      const target = this.packages[place] ?? 0;
      const previous = this.previous[place] ?? -1;
      this.latest[target] = previous;
      this.remaining[target] = previous === -1 ? createFullSet(this.sizes[target] ?? 0) : (this.sets[previous] ?? 0);
    }
    for (const column of [this.packages, this.sets, this.causes, this.previous, this.levels]) column.length = start;
    this.#starts.length = level;
    this.settled.length = 0;
    this.level = level;
    this.next = start;
  }

  /** Place of the first entry after which the term holds; -1 when it does not hold. */
  findSatisfier({ package: target, states }: Term): number {
    let found = -1;
    for (let place = this.latest[target] ?? -1; place !== -1; place = this.previous[place] ?? -1) {
      if (!isSubset(this.sets[place] ?? 0, states)) break;
      found = place;
    }
    return found;
  }

  #append(target: PackageNumber, set: StateSet, cause: HeldClause<Fact> | undefined): void {
    const place = this.packages.length;
    this.packages.push(target);
    this.sets.push(set);
    this.causes.push(cause);
    this.previous.push(this.latest[target] ?? -1);
    this.levels.push(this.level);
    this.latest[target] = place;
    this.remaining[target] = set;
  }
}
