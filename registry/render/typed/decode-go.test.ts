import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../../../schemas/json.ts';
import { applicationType, componentType } from './application-type.ts';
import { decodeGo } from './decode-go.ts';

const decode = (value: JsonValue) => decodeGo(value, applicationType, 'standard');
const empty = { metadata: { creationTimestamp: null }, spec: { components: null }, status: {} };

describe('decodeGo', () => {
  it.each<[JsonValue, JsonObject]>([
    [null, empty],
    [{ unknown: 1, spec: { other: 2 } }, empty],
    [{ kind: 'Application' }, { kind: 'Application', ...empty }],
    [{ Spec: { COMPONENTS: [] } }, { ...empty, spec: { components: [] } }],
    [{ spec: { components: [null] } }, { ...empty, spec: { components: [{ name: '', type: '' }] } }],
    [{ spec: { workflow: {}, policies: [] } }, { ...empty, spec: { components: null, workflow: {} } }],
    [
      { spec: { components: [{ name: 'a', properties: null, traits: [], scopes: {}, dependsOn: null }] } },
      { ...empty, spec: { components: [{ name: 'a', type: '' }] } },
    ],
    [
      { spec: { components: [{ properties: [1, { x: null }] }] } },
      { ...empty, spec: { components: [{ name: '', type: '', properties: [1, { x: null }] }] } },
    ],
    [
      { metadata: { name: 'a', labels: { b: 'c' }, annotations: {}, generation: 0 } },
      { ...empty, metadata: { creationTimestamp: null, name: 'a', labels: { b: 'c' } } },
    ],
    [
      { metadata: { creationTimestamp: '2026-11-21T10:00:00+02:00' } },
      { ...empty, metadata: { creationTimestamp: '2026-11-21T08:00:00Z' } },
    ],
    [
      { metadata: { ownerReferences: [{ controller: false }] } },
      {
        ...empty,
        metadata: {
          creationTimestamp: null,
          ownerReferences: [{ apiVersion: '', kind: '', name: '', uid: '', controller: false }],
        },
      },
    ],
  ])('%j', (value, decoded) => expect(decode(value)).toEqual({ ok: true, value: decoded }));

  it.each<[JsonValue, string, readonly string[]]>([
    ['x', 'json: cannot unmarshal string into Go value of type v1beta1.Application', []],
    [
      { kind: 5 },
      'json: cannot unmarshal number into Go struct field Application.TypeMeta.kind of type string',
      ['kind'],
    ],
    [
      { metadata: { labels: { a: true } } },
      'json: cannot unmarshal bool into Go struct field ObjectMeta.metadata.labels of type string',
      ['metadata', 'labels', 'a'],
    ],
    [
      { metadata: { generation: 1.5 } },
      'json: cannot unmarshal number 1.5 into Go struct field ObjectMeta.metadata.generation of type int64',
      ['metadata', 'generation'],
    ],
    [
      { metadata: { creationTimestamp: 'x' } },
      'parsing time "x" as "2006-01-02T15:04:05Z07:00": cannot parse "x" as "2006"',
      ['metadata', 'creationTimestamp'],
    ],
    [
      { spec: { components: {} } },
      'json: cannot unmarshal object into Go struct field ApplicationSpec.spec.components of type []common.ApplicationComponent',
      ['spec', 'components'],
    ],
    [
      { spec: { components: [{}, { name: [] }] }, kind: 5 },
      'json: cannot unmarshal array into Go struct field ApplicationComponent.spec.components.name of type string',
      ['spec', 'components', '1', 'name'],
    ],
    [
      { spec: { workflow: { steps: [{ name: 5 }] } } },
      'json: cannot unmarshal number into Go struct field WorkflowStep.spec.workflow.steps.WorkflowStepBase.name of type string',
      ['spec', 'workflow', 'steps', '0', 'name'],
    ],
  ])('%j is refused', (value, message, path) => expect(decode(value)).toEqual({ ok: false, message, path }));

  it("knows Kubernetes' own decoder, which minds letter case", () => {
    const inner = { spec: { workflow: { steps: [{ name: 5 }] } } };
    expect(decodeGo(inner, applicationType, 'kubernetes')).toMatchObject({
      message:
        'json: cannot unmarshal number into Go struct field WorkflowStep.spec.workflow.steps.name of type string',
    });
    expect(decodeGo({ Name: 'a' }, componentType, 'kubernetes')).toEqual({ ok: true, value: { name: '', type: '' } });
  });
});
