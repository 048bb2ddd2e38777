import { expect } from 'vitest';
import {
  createFullSet,
  intersect,
  isSameSet,
  type StateSet,
  unite,
} from '../../../registry/resolve/solver/state-set.ts';
import type { Clause, Derivation, PackageNumber, Term } from '../../../registry/resolve/solver/types.ts';

type Terms = ReadonlyMap<PackageNumber, StateSet>;

/** Fails unless the derivation ends in nothing and every step of it is the resolvent of its two parents on some package. Returns its given clauses, each once. */
export function checkDerivation<Fact>(
  derivation: Derivation<Fact>,
  countCandidates: (target: PackageNumber) => number,
): readonly Clause<Fact>[] {
  const given = new Set<Clause<Fact>>();
  const seen = new Set<Derivation<Fact>>([derivation]);
  const size = (target: PackageNumber) => countCandidates(target) + 1;
  for (const node of seen) {
    if (node.kind === 'given') {
      given.add(node.clause);
      continue;
    }
    const [left, right] = node.from;
    if (!isResolvent(toTerms(node.terms, size), toTerms(termsOf(left), size), toTerms(termsOf(right), size), size)) {
      expect.fail(
        `does not follow: ${JSON.stringify({ terms: node.terms, left: termsOf(left), right: termsOf(right) })}`,
      );
    }
    for (const parent of node.from) seen.add(parent);
  }
  expect([...toTerms(termsOf(derivation), size)]).toEqual([]);
  return [...given];
}

function termsOf<Fact>(derivation: Derivation<Fact>): readonly Term[] {
  return derivation.kind === 'given' ? derivation.clause.terms : derivation.terms;
}

/** Terms by package, without those that always hold. */
function toTerms(terms: readonly Term[], size: (target: PackageNumber) => number): Terms {
  const kept = terms.filter((term) => !isSameSet(term.states, createFullSet(size(term.package))));
  expect(new Set(kept.map((term) => term.package)).size).toBe(kept.length);
  return new Map(kept.map((term) => [term.package, term.states]));
}

function isResolvent(terms: Terms, left: Terms, right: Terms, size: (target: PackageNumber) => number): boolean {
  const shared = [...left.keys()].filter((target) => right.has(target));
  return shared.some((pivot) => {
    const packages = new Set([...left.keys(), ...right.keys(), ...terms.keys()]);
    return [...packages].every((target) => {
      const full = createFullSet(size(target));
      const [mine, first, second] = [terms.get(target) ?? full, left.get(target) ?? full, right.get(target) ?? full];
      return isSameSet(mine, target === pivot ? unite(first, second) : intersect(first, second));
    });
  });
}
