import type { Clause, Derivation, Term } from '../solver/types.ts';

/** A conclusion that is worth a line of its own. */
export interface Line<Fact> {
  /** They do not hold together; empty in the last line. */
  readonly terms: readonly Term[];
  readonly facts: readonly Clause<Fact>[];
  /** Positions of earlier lines. */
  readonly lines: readonly number[];
}

/** What is told without a line of its own, however often it is used. */
const maxTrivialFacts = 2;

/**
 * Flattens a derivation into few lines, each once and after those that it follows from. A conclusion becomes a line
 * when several others rest on it, or when it meets another conclusion; a chain that takes up one fact after the other
 * is one line.
 */
export function listLines<Fact>(derivation: Derivation<Fact>): Line<Fact>[] {
  const order = listDerived(derivation);
  const uses = new Map<Derivation<Fact>, number>();
  for (const node of order) {
    for (const from of node.from) uses.set(from, (uses.get(from) ?? 0) + 1);
  }

  const lines: Line<Fact>[] = [];
  const told = new Map<Derivation<Fact>, Basis<Fact>>();
  const look = (node: Derivation<Fact>): Basis<Fact> =>
    node.kind === 'given' ? { facts: new Set([node.clause]), lines: new Set() } : (told.get(node) ?? emptyBasis());

  const addLine = (terms: readonly Term[], basis: Basis<Fact>): Basis<Fact> => {
    const same = lines.findIndex((line) => line.terms === terms);
    if (same >= 0) return { facts: new Set(), lines: new Set([same]) };
    lines.push({
      terms,
      facts: [...basis.facts],
      lines: [...basis.lines].sort((left, right) => left - right),
    });
    return { facts: new Set(), lines: new Set([lines.length - 1]) };
  };

  for (const node of order) {
    const [left, right] = node.from;
    // Where two chains of conclusions meet, the longer one is told before.
    const chains = [left, right].filter((from) => isChain(from, look(from)));
    if (left !== right && chains.length === 2) {
      const [longest] = chains.sort((one, other) => look(other).facts.size - look(one).facts.size);
      if (longest?.kind === 'derived') told.set(longest, addLine(longest.terms, look(longest)));
    }
    const [first, second] = [look(left), look(right)];
    const basis = {
      facts: new Set([...first.facts, ...second.facts]),
      lines: new Set([...first.lines, ...second.lines]),
    };
    const isLast = node === derivation;
    const isShared = (uses.get(node) ?? 0) > 1 && basis.facts.size + basis.lines.size > maxTrivialFacts;
    told.set(node, isLast || isShared ? addLine(isLast ? [] : node.terms, basis) : basis);
  }
  if (derivation.kind === 'given') addLine([], look(derivation));
  return lines;
}

/** What a conclusion rests on, so far as it is told by then. */
interface Basis<Fact> {
  readonly facts: ReadonlySet<Clause<Fact>>;
  readonly lines: ReadonlySet<number>;
}

function emptyBasis<Fact>(): Basis<Fact> {
  return { facts: new Set(), lines: new Set() };
}

/** Whether it rests on more than could be said in passing. */
function isChain<Fact>(node: Derivation<Fact>, { facts, lines }: Basis<Fact>): boolean {
  return node.kind === 'derived' && facts.size > 0 && facts.size + lines.size > maxTrivialFacts;
}

/** Derived conclusions, each once and after those that it follows from. */
function listDerived<Fact>(derivation: Derivation<Fact>): (Derivation<Fact> & { readonly kind: 'derived' })[] {
  const listed = new Set<Derivation<Fact> & { readonly kind: 'derived' }>();
  const open = [derivation];
  // Not by recursion: a derivation may be deeper than the stack.
  for (let node = open.at(-1); node !== undefined; node = open.at(-1)) {
    if (node.kind === 'given' || listed.has(node)) {
      open.pop();
      continue;
    }
    const missing = node.from.filter((from) => from.kind === 'derived' && !listed.has(from));
    if (missing.length === 0) {
      listed.add(node);
      open.pop();
    } else {
      open.push(...missing.reverse());
    }
  }
  return [...listed];
}
