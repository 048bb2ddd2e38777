import { expect, test } from 'vitest';
import { shorten, toTable } from './table.ts';
import { createTerminal } from './terminal.ts';

function print(rows: readonly (readonly string[])[]): readonly string[] {
  const lines: string[] = [];
  const stream = { write: (text: string) => lines.push(text.slice(0, -1)) };
  const terminal = createTerminal({ stdout: stream, stderr: stream, environment: {}, now: () => 0 });
  for (const line of toTable(rows)) terminal.print(line);
  return lines;
}

test('columns are as wide as their widest cell, and nothing follows the last', () => {
  const rows = [
    ['a', 'bbb', 'c'],
    ['aaaa', 'b', ''],
    ['a', 'b', 'cc'],
  ];
  expect(print(rows)).toEqual(['a     bbb  c', 'aaaa  b    ', 'a     b    cc']);
});

test('wide letters count twice, control characters not at all', () => {
  const rows = [
    ['工具', 'x'],
    ['abcd', 'x'],
    ['a\u001bbc', 'x'],
  ];
  expect(print(rows)).toEqual(['工具  x', 'abcd  x', 'abc   x']);
});

test.each([
  ['short', 10, 'short'],
  ['exactly ten', 11, 'exactly ten'],
  ['one too many', 11, 'one too ma…'],
  ['a space before the cut', 9, 'a space…'],
  ['工具工具', 5, '工具…'],
  ['line\nbreak', 20, 'line break'],
])('%j in %i columns is %j', (text, columns, expected) => {
  expect(shorten(text, columns)).toBe(expected);
});
