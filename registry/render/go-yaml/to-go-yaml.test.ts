import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../../../schemas/json.ts';
import { toGoYaml } from './to-go-yaml.ts';

describe('toGoYaml', () => {
  it.each<[string, JsonObject, string]>([
    ['no members', {}, '{}\n'],
    ['empty collections', { a: {}, b: [] }, 'a: {}\nb: []\n'],
    ['a list below its key', { a: [1, 'x'] }, 'a:\n- 1\n- x\n'],
    ['lists in lists', { a: [[1, 2], []] }, 'a:\n- - 1\n  - 2\n- []\n'],
    ['objects in lists', { a: [{ b: 1, c: [2] }] }, 'a:\n- b: 1\n  c:\n  - 2\n'],
    ['objects in objects', { a: { b: { c: null } } }, 'a:\n  b:\n    c: null\n'],
    ['a block of lines', { a: 'x\ny\n' }, 'a: |\n  x\n  y\n'],
    ['a block without a last line end', { a: 'x\ny' }, 'a: |-\n  x\n  y\n'],
    ['a block with several of them', { a: 'x\n\n' }, 'a: |+\n  x\n\n'],
    ['a block that begins with spaces', { a: '  x\ny\n' }, 'a: |2\n    x\n  y\n'],
    ['lines with a tab', { a: 'x\n\ty' }, 'a: "x\\n\\ty"\n'],
    ['lines that end in spaces', { a: 'x \ny' }, 'a: "x \\ny"\n'],
    ['a key of several lines', { 'x\ny': 1 }, '? |-\n  x\n  y\n: 1\n'],
    ['a key that would be a merge', { '<<': 1 }, '"<<": 1\n'],
  ])('%s', (_, value, text) => expect(toGoYaml(value)).toBe(text));

  it.each<[JsonValue, string]>([
    ['', '""'],
    ['plain text', 'plain text'],
    ['true', '"true"'],
    ['yes', '"yes"'],
    ['y', '"y"'],
    ['null', '"null"'],
    ['~', '"~"'],
    ['1.10', '"1.10"'],
    ['0x1f', '"0x1f"'],
    ['1_000', '"1_000"'],
    ['12:30', '"12:30"'],
    ['2026-11-21', '"2026-11-21"'],
    ['2026-13-45', '2026-13-45'],
    ['v1.2.3', 'v1.2.3'],
    ['*', "'*'"],
    ["it's: here", "'it''s: here'"],
    ['a #b', "'a #b'"],
    ['a#b', 'a#b'],
    [' x', "' x'"],
    ['- x', "'- x'"],
    ['-x', '-x'],
    ['{a}', "'{a}'"],
    ['a\tb', '"a\\tb"'],
    ['a\u0007', '"a\\a"'],
    ['😀', '"\\U0001F600"'],
    ['über', 'über'],
    [true, 'true'],
    [null, 'null'],
    [1, '1'],
    [-0, '0'],
    [1.5, '1.5'],
    [1234567.5, '1.2345675e+06'],
    [0.00001, '1e-05'],
    [1e21, '1e+21'],
    [2 ** 53, '9007199254740992'],
  ])('the value %j', (value, text) => expect(toGoYaml({ a: value })).toBe(`a: ${text}\n`));

  it('folds what is longer than eighty columns at single spaces', () => {
    const words = Array.from({ length: 30 }, (_, index) => `word${index}`).join(' ');
    const lines = toGoYaml({ a: words }).split('\n');
    expect(lines.map((line) => line.length)).toEqual([83, 85, 36, 0]);
    expect(lines.map((line) => line.trim()).join(' ')).toBe(`a: ${words} `);
  });

  it('orders keys by letters and numbers', () => {
    const keys = ['b', 'a10', 'a9', 'B', '10', '9', 'a', '_', 'ä', 'a-b', 'ab'];
    const value = Object.fromEntries(keys.map((key) => [key, 0]));
    const written = toGoYaml(value).match(/^"?[^":]+/gm);
    expect(written?.map((key) => key.replace('"', ''))).toEqual([
      '_',
      '9',
      '10',
      'B',
      'a',
      'a-b',
      'a9',
      'a10',
      'ab',
      'b',
      'ä',
    ]);
  });
});
