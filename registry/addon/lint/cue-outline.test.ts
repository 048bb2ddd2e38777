import { describe, expect, it } from 'vitest';
import { type CueField, pathOf } from './cue-file.ts';
import { readCueOutline } from './cue-outline.ts';

function pathsOf(text: string): string[] {
  return readCueOutline('x.cue', text).allFields.map((field) => pathOf(field).join('.'));
}

function fieldOf(text: string): CueField {
  const field = readCueOutline('x.cue', text).fields[0];
  if (field === undefined) throw new Error('no field');
  return field;
}

describe('fields', () => {
  it.each([
    ['a plain field', 'a: 1', ['a']],
    ['chained labels', 'a: b: "c": 1', ['a', 'a.b', 'a.b.c']],
    ['two on a line', '{a: 1, b: 2}', ['a', 'b']],
    ['a struct', 'a: {\n\tb: 1\n\tc: {d: 2}\n}\n', ['a', 'a.b', 'a.c', 'a.c.d']],
    ['structs in a list', 'a: [{b: 1}, {c: 2}]', ['a', 'a.b', 'a.c']],
    ['a list comprehension', 'a: [for x in y if x.z {b: x}]', ['a', 'a.b']],
    ['a conditional struct', 'a: {\n\tif b != _|_ {\n\t\tc: 1\n\t}\n}', ['a', 'a.c']],
    ['structs in an expression', 'a: #D & {b: 1} & close({c: 2})', ['a', 'a.b', 'a.c']],
    ['operators over line ends', 'a: 1 +\n\t2\nb: 3', ['a', 'b']],
    ['optional and required fields', 'a?: 1\nb!: 2', ['a', 'b']],
    ['an aliased label', 'X=a: {b: X.c}', ['a', 'a.b']],
    ['a pattern', 'a: [string]: b: 1', ['a', 'a.', 'a..b']],
    ['a computed label', '"\\(x.y)": a: 1\n(z): 2', ['', '.a', '']],
    ['keywords as labels', 'if: 1\nfor: 2\nlet: 3\nimport: 4', ['if', 'for', 'let', 'import']],
    ['let', 'let x = {a: 1}\nb: x', ['x', 'x.a', 'b']],
    ['package and imports', 'package main\nimport (\n\t"strings"\n\tq "vela/ql"\n)\nimport "list"\na: 1', ['a']],
    ['attributes', 'a: 1 @tag(x, "}")\n@extern(y)\nb: 2', ['a', 'b']],
    ['bottom at a line end', 'a: x == _|_\nb: 1', ['a', 'b']],
    ['an open list', 'a: [...{b: 1}]\nc: [...]\nd: 1', ['a', 'a.b', 'c', 'd']],
    ['windows line ends', 'a: 1\r\nb: {\r\n\tc: 2\r\n}\r\n', ['a', 'b', 'b.c']],
  ])('%s', (_, text, paths) => {
    expect(pathsOf(text)).toEqual(paths);
  });
});

describe('text that only looks like fields', () => {
  it.each([
    ['a comment', '// a: {\nb: 1 // c: 2', ['b']],
    ['a string', 'a: "b: {"\nc: 1', ['a', 'c']],
    ['a string with quotes', 'a: "x \\" b: {"\nc: 1', ['a', 'c']],
    ['a string of several lines', 'a: """\n\tb: {\n\t"c": "d"\n\t"""\ne: 1', ['a', 'e']],
    ['a raw string', 'a: #"b: "c" {"#\nd: 1', ['a', 'd']],
    ['a raw string of several lines', 'a: #"""\n\tisHealth: "\\(x)" """\n\tb: {\n\t"""#\nc: 1', ['a', 'c']],
    ['bytes', "a: 'b: {'\nc: '''\n\td: {\n\t'''\ne: 1", ['a', 'c', 'e']],
    ['an interpolation with strings inside', 'a: "x \\(f("b: {", [c])) y"\nd: 1', ['a', 'd']],
    ['an interpolation in a raw string', 'a: #"x \\#("b: {") \\(y"#\nc: 1', ['a', 'c']],
    ['an open string', 'a: "b\nc: 1', ['a', 'c']],
  ])('%s', (_, text, paths) => {
    expect(pathsOf(text)).toEqual(paths);
  });
});

describe('values', () => {
  it.each([
    ['a: "x"', 'string', 'x'],
    ['a: #"x\\n"#', 'string', 'x\\n'],
    ['a: """\n\tx\n\ty\n\t"""', 'string', 'x\n\ty'],
    ['a: "x\\(y)"', 'string', undefined],
    ['a: 12Mi', 'number', undefined],
    ['a: true', 'word', undefined],
    ['a: {}', 'struct', undefined],
    ['a: {} & {}', 'expression', undefined],
    ['a: b: 1', 'struct', undefined],
    ['a: [1, 2]', 'list', undefined],
    ['a: *"x" | string', 'expression', undefined],
  ])('%s', (text, kind, string) => {
    const field = fieldOf(text);
    expect([field.valueKind, field.string, field.valueText]).toEqual([kind, string, text.slice(3)]);
  });

  it('tells what stands under a condition', () => {
    const { allFields } = readCueOutline('x.cue', 'a: 1\nif b {\n\tc: d: 1\n}\ne: [if f {g: 1}]');
    expect(allFields.filter(({ conditional }) => conditional).map(({ label }) => label)).toEqual(['c', 'g']);
  });

  it('counts lines and columns', () => {
    const file = readCueOutline('x.cue', 'a: {\n\t"😀": 1, b: 2\n}\n');
    expect(file.allFields.map(({ offset }) => file.locate(offset))).toEqual([
      { line: 1, column: 1 },
      { line: 2, column: 2 },
      { line: 2, column: 11 },
    ]);
  });
});

describe('the file', () => {
  it('has a package', () => {
    const file = readCueOutline('x.cue', '// c\n\npackage main // d\na: 1');
    expect(file.package).toEqual({ name: 'main', offset: 14 });
    expect(readCueOutline('x.cue', 'a: 1').package).toBeUndefined();
  });

  it('may embed', () => {
    expect(readCueOutline('x.cue', '#X\na: 1').embeds).toBe(true);
    expect(readCueOutline('x.cue', 'if a {b: 1}\nc: 1').embeds).toBe(false);
  });
});

describe('text that is no CUE', () => {
  it.each([
    ['brackets that never close', '['.repeat(200_000)],
    ['brackets that never open', '}'.repeat(200_000)],
    ['deep structs', `${'{'.repeat(100_000)}a: 1${'}'.repeat(100_000)}`],
    ['deep labels', 'a: '.repeat(100_000)],
    ['deep interpolations', '"\\('.repeat(100_000)],
    ['quotes', '"'.repeat(200_001)],
    ['bytes', String.fromCharCode(...Array.from({ length: 512 }, (_, index) => index)).repeat(100)],
  ])('%s are passed over', (_, text) => {
    expect(readCueOutline('x.cue', text).allFields.length).toBeLessThan(100_001);
  });
});
