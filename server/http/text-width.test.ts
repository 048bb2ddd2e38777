import { expect, test } from 'vitest';
import { measureText, wrapText } from './text-width.ts';

test('narrow characters are narrower than wide ones, and ideographs as wide as the font is high', () => {
  expect(measureText('iiii', 10)).toBeLessThan(measureText('nnnn', 10));
  expect(measureText('nnnn', 10)).toBeLessThan(measureText('mmmm', 10));
  expect(measureText('插件', 10)).toBe(20);
});

test.each([
  ['', []],
  ['one two three', ['one two', 'three']],
  ['one two three four five six seven', ['one two', 'three four…']],
  ['abcdefghijklmnopqrstuvwxyz', ['abcdefghij', 'klmnopqr…']],
  ['可观测性插件目录', ['可观测性插', '件目录']],
])('%j becomes %j', (text, expected) => {
  const lines = wrapText(text, { width: 55, fontSize: 10, maxLines: 2 });
  expect(lines).toEqual(expected);
  for (const line of lines) expect(measureText(line, 10)).toBeLessThanOrEqual(55);
});
