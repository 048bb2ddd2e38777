import type { Assignment } from './assignment.ts';
import type { ClauseStore } from './clause-store.ts';
import type { HeldClause } from './held-clause.ts';
import { isDisjoint, isSubset, subtract } from './state-set.ts';
import type { Term } from './types.ts';

/** Draws every conclusion from what was narrowed since it was last called. Returns a clause whose terms all hold, if there is one. */
export function propagate<Fact>(assignment: Assignment<Fact>, store: ClauseStore<Fact>): HeldClause<Fact> | undefined {
  while (assignment.next < assignment.packages.length) {
    const place = assignment.next;
    assignment.next += 1;
    const target = assignment.packages[place] ?? 0;
    // A later entry of the package is still to come and says more.
    if (assignment.latest[target] !== place) continue;
    const watching = store.watching[target];
    if (watching === undefined) continue;
    const remaining = assignment.getRemaining(target);
    let conflict: HeldClause<Fact> | undefined;
    let kept = 0;
    for (const clause of watching) {
      const mine = clause.terms[0]?.package === target ? 0 : 1;
      const term = clause.terms[mine];
      const holds = conflict === undefined && term !== undefined && isSubset(remaining, term.states);
      if (holds && clause.terms.length > 2 && store.moveWatch(clause, mine)) continue;
      watching[kept] = clause;
      kept += 1;
      if (holds && !conclude(assignment, clause, clause.terms[1 - mine])) conflict = clause;
    }
    watching.length = kept;
    if (conflict !== undefined) return conflict;
  }
  return undefined;
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
