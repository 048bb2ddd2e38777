import { describe, expect, it } from 'vitest';
import { fitsNumber, fitsText } from './fits-condition.ts';

describe('a condition that narrows a text', () => {
  it.each<[string, string, boolean | undefined]>([
    ['=~"^[0-9]+m$"', '100m', true],
    ['=~"^[0-9]+m$"', 'm', false],
    ['!~"^[0-9]+m$"', 'm', true],
    ['=~"^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"', 'example', true],
    ['=~#"^(?:ab)+$"#', 'abab', true],
    ['!="a"', 'a', false],
    ['strings.MinRunes(2)', 'a', false],
    ['time.Duration', 'a', undefined],
    ['=~"("', 'a', undefined],
  ])('%s and %s: %s', (condition, text, fits) => {
    expect(fitsText(condition, text)).toBe(fits);
  });

  it.each([
    ['repetitions inside repetitions', '=~"((a+)+)+$"'],
    ['alternatives that are repeated', '=~"^(.|.|.|.)*X$"'],
    ['many repetitions side by side', `=~"^${'.*'.repeat(20)}X$"`],
    ['many alternatives side by side', `=~"^${'(.|.|.)'.repeat(20)}X$"`],
    ['many that may be left out', `=~"^${'.?'.repeat(30)}X$"`],
    ['a long one', `=~"^${'a'.repeat(300)}$"`],
  ])('is not tried when it could take long: %s', (_name, condition) => {
    expect(fitsText(condition, 'example@example.com')).toBeUndefined();
  });
});

it.each<[string, number, boolean | undefined]>([
  ['>=1024', 1024, true],
  ['<0', 0, false],
  ['!=1', 1, false],
  ['div 2', 4, undefined],
])('the bound %s and %d: %s', (condition, value, fits) => {
  expect(fitsNumber(condition, value)).toBe(fits);
});
