import { expect, test } from 'vitest';
import type { Parameter } from '../../schemas/parameter.ts';
import { listParameterPaths } from './list-parameter-paths.ts';

function aParameter(name: string, change: Partial<Parameter> = {}): Parameter {
  return { name, type: 'string', optional: true, required: false, ...change };
}

test('paths reach through structs, lists and maps, outer ones first', () => {
  const parameters = [
    aParameter('image', { usage: 'which image' }),
    aParameter('ports', {
      type: 'list',
      element: { type: 'struct', fields: [aParameter('port', { usage: 'the number' })] },
    }),
    aParameter('env', { type: 'map', element: { type: 'struct', fields: [aParameter('from')] } }),
  ];
  expect(listParameterPaths(parameters)).toEqual([
    { path: 'image', usage: 'which image' },
    { path: 'ports', usage: '' },
    { path: 'ports[].port', usage: 'the number' },
    { path: 'env', usage: '' },
    { path: 'env[].from', usage: '' },
  ]);
});

test('what is not meant for people is left out, a path stands once, and there is an end', () => {
  const many = Array.from({ length: 600 }, (_, index) => aParameter(`p${index}`));
  const listed = listParameterPaths([aParameter('hidden', { ignore: true }), aParameter('p0'), ...many]);
  expect(listed).toHaveLength(500);
  expect(listed[0]).toEqual({ path: 'p0', usage: '' });
  expect(listed[1]).toEqual({ path: 'p1', usage: '' });
});
