import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkSemVer } from './check-sem-ver.ts';
import { compareRanges } from './compare-ranges.ts';

test.each([
  ['', '', 'same'],
  ['', '>=1.0.0', 'narrowed'],
  ['>=1.0.0', '', 'widened'],
  ['>=v1.5.0', '>=v1.6.0', 'narrowed'],
  ['>=v1.5.0', '>=v1.4.0', 'widened'],
  ['>=1.2.0', '>= 1.2.0, <2', 'narrowed'],
  ['>=1.2.0, <2.0.0', '^1.2.0', 'same'],
  ['~1.2.0', '^1.2.0', 'widened'],
  ['~1.2.3', '~1.3.0', 'changed'],
  ['1.x', '>=1.0.0, <2', 'same'],
  ['1.2.3', '1.2.4', 'changed'],
  ['>=1.0.0', '>=1.0.0, !=1.4.2', 'narrowed'],
  ['^1.0.0 || ^2.0.0', '^2.0.0', 'narrowed'],
  ['^0.0.3', '^0.0.4', 'changed'],
  ['^0.2.0', '~0.2.0', 'same'],
  ['>=1.22.0-0', '>=1.23.0-0', 'narrowed'],
  ['<=1.2.x', '<1.3.0', 'same'],
  ['>1.x', '>=2.0.0', 'same'],
  ['*', '', 'same'],
])('from %j to %j is %s', (before, after, order) => {
  expect(compareRanges(before, after)).toBe(order);
});

test.each([
  ['what cannot be read', 'newest'],
  ['what is too long to tell', Array.from({ length: 50 }, (_, index) => `!=1.0.${index}`).join(',')],
])('%s has no order', (_, range) => {
  expect(compareRanges('>=1.0.0', range)).toBeUndefined();
  expect(compareRanges(range, '>=1.0.0')).toBeUndefined();
});

const number = fc.integer({ min: 0, max: 3 });
const bound = fc.tuple(number, number, number).map((parts) => parts.join('.'));
const comparator = fc
  .tuple(fc.constantFrom('', '=', '!=', '>', '<', '>=', '<=', '~', '^'), bound)
  .map((parts) => parts.join(''));
const range = fc.array(comparator, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(', '));
const grid = Array.from(
  { length: 5 ** 3 },
  (_, index) => `${Math.floor(index / 25)}.${Math.floor(index / 5) % 5}.${index % 5}`,
);

test('it says what asking about every version says', () => {
  const admits = (version: string, text: string) => {
    const answer = checkSemVer(version, text);
    return answer.ok && answer.value;
  };
  fc.assert(
    fc.property(range, range, (before, after) => {
      const answers = grid.map((version) => [admits(version, before), admits(version, after)]);
      const lost = answers.some(([had, has]) => had && !has);
      const gained = answers.some(([had, has]) => !had && has);
      expect(compareRanges(before, after)).toBe(
        lost && gained ? 'changed' : lost ? 'narrowed' : gained ? 'widened' : 'same',
      );
    }),
    { numRuns: 300 },
  );
});
