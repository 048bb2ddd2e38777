import type { Clause, Derivation } from '../solver/types.ts';

/** The given clauses that a derivation rests on, each once, in the order in which it comes to them. */
export function listLeafClauses<Fact>(derivation: Derivation<Fact>): Clause<Fact>[] {
  const leaves = new Set<Clause<Fact>>();
  const seen = new Set<Derivation<Fact>>();
  // Not by recursion: a derivation may be deeper than the stack.
  const open = [derivation];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    if (node.kind === 'given') leaves.add(node.clause);
    else open.push(node.from[1], node.from[0]);
  }
  return [...leaves];
}
