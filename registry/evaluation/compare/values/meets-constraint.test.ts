import { expect, test } from 'vitest';
import { meetsConstraint } from './meets-constraint.ts';

test.each([
  [1, '>0', true],
  [0, '>0', false],
  [10, '<= 10', true],
  [11, '<=10', false],
  [1, '>=1.5', false],
  [1_000, '<1_001', true],
  [-2, '>=-1', false],
  ['b', '>"a"', true],
  ['', '!=""', false],
  ['x', '!=""', true],
  [1, '!=""', true],
  ['1', '>0', undefined],
  ['abc', '=~"^a"', true],
  ['bc', '=~"^a"', false],
  ['bc', '!~"^a"', true],
  [1, '=~"^a"', undefined],
  ['x', '=~"(a+)+$"', undefined],
  ['x', '=~"["', undefined],
  ['a'.repeat(300), '=~"^a"', undefined],
  [1, 'strings.MinRunes(1)', undefined],
  [1, '', undefined],
] as const)('%j under %s: %s', (value, constraint, expected) => {
  expect(meetsConstraint(value, constraint)).toBe(expected);
});
