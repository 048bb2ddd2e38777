import { expect, test } from 'vitest';
import type { JsonObject } from '../../../schemas/json.ts';
import { compareObjects } from './compare-objects.ts';

function anObject(name: string, rest: JsonObject = {}, namespace?: string): JsonObject {
  const metadata = { name, ...(namespace === undefined ? {} : { namespace }) };
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata, ...rest };
}

function compare(before: readonly JsonObject[], after: readonly JsonObject[]) {
  const toBundle = (objects: readonly JsonObject[]) => objects.map((object) => ({ from: 'a.yaml', object }));
  return compareObjects(toBundle(before), toBundle(after));
}

function fieldsOf(before: JsonObject, after: JsonObject) {
  const [difference] = compare([anObject('a', before)], [anObject('a', after)]);
  return (difference?.fields ?? []).map(({ path, change, before: was, after: is }) => [path, change, was, is]);
}

test('objects are matched by kind, namespace and name, whatever their order', () => {
  const objects = [anObject('a'), anObject('b', {}, 'x'), anObject('b', {}, 'y')];
  expect(compare(objects, objects.toReversed())).toEqual([]);
  expect(compare([anObject('a'), anObject('b', {}, 'x')], [anObject('b', {}, 'y'), anObject('a')])).toEqual([
    { apiVersion: 'v1', kind: 'ConfigMap', namespace: 'x', name: 'b', change: 'removed', fields: [] },
    { apiVersion: 'v1', kind: 'ConfigMap', namespace: 'y', name: 'b', change: 'added', fields: [] },
  ]);
});

test('two objects of one name are compared in their order', () => {
  const [first, second] = [anObject('a', { data: { n: 1 } }), anObject('a', { data: { n: 2 } })];
  const changed = anObject('a', { data: { n: 3 } });
  expect(compare([first, second], [first, changed])).toMatchObject([{ fields: [{ path: 'data.n', after: '3' }] }]);
});

test.each<[JsonObject, JsonObject, unknown]>([
  [{ data: { a: 'x' } }, { data: { a: 'y' } }, [['data.a', 'changed', 'x', 'y']]],
  [{ data: { a: 'x' } }, { data: {} }, [['data.a', 'removed', 'x', undefined]]],
  [{}, { data: { a: [1] } }, [['data', 'added', undefined, '{"a":[1]}']]],
  [{ data: { 'a.b/c': 1 } }, { data: { 'a.b/c': null } }, [['data."a.b/c"', 'changed', '1', 'null']]],
  [
    { list: [{ name: 'a', n: 1 }, { name: 'b' }] },
    { list: [{ name: 'b' }, { name: 'a', n: 2 }] },
    [['list[a].n', 'changed', '1', '2']],
  ],
  [
    { list: [1, 2, 3] },
    { list: [1, 5] },
    [
      ['list[1]', 'changed', '2', '5'],
      ['list[2]', 'removed', '3', undefined],
    ],
  ],
  [
    { list: [{ name: 'a' }, { name: 'a' }] },
    { list: [{ name: 'a' }, { name: 'b' }] },
    [['list[1].name', 'changed', 'a', 'b']],
  ],
  [{ data: '1' }, { data: 1 }, [['data', 'changed', '1', '1']]],
  [{ data: { a: 1 } }, { data: [1] }, [['data', 'changed', '{"a":1}', '[1]']]],
])('from %j to %j', (before, after, fields) => {
  expect(fieldsOf(before, after)).toEqual(fields);
});

test('definitions are left out', () => {
  const trait = { ...anObject('a'), kind: 'TraitDefinition' };
  expect(compare([], [trait])).toEqual([]);
});

test('many fields and long texts are cut off, and it is said', () => {
  const numbers = (offset: number) => ({
    data: Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`k${index}`, index + offset])),
  });
  const [difference] = compare([anObject('a', numbers(0))], [anObject('a', numbers(1))]);
  expect([difference?.fields.length, difference?.moreFields]).toEqual([50, 10]);
  const [long] = fieldsOf({ data: 'x'.repeat(5000) }, { data: 'y'.repeat(5000) });
  expect([String(long?.[2]).length, String(long?.[3]).at(-1)]).toEqual([400, '…']);
});
