import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import type { Parameter, ParameterShape } from '../../schemas/parameter.ts';
import { toJsonSchema } from './to-json-schema.ts';

function of(shape: ParameterShape, rest: Partial<Parameter> = {}): Parameter {
  return { name: 'a', optional: false, required: true, ...shape, ...rest };
}

test.each<[ParameterShape, object]>([
  [
    { type: 'string', constraints: ['=~"^[a-z]+$"', 'strings.MinRunes(2)'] },
    { type: 'string', pattern: '^[a-z]+$', minLength: 2 },
  ],
  [{ type: 'string', constraints: ['=~"(?i)x"', '!=""'] }, { type: 'string' }],
  [
    { type: 'int', constraints: ['>=1', '<10'] },
    { type: 'integer', minimum: 1, exclusiveMaximum: 10 },
  ],
  [{ type: 'number' }, { type: 'number' }],
  [{ type: 'bytes' }, { type: 'string', contentEncoding: 'base64' }],
  [
    { type: 'string', enum: ['x', 'y'], default: 'x' },
    { enum: ['x', 'y'], default: 'x' },
  ],
  [{ type: 'bool', const: true }, { const: true }],
  [{ type: 'null' }, { type: 'null' }],
  [
    { type: 'list', element: { type: 'int' } },
    { type: 'array', items: { type: 'integer' } },
  ],
  [
    { type: 'map', element: { type: 'string' } },
    { type: 'object', additionalProperties: { type: 'string' } },
  ],
  [
    { type: 'union', oneOf: [{ type: 'int' }, { type: 'string' }] },
    { anyOf: [{ type: 'integer' }, { type: 'string' }] },
  ],
  [{ type: 'any' }, {}],
])('%j is said as %j', (shape, property) => {
  const schema = toJsonSchema([of(shape)], { closed: false });
  expect(schema).toEqual({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: { a: property },
    required: ['a'],
  });
  expect(() => new Ajv2020({ strict: false }).compile(schema)).not.toThrow();
});

test('a parameter with a default is not required, whatever is closed stays closed', () => {
  const inner = of({ type: 'int' }, { name: 'b' });
  const parameters = [
    of({ type: 'struct', closed: true, fields: [inner] }, { usage: 'the A' }),
    of({ type: 'int', default: 1 }, { name: 'c', required: false }),
  ];
  const validate = new Ajv2020({ strict: false }).compile(toJsonSchema(parameters, { closed: true }));
  expect(validate({ a: { b: 1 } })).toBe(true);
  expect([{ a: {} }, { a: { b: 1, x: 1 } }, { a: { b: 1 }, x: 1 }, { c: 1 }].map((value) => validate(value))).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
