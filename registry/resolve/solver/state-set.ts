/** States of one package as bits, 32 to a word; state 0 is the lowest bit of the first word. Bits beyond the size are 0. Never changed once made. */
export type StateSet = Uint32Array;

/** The set of these states, of a package with `size` states. */
export function createStateSet(size: number, states: Iterable<number>): StateSet {
  const set = new Uint32Array((size + 31) >>> 5);
  for (const state of states) {
    const word = state >>> 5;
    set[word] = (set[word] ?? 0) | (1 << (state & 31));
  }
  return set;
}

/** Every state that is not in the set. */
export function toComplement(set: StateSet, size: number): StateSet {
  const other = new Uint32Array(set.length);
  for (const [word, bits] of set.entries()) other[word] = ~bits;
  const rest = size & 31;
  if (rest !== 0) other[set.length - 1] = (other[set.length - 1] ?? 0) & ((1 << rest) - 1);
  return other;
}

/** Whether the state is in the set. */
export function hasState(set: StateSet, state: number): boolean {
  return (((set[state >>> 5] ?? 0) >>> (state & 31)) & 1) === 1;
}

/** The states of a set, lowest first. */
export function listStates(set: StateSet): number[] {
  const states: number[] = [];
  for (const [word, bits] of set.entries()) {
    for (let bit = 0; bit < 32; bit += 1) if (((bits >>> bit) & 1) === 1) states.push(word * 32 + bit);
  }
  return states;
}
