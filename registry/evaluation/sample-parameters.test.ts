import { describe, expect, it } from 'vitest';
import type { Parameter } from '../../schemas/parameter.ts';
import { createSampleParameters, listRequiredPaths } from './sample-parameters.ts';

function parameter(parts: Partial<Parameter> & Pick<Parameter, 'type'>): Parameter {
  return { name: 'x', optional: false, required: true, ...parts };
}

describe('a sample of what must be given', () => {
  it.each<[string, Parameter, unknown]>([
    ['a text', parameter({ type: 'string' }), 'example'],
    ['a text of a pattern', parameter({ type: 'string', constraints: ['=~"^[0-9]+\\\\.[0-9]+"'] }), '1.0.0'],
    ['a text that may not be empty', parameter({ type: 'string', constraints: ['!=""'] }), 'example'],
    [
      'a text of a pattern that could take long',
      parameter({ type: 'string', constraints: ['=~"((a+)+)+$"'] }),
      'example',
    ],
    ['one of several', parameter({ type: 'string', enum: ['a', 'b'] }), 'a'],
    ['the only one', parameter({ type: 'string', const: 'only' }), 'only'],
    ['a number in bounds', parameter({ type: 'int', constraints: ['>=1024', '<=65535'] }), 1024],
    ['a number above', parameter({ type: 'int', constraints: ['>5'] }), 10],
    ['a truth', parameter({ type: 'bool' }), true],
    ['a list', parameter({ type: 'list', element: { type: 'string' } }), ['example']],
    [
      'a list that is narrowed',
      parameter({ type: 'list', element: { type: 'int' }, constraints: ['list.MinItems(1)'] }),
      [1],
    ],
    ['a text that nobody guesses', parameter({ type: 'string', constraints: ['time.Duration'] }), 'example'],
    ['a map', parameter({ type: 'map', element: { type: 'string' } }), {}],
    ['the first alternative', parameter({ type: 'union', oneOf: [{ type: 'int' }, { type: 'string' }] }), 1],
    [
      'a struct with what it needs',
      parameter({
        type: 'struct',
        fields: [
          parameter({ name: 'host', type: 'string' }),
          parameter({ name: 'port', type: 'int', required: false, default: 80 }),
        ],
      }),
      { host: 'example' },
    ],
  ])('%s', (_, given, expected) => {
    expect(createSampleParameters([given])).toEqual({ x: expected });
  });

  it('leaves out what need not be given', () => {
    expect(createSampleParameters([parameter({ type: 'string', required: false })])).toEqual({});
  });
});

it('names required parameters by their innermost path', () => {
  const database = parameter({
    name: 'database',
    type: 'struct',
    fields: [parameter({ name: 'host', type: 'string' }), parameter({ name: 'user', type: 'string', required: false })],
  });
  expect(listRequiredPaths([parameter({ name: 'a', type: 'int' }), database])).toEqual(['a', 'database.host']);
});
