import { expect, test } from 'vitest';
import type { DefinitionKind } from '../../../schemas/definition.ts';
import type { JsonObject } from '../../../schemas/json.ts';
import type { ReleaseLine } from '../../../schemas/release-line.ts';
import { findSpecFault } from './find-spec-fault.ts';
import { findSpecType } from './spec-types.ts';

function faultOf(kind: DefinitionKind, line: ReleaseLine, spec: JsonObject) {
  const type = findSpecType(kind, line);
  return type === undefined ? undefined : findSpecFault(spec, type)?.message;
}

const into = 'json: cannot unmarshal';

// The right-hand texts are what KubeVela 1.9.13 and 1.10.9 print.
test.each<[DefinitionKind, JsonObject, string]>([
  ['component', { podDisruptive: true }, 'json: unknown field "podDisruptive"'],
  ['component', { zzz: 1, aaa: 2 }, 'json: unknown field "aaa"'],
  ['component', { 'a<b>&': 1 }, 'json: unknown field "a<b>&"'],
  ['component', { '\u2028\u0001\u00ad': 1 }, 'json: unknown field "\\u2028\\x01\\u00ad"'],
  ['component', JSON.parse('{"__proto__": {"a": 1}}'), 'json: unknown field "__proto__"'],
  ['component', { childResourceKinds: [{ foo: 'v1' }] }, 'json: unknown field "foo"'],
  [
    'component',
    { workload: { type: 5 }, zzz: 1 },
    `${into} number into Go struct field WorkloadTypeDescriptor.workload.type of type string`,
  ],
  [
    'component',
    { workload: 'x' },
    `${into} string into Go struct field ComponentDefinitionSpec.workload of type common.WorkloadTypeDescriptor`,
  ],
  [
    'component',
    { workload: { definition: { kind: true } } },
    `${into} bool into Go struct field WorkloadGVK.workload.definition.kind of type string`,
  ],
  [
    'component',
    { workload: { definition: [] } },
    `${into} array into Go struct field WorkloadTypeDescriptor.workload.definition of type common.WorkloadGVK`,
  ],
  [
    'component',
    { status: 'x' },
    `${into} string into Go struct field ComponentDefinitionSpec.status of type common.Status`,
  ],
  [
    'component',
    { status: { HealthPolicy: 5 } },
    `${into} number into Go struct field Status.status.healthPolicy of type string`,
  ],
  [
    'component',
    { childResourceKinds: {} },
    `${into} object into Go struct field ComponentDefinitionSpec.childResourceKinds of type []common.ChildResourceKind`,
  ],
  [
    'component',
    { childResourceKinds: [{ selector: { a: 1 } }] },
    `${into} number into Go struct field ChildResourceKind.childResourceKinds.selector of type string`,
  ],
  [
    'trait',
    { appliesToWorkloads: 'x' },
    `${into} string into Go struct field TraitDefinitionSpec.appliesToWorkloads of type []string`,
  ],
  [
    'trait',
    { appliesToWorkloads: ['a', { x: 1 }, []] },
    `${into} object into Go struct field TraitDefinitionSpec.appliesToWorkloads of type string`,
  ],
  [
    'trait',
    { podDisruptive: 'true' },
    `${into} string into Go struct field TraitDefinitionSpec.podDisruptive of type bool`,
  ],
  ['trait', { stage: 1 }, `${into} number into Go struct field TraitDefinitionSpec.stage of type v1beta1.StageType`],
])('a %s with %j is refused', (kind, spec, message) => {
  expect(faultOf(kind, '1.9', spec)).toBe(message);
  expect(faultOf(kind, '1.10', spec)).toBe(message);
});

test.each<[DefinitionKind, JsonObject]>([
  ['component', { WORKLOAD: { TYPE: 'x' }, '\u017ftatus': {}, 'wor\u212aload': null }],
  [
    'component',
    { status: null, revisionLabel: null, extension: [1], schematic: { terraform: { providerRef: { name: 'a' } } } },
  ],
  ['trait', { appliesToWorkloads: [null], stage: 'Whenever' }],
  ['workload', { anything: 1 }],
])('a %s with %j is taken', (kind, spec) => {
  expect(faultOf(kind, '1.10', spec)).toBeUndefined();
});

test.each<[DefinitionKind, JsonObject, readonly (string | undefined)[]]>([
  ['workflow-step', { version: '1.0.0' }, ['json: unknown field "version"', undefined, undefined]],
  ['component', { status: { details: 'a: 1' } }, ['json: unknown field "details"', undefined, undefined]],
  ['policy', { scope: 'Application' }, ['json: unknown field "scope"', 'json: unknown field "scope"', undefined]],
])('a %s with %j is judged by the fields of each line', (kind, spec, messages) => {
  expect((['1.9', '1.10', '1.11'] as const).map((line) => faultOf(kind, line, spec))).toEqual(messages);
});

test('a priority is a whole number of 32 bits', () => {
  const where = 'Go struct field PolicyDefinitionSpec.priority of type int32';
  expect(faultOf('policy', '1.11', { priority: 2 ** 31 - 1 })).toBeUndefined();
  expect(faultOf('policy', '1.11', { priority: 2 ** 31 })).toBe(`${into} number 2147483648 into ${where}`);
  expect(faultOf('policy', '1.11', { priority: 1.5 })).toBe(`${into} number 1.5 into ${where}`);
  expect(faultOf('policy', '1.11', { priority: '1' })).toBe(`${into} string into ${where}`);
});

test('the place of a fault is told by the keys as they are written', () => {
  const type = findSpecType('trait', '1.10');
  if (type === undefined) throw new Error('traits have a type');
  expect(findSpecFault({ AppliesToWorkloads: ['a', 1] }, type)?.path).toEqual(['AppliesToWorkloads', '1']);
});
