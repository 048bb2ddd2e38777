import { expect, test } from 'vitest';
import type { JsonObject } from '../../schemas/json.ts';
import { joinBundles } from './join-bundles.ts';

function anObject(kind: string, name: string, rest: JsonObject = {}): { from: string; object: JsonObject } {
  return { from: `${name}.yaml`, object: { apiVersion: 'v1', kind, metadata: { name }, ...rest } };
}

const namesOf = ({ objects }: ReturnType<typeof joinBundles>) =>
  objects.map(({ addon, object }) => {
    const { name } = object['metadata'] as { name: string }; // Every object here is made above.
    return `${addon} ${String(object['kind'])} ${name}`;
  });

test('one addon stands after the other', () => {
  const joined = joinBundles([
    { addon: 'base', objects: [anObject('Namespace', 'base'), anObject('Application', 'addon-base')] },
    { addon: 'top', objects: [anObject('Namespace', 'top'), anObject('Application', 'addon-top')] },
  ]);
  expect(namesOf(joined)).toEqual([
    'base Namespace base',
    'base Application addon-base',
    'top Namespace top',
    'top Application addon-top',
  ]);
  expect(joined.warnings).toEqual([]);
});

test('what two write alike stands once, whatever the order of its keys', () => {
  const left = { from: 'a', object: { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'x', labels: {} } } };
  const right = { from: 'b', object: { kind: 'Namespace', apiVersion: 'v1', metadata: { labels: {}, name: 'x' } } };
  const joined = joinBundles([
    { addon: 'base', objects: [left] },
    { addon: 'top', objects: [right] },
  ]);
  expect(namesOf(joined)).toEqual(['base Namespace x']);
  expect(joined.warnings).toEqual([]);
});

test('what two write differently stands once, where the first has it and as the last has it', () => {
  const joined = joinBundles([
    { addon: 'base', objects: [anObject('ConfigMap', 'x', { data: { a: '1' } }), anObject('Secret', 'x')] },
    { addon: 'top', objects: [anObject('ConfigMap', 'x', { data: { a: '2' } })] },
  ]);
  expect(namesOf(joined)).toEqual(['top ConfigMap x', 'base Secret x']);
  expect(joined.objects[0]?.object['data']).toEqual({ a: '2' });
  expect(joined.warnings).toEqual(['ConfigMap x is written differently by base and top; top has its way']);
});

test.each<[string, JsonObject, JsonObject, number]>([
  ['namespaces', { metadata: { name: 'x', namespace: 'a' } }, { metadata: { name: 'x', namespace: 'b' } }, 2],
  ['groups', { apiVersion: 'apps/v1' }, { apiVersion: 'extensions/v1' }, 2],
  ['versions of a group', { apiVersion: 'apps/v1' }, { apiVersion: 'apps/v1beta1' }, 1],
  ['the core group and another', { apiVersion: 'v1' }, { apiVersion: 'v1/v1' }, 2],
])('objects that differ in %s', (_name, left, right, count) => {
  const { objects } = joinBundles([
    { addon: 'base', objects: [anObject('Deployment', 'x', left)] },
    { addon: 'top', objects: [anObject('Deployment', 'x', right)] },
  ]);
  expect(objects).toHaveLength(count);
});
