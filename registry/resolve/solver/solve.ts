import { Agenda } from './agenda.ts';
import { Assignment } from './assignment.ts';
import { ClauseStore } from './clause-store.ts';
import type { HeldClause } from './held-clause.ts';
import { isBroken, propagate } from './propagate.ts';
import { ConflictResolver } from './resolve-conflict.ts';
import { createRangeSet, getLowestState, hasState, isSingle } from './state-set.ts';
import { toDerivation } from './to-derivation.ts';
import type { PackageNumber, SolverOptions, SolverOutcome, SolverProblem } from './types.ts';

/**
 * Decides one state for every package, or shows that there is no way, by PubGrub's conflict-driven search (docs/adr/0017).
 * The answer is the best one in the order of the agenda: what is wanted gets its best candidate that any solution has, then what that needs, and so on.
 */
export function solve<Fact>(problem: SolverProblem<Fact>, { maxSteps }: SolverOptions): SolverOutcome<Fact> {
  const search = new Search(problem);
  let broken = search.start();
  for (let steps = 0; ; ) {
    broken ??= search.concludeAll();
    const target = broken === undefined ? search.findUndecided() : undefined;
    if (broken === undefined && target === undefined) return { kind: 'solved', chosen: search.listChosen(), steps };
    if (steps === maxSteps) return { kind: 'gave-up', steps };
    if (broken !== undefined) {
      steps += 1;
      broken = search.learn(broken);
      if (broken?.terms.length === 0) {
        return { kind: 'refuted', derivation: toDerivation(broken, search.assignment.sizes), steps };
      }
    } else if (target !== undefined) {
      if (!hasState(search.assignment.getRemaining(target), 0)) steps += 1;
      broken = search.tryBest(target);
    }
  }
}

class Search<Fact> {
  readonly assignment: Assignment<Fact>;
  readonly #problem: SolverProblem<Fact>;
  readonly #store: ClauseStore<Fact>;
  readonly #agenda: Agenda<Fact>;
  readonly #resolver: ConflictResolver<Fact>;

  constructor(problem: SolverProblem<Fact>) {
    this.#problem = problem;
    this.assignment = new Assignment((target) => problem.countCandidates(target));
    this.#store = new ClauseStore(problem, this.assignment);
    this.#agenda = new Agenda(this.assignment, (left, right) => problem.compare(left, right));
    this.#resolver = new ConflictResolver(this.assignment);
  }

  start(): HeldClause<Fact> | undefined {
    const roots = this.#store.listRoots();
    this.#agenda.addNeeded(roots);
    return this.#findBroken(roots);
  }

  /** Propagates, and looks at the best candidate of whatever must be chosen, until nothing new follows. */
  concludeAll(): HeldClause<Fact> | undefined {
    for (;;) {
      const broken = propagate(this.assignment, this.#store);
      if (broken !== undefined) return broken;
      const target = this.assignment.takeUnwitnessed();
      if (target === undefined) return undefined;
      const brokenOfCandidate = this.#findWitness(target);
      if (brokenOfCandidate !== undefined) return brokenOfCandidate;
    }
  }

  /** The next package with several states left. */
  findUndecided(): PackageNumber | undefined {
    for (;;) {
      const target = this.#agenda.findNext();
      if (target === undefined) {
        if (!this.#agenda.addRest()) return undefined;
        continue;
      }
      const remaining = this.assignment.getRemaining(target);
      if (!isSingle(remaining)) return target;
      this.#agenda.advance(this.#listOf(target, getLowestState(remaining)));
    }
  }

  /** Decides for the best candidate left, unless its clauses already tell that it is none. */
  tryBest(target: PackageNumber): HeldClause<Fact> | undefined {
    const remaining = this.assignment.getRemaining(target);
    const state = hasState(remaining, 0) ? 0 : this.#problem.prefer(target, remaining);
    if (!hasState(remaining, state))
      throw new RangeError(`state ${state} of package ${target} is not among those left`);
    const before = this.assignment.packages.length;
    const broken = this.#findBroken(this.#listOf(target, state));
    if (broken !== undefined || this.assignment.packages.length > before) return broken;
    this.#agenda.openLevel();
    this.assignment.decide(target, createRangeSet(this.assignment.sizes[target] ?? 0, state, state + 1));
    return undefined;
  }

  /**
   * Learns from a conflict and takes back its last decision, with what came after it but not what came before: that would only be decided again.
   * Returns a clause that is broken even so; one without terms when there is no decision to take back.
   */
  learn(broken: HeldClause<Fact>): HeldClause<Fact> | undefined {
    const { clause, level } = this.#resolver.resolve(broken);
    if (level === 0) return clause;
    const again = this.assignment.returnTo(level - 1);
    this.#agenda.returnTo(level - 1);
    if (clause !== broken) this.#store.watch(clause);
    let stillBroken: HeldClause<Fact> | undefined;
    for (const one of again) if (isBroken(this.assignment, one)) stillBroken ??= one;
    return isBroken(this.assignment, clause) ? clause : stillBroken;
  }

  listChosen(): ReadonlyMap<PackageNumber, number> {
    const chosen = new Map<PackageNumber, number>();
    for (const [target, states] of this.assignment.remaining.entries()) {
      if (this.assignment.sizes[target] === 0) continue;
      const state = getLowestState(states);
      if (state !== 0) chosen.set(target, state);
    }
    return chosen;
  }

  /** Looks for a candidate whose clauses do not tell at once that it is none. */
  #findWitness(target: PackageNumber): HeldClause<Fact> | undefined {
    for (;;) {
      const candidate = this.#prefer(target);
      const broken = this.#findBroken(this.#store.listOfCandidate(target, candidate));
      if (broken !== undefined) return broken;
      if (hasState(this.assignment.getRemaining(target), candidate)) {
        this.assignment.witnesses[target] = candidate;
        return undefined;
      }
    }
  }

  #prefer(target: PackageNumber): number {
    const remaining = this.assignment.getRemaining(target);
    const state = this.#problem.prefer(target, remaining);
    if (!hasState(remaining, state))
      throw new RangeError(`state ${state} of package ${target} is not among those left`);
    return state;
  }

  #listOf(target: PackageNumber, state: number): readonly HeldClause<Fact>[] {
    return state === 0 ? [] : this.#store.listOfCandidate(target, state);
  }

  #findBroken(clauses: readonly HeldClause<Fact>[]): HeldClause<Fact> | undefined {
    for (const clause of clauses) if (isBroken(this.assignment, clause)) return clause;
    return undefined;
  }
}
