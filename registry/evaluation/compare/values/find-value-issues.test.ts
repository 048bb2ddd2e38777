import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../../schemas/json.ts';
import type { Parameter, ParameterShape } from '../../../../schemas/parameter.ts';
import { findValueIssues } from './find-value-issues.ts';

type Rest = Partial<Omit<Parameter, 'name'>>;

/** A parameter that may be left out. */
function may(name: string, type: Parameter['type'], rest: Rest = {}): Parameter {
  return { name, type, optional: true, required: false, ...rest };
}

/** A parameter that must be given. */
function must(name: string, type: Parameter['type'], rest: Rest = {}): Parameter {
  return { name, type, optional: false, required: true, ...rest };
}

/** A parameter with a default. */
function has(name: string, type: Parameter['type'], value: unknown, rest: Rest = {}): Parameter {
  return { name, type, optional: false, required: false, default: value, ...rest };
}

interface Sides {
  readonly before?: readonly Parameter[];
  readonly after: readonly Parameter[];
  readonly closed?: boolean;
}

function find(values: JsonObject, { before, after, closed = false }: Sides) {
  return findValueIssues({
    values,
    after: { parameters: after, closed },
    ...(before === undefined ? {} : { before: { parameters: before, closed: false } }),
  }).map(({ path, kind, effect, expected, before: was, after: is, nearest }) =>
    [path.join('/'), kind, effect, expected, was, is, nearest].filter((each) => each !== undefined).join(' '),
  );
}

describe('what declarations say of values', () => {
  const fields = [must('inner', 'int')];
  test.each<[string, JsonObject, Sides, readonly string[]]>([
    ['nothing of values that fit', { a: 'x', b: 2 }, { after: [must('a', 'string'), has('b', 'int', 1)] }, []],
    ['a required one is missing', {}, { after: [must('a', 'string')] }, ['a missing refused string']],
    ['a default is enough, and so is an optional one', {}, { after: [has('a', 'string', ''), may('b', 'int')] }, []],
    [
      'one that was removed is not used',
      { old: 1 },
      { before: [may('old', 'int')], after: [may('new', 'int')] },
      ['old removed ignored'],
    ],
    [
      'a removed one is refused where nothing else is taken',
      { old: 1 },
      { before: [may('old', 'int')], after: [may('fresh', 'int')], closed: true },
      ['old removed refused'],
    ],
    [
      'an unknown one has a neighbour',
      { replica: 1 },
      { after: [may('replicas', 'int'), may('image', 'string')] },
      ['replica unknown ignored replicas'],
    ],
    ['an addon without parameters takes any', { any: 1 }, { after: [] }, []],
    [
      'another type than before',
      { a: '1' },
      { before: [may('a', 'string')], after: [may('a', 'int')] },
      ['a retyped refused int'],
    ],
    [
      'a type that never fitted',
      { a: true },
      { before: [may('a', 'string')], after: [may('a', 'int')] },
      ['a wrong-type refused int'],
    ],
    [
      'a fraction is no int, and a number is',
      { a: 1.5, b: 1.5 },
      { after: [may('a', 'int'), may('b', 'number')] },
      ['a wrong-type refused int'],
    ],
    ['null is a value of its own', { a: null }, { after: [may('a', 'string')] }, ['a wrong-type refused string']],
    [
      'out of an enum, with the one that may be meant',
      { a: 'larg' },
      { after: [may('a', 'string', { enum: ['small', 'large'] })] },
      ['a out-of-enum refused "small" | "large" large'],
    ],
    ['not the constant', { a: 2 }, { after: [may('a', 'int', { const: 1 })] }, ['a out-of-enum refused 1']],
    [
      'a condition that does not hold',
      { a: 0 },
      { after: [may('a', 'int', { constraints: ['>0', '<10'] })] },
      ['a constraint refused >0'],
    ],
    [
      'a condition that is not read says nothing',
      { a: 0 },
      { after: [may('a', 'int', { constraints: ['foo.Bar'] })] },
      [],
    ],
    [
      'a default that was relied on',
      {},
      { before: [has('a', 'int', 1), has('b', 'int', 1)], after: [has('a', 'int', 2), may('b', 'int')] },
      ['a default-changed changed 1 2', 'b default-changed changed 1'],
    ],
    [
      'a default of a given one does not matter',
      { a: 1 },
      { before: [has('a', 'int', 1)], after: [has('a', 'int', 2)] },
      [],
    ],
    [
      'a default inside a struct that is left out',
      {},
      {
        before: [has('a', 'struct', undefined, { fields: [has('b', 'int', 1)] })],
        after: [has('a', 'struct', undefined, { fields: [has('b', 'int', 2)] })],
      },
      ['a/b default-changed changed 1 2'],
    ],
    ['what a struct that may be left out asks for is not asked', {}, { after: [may('a', 'struct', { fields })] }, []],
    [
      'what a required struct asks for',
      {},
      { after: [must('a', 'struct', { fields })] },
      ['a/inner missing refused int'],
    ],
    [
      'what a given struct asks for',
      { a: {} },
      { after: [may('a', 'struct', { fields })] },
      ['a/inner missing refused int'],
    ],
    [
      'elements of lists and values of maps',
      { list: [1, 'x'], map: { good: 1, bad: 'y' } },
      {
        after: [may('list', 'list', { element: { type: 'int' } }), may('map', 'map', { element: { type: 'int' } })],
      },
      ['list/1 wrong-type refused int', 'map/bad wrong-type refused int'],
    ],
    [
      'one alternative that fits is enough',
      { a: 1, b: [] },
      {
        after: [
          may('a', 'union', { oneOf: [{ type: 'string' }, { type: 'int' }] }),
          may('b', 'union', { oneOf: [{ type: 'string' }, { type: 'int' }] }),
        ],
      },
      ['b wrong-type refused string | int'],
    ],
  ])('%s', (_title, values, sides, expected) => {
    expect(find(values, sides)).toEqual(expected);
  });

  test('a value called like the prototype is a value', () => {
    const values: JsonObject = JSON.parse('{"__proto__": {"a": 1}, "constructor": 2, "toString": 3}');
    const after = [may('a', 'int')];
    expect(find(values, { after })).toEqual([
      '__proto__ unknown ignored',
      'constructor unknown ignored',
      'toString unknown ignored',
    ]);
    expect(find(values, { before: after, after })).toHaveLength(3);
  });

  test('choices inside choices end, and so do values that are all wrong', () => {
    let shape: ParameterShape[] = [{ type: 'int' }, { type: 'int' }];
    let value: JsonObject = { a: 'x' };
    for (let depth = 0; depth < 40; depth += 1) {
      const fields: Parameter[] = [may('a', 'union', { oneOf: shape })];
      shape = [1, 2, 3].map(() => ({ type: 'struct' as const, fields }));
      value = { a: value };
    }
    expect(find(value, { after: [may('a', 'union', { oneOf: shape })] })).toEqual([]);
    const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`key-${index}`, 1]));
    expect(find(many, { after: [may('a', 'int')] })).toHaveLength(1_000);
  });
});
