import type { HeldClause } from './held-clause.ts';
import { createFullSet, hasState, isSubset, type StateSet } from './state-set.ts';
import type { PackageNumber, Term } from './types.ts';

/**
 * What is known of every package: the states that remain, and the trail of how they became so few.
 * An entry of the trail is one narrowing of one package: decided (no cause) or following from a clause.
 * Its level is that of the last decision that it follows from, which may be lower than that of entries before it; level 0 follows from none.
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
  /** Level of what remains after the entry. */
  readonly levels: number[] = [];
  /** Level from which on the cause alone says the same. */
  readonly #causeLevels: number[] = [];

  /** By package: a candidate whose clauses are known and that was left when they were looked at; 0 without. */
  readonly witnesses: number[] = [];
  /** Packages that must be chosen and whose witness is not left, and how many of them were taken. */
  readonly #unwitnessed: PackageNumber[] = [];
  #taken = 0;
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
      this.witnesses.push(0);
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
    this.#append(target, set, undefined, this.level);
  }

  /** `set` is smaller than what remained, and never empty. The other terms of the cause hold. */
  narrow(target: PackageNumber, set: StateSet, cause: HeldClause<Fact>): void {
    let level = 0;
    for (const term of cause.terms) {
      if (term.package !== target) level = Math.max(level, this.levels[this.findSatisfier(term)] ?? 0);
    }
    this.#append(target, set, cause, level);
    if (!hasState(set, 0) && !hasState(set, this.witnesses[target] ?? 0)) this.#unwitnessed.push(target);
  }

  /** Forgets every entry of a later level. Returns causes of entries that went with them although they say the same at this level; in the order of the trail. */
  returnTo(level: number): readonly HeldClause<Fact>[] {
    const start = this.#starts[level] ?? this.packages.length;
    const again: HeldClause<Fact>[] = [];
    for (let place = start; place < this.packages.length; place += 1) {
      const cause = this.causes[place];
      if (cause !== undefined && (this.#causeLevels[place] ?? 0) <= level) again.push(cause);
    }
    for (let place = this.packages.length - 1; place >= start; place -= 1) {
      const target = this.packages[place] ?? 0;
      const previous = this.previous[place] ?? -1;
      this.latest[target] = previous;
      this.remaining[target] = previous === -1 ? createFullSet(this.sizes[target] ?? 0) : (this.sets[previous] ?? 0);
    }
    const columns = [this.packages, this.sets, this.causes, this.previous, this.levels, this.#causeLevels];
    for (const column of columns) column.length = start;
    this.#starts.length = level;
    this.#unwitnessed.length = 0;
    this.#taken = 0;
    this.level = level;
    this.next = start;
    return again;
  }

  /** Takes the package that has longest been without a witness; undefined when each has one. */
  takeUnwitnessed(): PackageNumber | undefined {
    const target = this.#unwitnessed[this.#taken];
    if (target !== undefined) this.#taken += 1;
    else if (this.#taken > 0) {
      this.#unwitnessed.length = 0;
      this.#taken = 0;
    }
    return target;
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

  #append(target: PackageNumber, set: StateSet, cause: HeldClause<Fact> | undefined, level: number): void {
    const place = this.packages.length;
    const previous = this.latest[target] ?? -1;
    this.packages.push(target);
    this.sets.push(set);
    this.causes.push(cause);
    this.previous.push(previous);
    this.levels.push(previous === -1 ? level : Math.max(level, this.levels[previous] ?? 0));
    this.#causeLevels.push(level);
    this.latest[target] = place;
    this.remaining[target] = set;
  }
}
