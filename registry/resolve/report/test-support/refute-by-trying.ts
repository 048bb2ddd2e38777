import { countStates, hasState, intersect, unite } from '../../solver/state-set.ts';
import type { Clause, Derivation, Term } from '../../solver/types.ts';

/**
 * Tries every combination of states of these packages: a derivation when each of them breaks a clause, undefined when
 * one does not. For few packages with few states.
 */
export function refuteByTrying<Fact>(
  sizes: readonly number[],
  clauses: readonly Clause<Fact>[],
): Derivation<Fact> | undefined {
  return refuteFrom(0, []);

  function refuteFrom(target: number, chosen: readonly number[]): Derivation<Fact> | undefined {
    const broken = clauses.find((clause) => isBroken(clause.terms, chosen));
    if (broken !== undefined) return { kind: 'given', clause: broken };
    const size = sizes[target];
    if (size === undefined) return undefined;
    let joined: Derivation<Fact> | undefined;
    for (let state = 0; state < size; state += 1) {
      const refuted = refuteFrom(target + 1, [...chosen, state]);
      if (refuted === undefined) return undefined;
      // What does not speak of this package refutes every state of it.
      if (!listTerms(refuted).some((term) => term.package === target)) return refuted;
      joined = joined === undefined ? refuted : resolve(target, size, joined, refuted);
    }
    return joined;
  }
}

/** The terms that a derivation shows not to hold together. */
export function listTerms<Fact>(derivation: Derivation<Fact>): readonly Term[] {
  return derivation.kind === 'given' ? derivation.clause.terms : derivation.terms;
}

function isBroken(terms: readonly Term[], chosen: readonly number[]): boolean {
  return terms.every((term) => {
    const state = chosen[term.package];
    return state !== undefined && hasState(term.states, state);
  });
}

/** Two clauses over one package exclude what both exclude elsewhere, for all states that either names. */
function resolve<Fact>(
  target: number,
  size: number,
  left: Derivation<Fact>,
  right: Derivation<Fact>,
): Derivation<Fact> {
  const terms = new Map<number, Term>();
  for (const term of [...listTerms(left), ...listTerms(right)]) {
    const other = terms.get(term.package);
    if (other === undefined) {
      terms.set(term.package, term);
      continue;
    }
    const combine = term.package === target ? unite : intersect;
    terms.set(term.package, { package: term.package, states: combine(term.states, other.states) });
  }
  const own = terms.get(target);
  if (own !== undefined && countStates(own.states) === size) terms.delete(target);
  return { kind: 'derived', terms: [...terms.values()], from: [left, right] };
}
