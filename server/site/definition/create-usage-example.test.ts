import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { DefinitionDocument } from '../../../schemas/definition.ts';
import { createUsageExample } from './create-usage-example.ts';

const document: DefinitionDocument = {
  kind: 'component',
  name: 'helm',
  file: 'definitions/helm.cue',
  form: 'cue',
  apiVersion: 'core.oam.dev/v1beta1',
  schematic: 'cue',
  description: '',
  deprecated: false,
  appliesTo: [],
  conflictsWith: [],
  imports: [],
  digest: `sha256:${'0'.repeat(64)}`,
  object: {},
  parameters: [{ name: 'chart', type: 'string', optional: false, required: true }],
};
const properties = { chart: 'example' };
const web = { name: 'example', type: 'webservice', properties: { image: 'nginx:1.27.0' } };

describe('createUsageExample', () => {
  it.each<[string, Partial<DefinitionDocument>, object]>([
    ['a component', {}, { components: [{ name: 'example', type: 'helm', properties }] }],
    ['without parameters', { parameters: [] }, { components: [{ name: 'example', type: 'helm' }] }],
    ['a trait of anything', { kind: 'trait' }, { components: [{ ...web, traits: [{ type: 'helm', properties }] }] }],
    [
      'a trait of a workload',
      { kind: 'trait', appliesTo: ['jobs.batch'] },
      { components: [{ ...web, type: 'task', traits: [{ type: 'helm', properties }] }] },
    ],
    [
      'a trait of one component',
      { kind: 'trait', appliesTo: ['kustomize'] },
      { components: [{ name: 'example', type: 'kustomize', traits: [{ type: 'helm', properties }] }] },
    ],
    ['a policy', { kind: 'policy' }, { components: [web], policies: [{ name: 'example', type: 'helm', properties }] }],
    [
      'a workflow step',
      { kind: 'workflow-step' },
      { components: [web], workflow: { steps: [{ name: 'example-step', type: 'helm', properties }] } },
    ],
  ])('%s', (_name, rest, spec) => {
    const example = createUsageExample({ ...document, ...rest });
    expect(parse(example?.text ?? '')).toEqual({
      apiVersion: 'core.oam.dev/v1beta1',
      kind: 'Application',
      metadata: { name: 'example', namespace: 'default' },
      spec,
    });
  });

  it('says which component stands for others', () => {
    expect(createUsageExample({ ...document, kind: 'trait', appliesTo: ['kustomize'] })?.host).toBe('kustomize');
    expect(createUsageExample({ ...document, kind: 'trait', appliesTo: ['*'] })?.host).toBeUndefined();
  });

  it('is silent where it would have to guess', () => {
    expect(createUsageExample({ ...document, kind: 'workload' })).toBeUndefined();
    const unknown = { name: 'key', type: 'bytes', optional: false, required: true } as const;
    expect(createUsageExample({ ...document, parameters: [unknown] })).toBeUndefined();
  });
});
