import { expect, test } from 'vitest';
import { toPairs } from '../../../web/context/text-diff.ts';
import { createTextDiff } from './create-text-diff.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

function rowsOf(before: string, after: string) {
  const view = createTextDiff(bytes(before), bytes(after));
  if (view.kind !== 'text') return view.kind;
  const sign = { same: ' ', removed: '-', added: '+' };
  return view.hunks.map((hunk) =>
    hunk.map((row) => `${row.before ?? ''}|${row.after ?? ''}${sign[row.kind]}${row.text}`),
  );
}

test.each([
  ['a\nb\nc\n', 'a\nx\nc\n', [['1|1 a', '2|-b', '|2+x', '3|3 c']]],
  ['', 'a\n', [['|1+a']]],
  ['a\n', '', [['1|-a']]],
  ['a', 'a\n', [['1|-a', '|1+a']]],
  ['-a\n+b\n', '-a\n b\n', [['1|1 -a', '2|-+b', '|2+ b']]],
  ['a\r\nb\r\n', 'a\r\nc\r\n', [['1|1 a', '2|-b', '|2+c']]],
])('from %j to %j', (before, after, rows) => {
  expect(rowsOf(before, after)).toEqual(rows);
});

test('only what stands around a change is shown', () => {
  const lines = Array.from({ length: 30 }, (_, index) => `line ${index + 1}`);
  const changed = lines.with(4, 'five').with(24, 'twenty-five');
  const rows = rowsOf(`${lines.join('\n')}\n`, `${changed.join('\n')}\n`);
  expect(rows).toHaveLength(2);
  expect(rows[0]?.[0]).toBe('2|2 line 2');
  expect(rows[1]?.at(-1)).toBe('28|28 line 28');
});

test('what is no text, too long or too different is not laid out', () => {
  expect(rowsOf('a\0b', 'a')).toBe('binary');
  expect(createTextDiff(Uint8Array.of(0xff), bytes('a')).kind).toBe('binary');
  expect(rowsOf('a\n'.repeat(5000), 'b\n')).toBe('tooLarge');
  expect(rowsOf('x'.repeat(300_000), 'y')).toBe('tooLarge');
  const many = (letter: string) => Array.from({ length: 3000 }, (_, index) => `${letter}${index}`).join('\n');
  expect(rowsOf(many('a'), many('b'))).toBe('tooLarge');
});

test('what differs more than there is room for is folded', () => {
  const [before, after] = ['a\n'.repeat(30), 'b\n'.repeat(30)].map(bytes);
  if (before === undefined || after === undefined) throw new Error('there are two texts');
  expect([59, 60].map((maxEdits) => createTextDiff(before, after, maxEdits).kind)).toEqual(['folded', 'text']);
});

test('side by side, what came stands beside what went', () => {
  const view = createTextDiff(bytes('a\nb\nc\nd\n'), bytes('a\nx\nd\ne\n'));
  if (view.kind !== 'text') throw new Error('two texts are compared');
  const pairs = view.hunks.flatMap(toPairs).map(({ left, right }) => [left?.text, right?.text]);
  expect(pairs).toEqual([
    ['a', 'a'],
    ['b', 'x'],
    ['c', undefined],
    ['d', 'd'],
    [undefined, 'e'],
  ]);
});
