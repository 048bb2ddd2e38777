import { describe, expect, it } from 'vitest';
import type { Parameter, ParameterShape } from '../../schemas/parameter.ts';
import { countParameters, listParameterGroups, toTypeText } from './parameter-words.ts';

const name: Parameter = { name: 'name', type: 'string', optional: false, required: true };
const part: ParameterShape = { type: 'struct', fields: [name] };

describe('toTypeText', () => {
  it.each<[ParameterShape, string]>([
    [{ type: 'bool' }, 'bool'],
    [{ type: 'struct', fields: [] }, 'object'],
    [{ type: 'list', element: { type: 'string' } }, '[]string'],
    [{ type: 'list', element: part }, '[]object'],
    [{ type: 'list' }, '[]any'],
    [{ type: 'map', element: { type: 'int' } }, 'map[string]int'],
    [{ type: 'union', oneOf: [{ type: 'string' }, { type: 'int' }, { type: 'string' }] }, 'string | int'],
    [{ type: 'list', element: { type: 'union', oneOf: [{ type: 'string' }, part] } }, '[](string | object)'],
    [{ type: 'union' }, 'any'],
  ])('%j', (shape, text) => {
    expect(toTypeText(shape)).toBe(text);
  });
});

describe('listParameterGroups', () => {
  it.each<[ParameterShape, readonly object[]]>([
    [{ type: 'string' }, []],
    [{ type: 'struct', fields: [] }, []],
    [part, [{ path: 'a', parameters: [name] }]],
    [{ type: 'list', element: part }, [{ path: 'a[]', parameters: [name] }]],
    [{ type: 'map', element: { type: 'list', element: part } }, [{ path: 'a.*[]', parameters: [name] }]],
    [
      { type: 'union', oneOf: [{ type: 'string' }, part, part] },
      [
        { path: 'a', parameters: [name], alternative: 2 },
        { path: 'a', parameters: [name], alternative: 3 },
      ],
    ],
  ])('%j', (shape, groups) => {
    expect(listParameterGroups('a', shape)).toEqual(groups);
  });
});

describe('countParameters', () => {
  it('counts at every depth', () => {
    const list: Parameter = { name: 'parts', optional: true, required: false, type: 'list', element: part };
    expect(countParameters([name, list])).toBe(3);
    expect(countParameters([])).toBe(0);
  });
});
