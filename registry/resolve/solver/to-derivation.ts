import type { HeldClause, Lesson } from './held-clause.ts';
import { createFullSet, intersect, isSameSet, unite } from './state-set.ts';
import type { Clause, Derivation, PackageNumber, Term } from './types.ts';

/** How the clause follows from given ones, step by step. What is used twice is the same object. `sizes`: states by package. */
export function toDerivation<Fact>(clause: HeldClause<Fact>, sizes: readonly number[]): Derivation<Fact> {
  const made = new Map<HeldClause<Fact>, Derivation<Fact>>();
  const waiting = [clause];
  for (let current = waiting.at(-1); current !== undefined; current = waiting.at(-1)) {
    const missing = made.has(current) ? [] : listParents(current).filter((parent) => !made.has(parent));
    if (missing.length > 0) {
      for (const parent of missing) waiting.push(parent);
      continue;
    }
    waiting.pop();
    if (!made.has(current)) made.set(current, derive(current, made, sizes));
  }
  return getMade(made, clause);
}

function listParents<Fact>({ origin }: HeldClause<Fact>): readonly HeldClause<Fact>[] {
  return isLesson(origin) ? [origin.base, ...origin.causes] : [];
}

function derive<Fact>(
  { origin }: HeldClause<Fact>,
  made: ReadonlyMap<HeldClause<Fact>, Derivation<Fact>>,
  sizes: readonly number[],
): Derivation<Fact> {
  if (!isLesson(origin)) return { kind: 'given', clause: origin };
  let derivation = getMade(made, origin.base);
  let { terms }: { terms: readonly Term[] } = origin.base;
  for (const [step, cause] of origin.causes.entries()) {
    terms = resolve(terms, cause.terms, origin.pivots[step] ?? -1, sizes);
    derivation = { kind: 'derived', terms, from: [derivation, getMade(made, cause)] };
  }
  return derivation;
}

/** What follows from two clauses when one or the other must hold for the pivot: its states unite, those of other packages intersect. */
function resolve(
  left: readonly Term[],
  right: readonly Term[],
  pivot: PackageNumber,
  sizes: readonly number[],
): readonly Term[] {
  const terms: Term[] = [];
  for (const term of left) {
    const other = right.find((one) => one.package === term.package);
    if (other === undefined) terms.push(term);
    else if (term.package !== pivot)
      terms.push({ package: term.package, states: intersect(term.states, other.states) });
    else {
      const states = unite(term.states, other.states);
      if (!isSameSet(states, createFullSet(sizes[pivot] ?? 0))) terms.push({ package: pivot, states });
    }
  }
  for (const term of right) if (!left.some((one) => one.package === term.package)) terms.push(term);
  return terms;
}

function getMade<Fact>(
  made: ReadonlyMap<HeldClause<Fact>, Derivation<Fact>>,
  clause: HeldClause<Fact>,
): Derivation<Fact> {
  const derivation = made.get(clause);
  if (derivation === undefined) throw new Error('a clause was derived from itself');
  return derivation;
}

function isLesson<Fact>(origin: Clause<Fact> | Lesson<Fact>): origin is Lesson<Fact> {
  return 'base' in origin;
}
