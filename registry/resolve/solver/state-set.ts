/**
 * States of one package. Two shapes, chosen by the number of states that the package has, so that sets of one package always have the same:
 * up to 32 states the bits of a signed 32-bit number (state 0 is the lowest), else runs: ascending boundaries, in at even places and out at odd ones.
 * Ranges are few runs however many versions there are. Never changed once made; use the functions here only.
 */
export type StateSet = number | readonly number[];

/** The most states that a set of bits can have. */
const maxBits = 32;

/** The set of these states, of a package with `size` states. */
export function createStateSet(size: number, states: Iterable<number>): StateSet {
  if (size <= maxBits) {
    let bits = 0;
    for (const state of states) bits |= 1 << state;
    return bits;
  }
  const runs: number[] = [];
  for (const state of [...states].sort((left, right) => left - right)) {
    if (state < (runs.at(-1) ?? 0)) continue;
    if (runs.at(-1) === state) runs.pop();
    else runs.push(state);
    runs.push(state + 1);
  }
  return runs;
}

/** Every state of a package with `size` states. */
export function createFullSet(size: number): StateSet {
  return size > maxBits ? [0, size] : lowestBits(size);
}

/** The states from `start` up to but without `end`. */
export function createRangeSet(size: number, start: number, end: number): StateSet {
  if (start >= end) return size <= maxBits ? 0 : [];
  if (size > maxBits) return [start, end];
  return lowestBits(end) & (-1 << start);
}

/** Every state that is not in the set. */
export function toComplement(set: StateSet, size: number): StateSet {
  if (typeof set === 'number') return ~set & lowestBits(size);
  const runs = set[0] === 0 ? set.slice(1) : [0, ...set];
  if (runs.at(-1) === size) runs.pop();
  else runs.push(size);
  return runs;
}

/** The states that are in both. */
export function intersect(left: StateSet, right: StateSet): StateSet {
  if (typeof left === 'number') return left & toBits(right);
  return combine(left, toRuns(right), 'both');
}

/** The states that are in one or the other. */
export function unite(left: StateSet, right: StateSet): StateSet {
  if (typeof left === 'number') return left | toBits(right);
  return combine(left, toRuns(right), 'either');
}

/** The states of the first that are not in the second. */
export function subtract(left: StateSet, right: StateSet): StateSet {
  if (typeof left === 'number') return left & ~toBits(right);
  return combine(left, toRuns(right), 'first only');
}

/** Whether every state of the first is in the second. */
export function isSubset(left: StateSet, right: StateSet): boolean {
  if (typeof left === 'number') return (left & ~toBits(right)) === 0;
  return runsAreWithin(left, toRuns(right));
}

/** Whether no state is in both. */
export function isDisjoint(left: StateSet, right: StateSet): boolean {
  if (typeof left === 'number') return (left & toBits(right)) === 0;
  return runsAreApart(left, toRuns(right));
}

/** Whether both have the same states. */
export function isSameSet(left: StateSet, right: StateSet): boolean {
  if (typeof left === 'number') return left === right;
  const other = toRuns(right);
  return left.length === other.length && left.every((boundary, place) => boundary === other[place]);
}

/** Whether the set has no state. */
export function isEmptySet(set: StateSet): boolean {
  return typeof set === 'number' ? set === 0 : set.length === 0;
}

/** Whether the set has exactly one state. */
export function isSingle(set: StateSet): boolean {
  if (typeof set === 'number') return set !== 0 && (set & (set - 1)) === 0;
  return set.length === 2 && (set[1] ?? 0) - (set[0] ?? 0) === 1;
}

/** Whether the state is in the set. */
export function hasState(set: StateSet, state: number): boolean {
  if (typeof set === 'number') return ((set >>> state) & 1) === 1;
  return (countBoundaries(set, state) & 1) === 1;
}

/** The lowest state of a set that is not empty. */
export function getLowestState(set: StateSet): number {
  return typeof set === 'number' ? 31 - Math.clz32(set & -set) : (set[0] ?? -1);
}

/** How many states the set has. */
export function countStates(set: StateSet): number {
  let count = 0;
  if (typeof set === 'number') for (let bits = set; bits !== 0; bits &= bits - 1) count += 1;
  else for (let place = 0; place < set.length; place += 2) count += (set[place + 1] ?? 0) - (set[place] ?? 0);
  return count;
}

/** The states of a set, lowest first. */
export function listStates(set: StateSet): number[] {
  const states: number[] = [];
  if (typeof set === 'number') {
    for (let bits = set; bits !== 0; bits &= bits - 1) states.push(31 - Math.clz32(bits & -bits));
    return states;
  }
  for (let place = 0; place < set.length; place += 2) {
    const end = set[place + 1] ?? 0;
    for (let state = set[place] ?? 0; state < end; state += 1) states.push(state);
  }
  return states;
}

function lowestBits(count: number): number {
  return count === maxBits ? -1 : ~(-1 << count);
}

function toBits(set: StateSet): number {
  if (typeof set === 'number') return set;
  throw new TypeError('sets of packages with different numbers of states');
}

function toRuns(set: StateSet): readonly number[] {
  if (typeof set !== 'number') return set;
  throw new TypeError('sets of packages with different numbers of states');
}

type Combination = 'both' | 'either' | 'first only';

function combine(left: readonly number[], right: readonly number[], wanted: Combination): readonly number[] {
  const runs: number[] = [];
  let inside = false;
  for (let first = 0, second = 0; first < left.length || second < right.length; ) {
    const boundary = Math.min(left[first] ?? Number.POSITIVE_INFINITY, right[second] ?? Number.POSITIVE_INFINITY);
    if (left[first] === boundary) first += 1;
    if (right[second] === boundary) second += 1;
    if (isWanted((first & 1) === 1, (second & 1) === 1, wanted) === inside) continue;
    inside = !inside;
    runs.push(boundary);
  }
  return runs;
}

function isWanted(inFirst: boolean, inSecond: boolean, wanted: Combination): boolean {
  if (wanted === 'both') return inFirst && inSecond;
  return wanted === 'either' ? inFirst || inSecond : inFirst && !inSecond;
}

function runsAreWithin(inner: readonly number[], outer: readonly number[]): boolean {
  for (let place = 0; place < inner.length; place += 2) {
    const before = countBoundaries(outer, inner[place] ?? 0);
    if ((before & 1) === 0 || (outer[before] ?? 0) < (inner[place + 1] ?? 0)) return false;
  }
  return true;
}

function runsAreApart(left: readonly number[], right: readonly number[]): boolean {
  for (let place = 0; place < left.length; place += 2) {
    const before = countBoundaries(right, left[place] ?? 0);
    if ((before & 1) === 1 || (right[before] ?? Number.POSITIVE_INFINITY) < (left[place + 1] ?? 0)) return false;
  }
  return true;
}

/** How many boundaries are at or before the state. */
function countBoundaries(runs: readonly number[], state: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((runs[middle] ?? 0) <= state) low = middle + 1;
    else high = middle;
  }
  return low;
}
