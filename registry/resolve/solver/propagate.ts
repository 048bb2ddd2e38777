import type { Assignment } from './assignment.ts';
import type { ClauseStore } from './clause-store.ts';
import type { HeldClause } from './held-clause.ts';
import { isDisjoint, isSubset, subtract } from './state-set.ts';
import type { PackageNumber, Term } from './types.ts';

/** Draws every conclusion from what was narrowed since it was last called. Returns a clause whose terms all hold, if there is one. */
export function propagate<Fact>(assignment: Assignment<Fact>, store: ClauseStore<Fact>): HeldClause<Fact> | undefined {
  while (assignment.next < assignment.packages.length) {
    const place = assignment.next;
    assignment.next += 1;
    const target = assignment.packages[place] ?? 0;
    // A later entry of the package is still to come and says more.
    if (assignment.latest[target] !== place) continue;
    const broken = visitWatchers(assignment, store, target);
    if (broken !== undefined) return broken;
  }
  return undefined;
}

function visitWatchers<Fact>(
  assignment: Assignment<Fact>,
  store: ClauseStore<Fact>,
  target: PackageNumber,
): HeldClause<Fact> | undefined {
  const { clauses, states } = store.listWatchers(target);
  const remaining = assignment.getRemaining(target);
  let kept = 0;
  let broken: HeldClause<Fact> | undefined;
  for (let place = 0; place < clauses.length; place += 1) {
    const mine = states[place] ?? 0;
    const clause = clauses[place];
    if (clause === undefined) break;
    const holds = broken === undefined && isSubset(remaining, mine);
    if (holds && clause.terms.length > 2) {
      const from = clause.terms[clause.one]?.package === target ? 'one' : 'other';
      if (store.moveWatch(clause, from)) continue;
    }
    if (kept < place) {
      clauses[kept] = clause;
      states[kept] = mine;
    }
    kept += 1;
    if (!holds) continue;
    const one = clause.terms[clause.one];
    if (!conclude(assignment, clause, one?.package === target ? clause.terms[clause.other] : one)) broken = clause;
  }
  if (kept < clauses.length) {
    clauses.length = kept;
    states.length = kept;
  }
  return broken;
}

/** Looks at one clause that may be new. Returns whether it is broken: all of its terms hold. */
export function isBroken<Fact>(assignment: Assignment<Fact>, clause: HeldClause<Fact>): boolean {
  let open: Term | undefined;
  for (const term of clause.terms) {
    if (isSubset(assignment.getRemaining(term.package), term.states)) continue;
    if (open !== undefined) return false;
    open = term;
  }
  return !conclude(assignment, clause, open);
}

/** All other terms hold, so this one must not. Returns whether that is possible. */
function conclude<Fact>(assignment: Assignment<Fact>, clause: HeldClause<Fact>, term: Term | undefined): boolean {
  if (term === undefined) return false;
  const remaining = assignment.getRemaining(term.package);
  if (isDisjoint(remaining, term.states)) return true;
  if (isSubset(remaining, term.states)) return false;
  assignment.narrow(term.package, subtract(remaining, term.states), clause);
  return true;
}
