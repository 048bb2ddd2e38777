import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { quoteYaml } from './quote-yaml.ts';

test.each([
  ['1.10', '"1.10"'],
  ['yes', '"yes"'],
  ['a "b" \\ c', '"a \\"b\\" \\\\ c"'],
  ['\u007f\u0085\ufeff', '"\\u007f\\u0085\\ufeff"'],
  ['\ud800x', '"\ufffdx"'],
  ['\\ud800', '"\\\\ud800"'],
  ['😀', '"😀"'],
])('%j is written %s', (text, expected) => {
  expect(quoteYaml(text)).toBe(expected);
});

test('a YAML reader gets every well-formed text back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(parse(quoteYaml(text))).toBe(text);
    }),
  );
});
