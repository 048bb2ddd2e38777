import { expect, test } from 'vitest';
import { parseTerraformType } from './parse-type.ts';

test.each([
  ['string', { type: 'string' }],
  ['list', { type: 'list' }],
  [' set( number ) ', { type: 'list', element: { type: 'number' }, constraints: ['no two alike'] }],
  ['map(map(any))', { type: 'map', element: { type: 'map', element: { type: 'any' } } }],
  [
    'tuple([string, bool])',
    {
      type: 'list',
      element: { type: 'union', oneOf: [{ type: 'string' }, { type: 'bool' }] },
      constraints: ['exactly 2 elements'],
    },
  ],
  [
    'object({\n  a = string # first\n  b = optional(number, -1.5)\n  c: optional(list(string), [])\n})',
    {
      type: 'struct',
      fields: [
        { name: 'a', type: 'string', optional: false, required: true },
        { name: 'b', type: 'number', optional: true, required: false, default: -1.5 },
        { name: 'c', type: 'list', element: { type: 'string' }, optional: true, required: false },
      ],
    },
  ],
])('%j is read', (text, shape) => {
  expect(parseTerraformType(text)).toEqual(shape);
});

test.each([
  '',
  'int',
  'list(',
  'list(string',
  'string string',
  'object({a})',
  'tuple(string)',
  'constructor',
  `${'list('.repeat(60)}any${')'.repeat(60)}`,
])('%j is no type', (text) => {
  expect(parseTerraformType(text)).toBeUndefined();
});
