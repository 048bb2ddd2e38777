import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  countStates,
  createFullSet,
  createRangeSet,
  createStateSet,
  getLowestState,
  hasState,
  intersect,
  isDisjoint,
  isEmptySet,
  isSameSet,
  isSingle,
  isSubset,
  listStates,
  subtract,
  toComplement,
  unite,
} from './state-set.ts';

const pairs = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.constantFrom(31, 32, 33, 64, 200)).chain((size) =>
  fc.record({
    size: fc.constant(size),
    left: fc.uniqueArray(fc.integer({ min: 0, max: size - 1 })),
    right: fc.uniqueArray(fc.integer({ min: 0, max: size - 1 })),
  }),
);

test('every operation is that of sets, whatever the shape', () => {
  fc.assert(
    fc.property(pairs, ({ size, left, right }) => {
      const all = Array.from({ length: size }, (_, state) => state);
      const first = createStateSet(size, left);
      const second = createStateSet(size, right);
      const both = all.filter((state) => left.includes(state) && right.includes(state));
      expect(listStates(first)).toEqual(left.toSorted((one, other) => one - other));
      expect(listStates(intersect(first, second))).toEqual(both);
      expect(listStates(unite(first, second))).toEqual(
        all.filter((state) => left.includes(state) || right.includes(state)),
      );
      expect(listStates(toComplement(first, size))).toEqual(all.filter((state) => !left.includes(state)));
      expect(toComplement(toComplement(first, size), size)).toEqual(first);
      expect(listStates(subtract(first, second))).toEqual(
        all.filter((state) => left.includes(state) && !right.includes(state)),
      );
      expect(isSubset(first, second)).toBe(both.length === left.length);
      expect(isDisjoint(first, second)).toBe(both.length === 0);
      expect(isSameSet(first, second)).toBe(both.length === left.length && both.length === right.length);
      expect(countStates(first)).toBe(left.length);
      expect(isEmptySet(first)).toBe(left.length === 0);
      expect(isSingle(first)).toBe(left.length === 1);
      expect(all.map((state) => hasState(first, state))).toEqual(all.map((state) => left.includes(state)));
      if (left.length > 0) expect(getLowestState(first)).toBe(Math.min(...left));
      expect(createStateSet(size, all)).toEqual(createFullSet(size));
    }),
    { numRuns: 500 },
  );
});

test('ranges are sets of their states', () => {
  for (const size of [1, 20, 31, 32, 33, 70]) {
    for (let start = 0; start <= size; start += 1) {
      for (let end = 0; end <= size; end += 1) {
        const states = Array.from({ length: Math.max(0, end - start) }, (_, place) => start + place);
        expect(createRangeSet(size, start, end)).toEqual(createStateSet(size, states));
      }
    }
  }
});

test('a range of many states takes no more room than one of few', () => {
  expect(createRangeSet(100_001, 1, 100_001)).toHaveLength(2);
  expect(toComplement(createStateSet(100_001, [50_000]), 100_001)).toHaveLength(4);
});

test('sets of different packages are not mixed up in silence', () => {
  expect(() => intersect(createFullSet(8), createFullSet(80))).toThrow(TypeError);
  expect(() => unite(createFullSet(80), createFullSet(8))).toThrow(TypeError);
});
