import { describe, expect, it } from 'vitest';
import type { Parameter, ParameterShape } from '../../schemas/parameter.ts';
import { createExampleParameters, createExampleValue } from './example-values.ts';

const named = (name: string, shape: ParameterShape, rest: Partial<Parameter> = {}): Parameter => ({
  name,
  optional: false,
  required: true,
  ...shape,
  ...rest,
});

describe('createExampleValue', () => {
  it.each<[ParameterShape, unknown]>([
    [{ type: 'string' }, 'example'],
    [{ type: 'string', const: 'only' }, 'only'],
    [{ type: 'string', default: 'usual', enum: ['a', 'usual'] }, 'usual'],
    [{ type: 'string', enum: ['a', 'b'] }, 'a'],
    [{ type: 'string', constraints: ['=~"^[0-9]+m$"'] }, '100m'],
    [{ type: 'string', constraints: ['!="example"'] }, 'example.com'],
    [{ type: 'string', constraints: ['strings.MaxRunes(3)'] }, 'a'],
    [{ type: 'string', constraints: ['=~"^https?://" & strings.MinRunes(5)'] }, 'https://example.com'],
    [{ type: 'string', constraints: ['=~#"^\\d+$"#'] }, '10'],
    [{ type: 'string', constraints: ['time.Duration'] }, undefined],
    [{ type: 'string', constraints: ['=~"^nobody guesses this$"'] }, undefined],
    [{ type: 'string', constraints: ['=~"("'] }, undefined],
    [{ type: 'int' }, 1],
    [{ type: 'int', constraints: ['>=30000', '<=32767'] }, 30000],
    [{ type: 'int', constraints: ['>1', '<3'] }, 2],
    [{ type: 'int', constraints: ['!=1'] }, 0],
    [{ type: 'int', constraints: ['<0'] }, -1],
    [{ type: 'int', constraints: ['div 2'] }, undefined],
    [{ type: 'bool' }, true],
    [{ type: 'null' }, null],
    [{ type: 'any' }, 'example'],
    [{ type: 'bytes' }, undefined],
    [{ type: 'list' }, []],
    [{ type: 'list', element: { type: 'int' } }, [1]],
    [{ type: 'list', element: { type: 'bytes' } }, []],
    [{ type: 'list', constraints: ['list.MinItems(1)'] }, undefined],
    [{ type: 'map', element: { type: 'string' } }, {}],
    [{ type: 'union', oneOf: [{ type: 'bytes' }, { type: 'string' }] }, 'example'],
    [
      { type: 'struct', fields: [named('a', { type: 'int' }), named('b', { type: 'int' }, { required: false })] },
      { a: 1 },
    ],
  ])('%j is %j', (shape, value) => {
    expect(createExampleValue(shape)).toEqual(value);
  });
});

describe('createExampleParameters', () => {
  it('gives what must be given, and nothing at all when a value cannot be told', () => {
    expect(createExampleParameters([])).toEqual({});
    expect(createExampleParameters([named('a', { type: 'string' }, { required: false })])).toEqual({});
    expect(createExampleParameters([named('a', { type: 'string' }), named('b', { type: 'bytes' })])).toBeUndefined();
  });

  it('keeps a parameter that is called __proto__ a parameter', () => {
    const values = createExampleParameters([named('__proto__', { type: 'string' })]);
    expect(Object.entries(values ?? {})).toEqual([['__proto__', 'example']]);
    expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
  });
});
