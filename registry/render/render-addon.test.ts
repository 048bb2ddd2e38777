import { describe, expect, it } from 'vitest';
import { readAddon } from '../addon/read-addon.ts';
import { makeTree } from '../addon/test-support/tree-builder.ts';
import type { Engines } from '../engine/types.ts';
import { renderAddon } from './render-addon.ts';
import type { RenderOptions, RenderOutcome } from './types.ts';

/** Addons without a line of CUE need no engine. */
const noEngines: Engines = {
  ask: () => Promise.reject(new Error('an engine was asked')),
};

function render(files: Readonly<Record<string, string>>, options: Partial<RenderOptions> = {}): Promise<RenderOutcome> {
  const tree = makeTree(files);
  const { metadata } = readAddon(tree);
  if (metadata === undefined) throw new Error('the addon has no metadata');
  return renderAddon(
    { engines: noEngines },
    { tree, metadata, line: '1.10', parameters: {}, registry: 'team', ...options },
  );
}

const plain = { 'metadata.yaml': 'name: web\nversion: 1.0\nneedNamespace: [vela-system, web]\n' };
const labels = { 'addons.oam.dev/name': 'web', 'addons.oam.dev/registry': 'team', 'addons.oam.dev/version': '1' };
const space = {
  name: 'web-namespace',
  type: 'raw',
  properties: { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'web' } },
};

describe('renderAddon', () => {
  it('makes an Application of nothing', async () => {
    expect(await render(plain)).toEqual({
      kind: 'rendered',
      application: {
        from: 'application',
        applied: true,
        positions: [],
        object: {
          apiVersion: 'core.oam.dev/v1beta1',
          kind: 'Application',
          metadata: { creationTimestamp: null, name: 'addon-web', namespace: 'vela-system', labels },
          spec: { components: [space] },
          status: {},
        },
      },
      auxiliary: [],
      warnings: [],
      findings: [],
    });
  });

  it('takes template.yaml, names it itself and says so', async () => {
    const template = 'kind: Application\nmetadata: {name: mine, labels: {a: b}}\nspec: {}\n';
    const outcome = await render({ ...plain, 'template.yaml': template });
    if (outcome.kind !== 'rendered') throw new Error(outcome.message);
    expect(outcome.application.object['metadata']).toEqual({
      creationTimestamp: null,
      name: 'addon-web',
      namespace: 'vela-system',
      labels: { a: 'b', ...labels },
    });
    expect(outcome.warnings).toEqual([
      'Application name mine will be overwritten with addon-web. Consider removing metadata.name in template.',
    ]);
  });

  it('puts YAML resources into one component, in the order of a walk, with their places', async () => {
    const outcome = await render({
      'metadata.yaml': 'name: web\nversion: 1.0.0\n',
      'resources/sub.yaml': 'kind: C\n',
      'resources/sub-x.yaml': 'kind: B\n---\nkind: lost\n',
      'resources/sub/a.yaml': '# first\nkind: A\n',
    });
    if (outcome.kind !== 'rendered') throw new Error(outcome.message);
    expect(outcome.application.object['spec']).toEqual({
      components: [
        {
          name: 'web-resources',
          type: 'k8s-objects',
          properties: { objects: [{ kind: 'A' }, { kind: 'B' }, { kind: 'C' }] },
        },
      ],
    });
    expect(outcome.application.positions[0]).toEqual({
      file: 'resources/sub/a.yaml',
      line: 2,
      column: 1,
      path: ['spec', 'components', '0', 'properties', 'objects', '0', 'kind'],
    });
  });

  it('sends legacy addons to the clusters that were asked for', async () => {
    const legacy = { 'metadata.yaml': 'name: web\nversion: 1.0.0\ndeployTo: {runtimeCluster: true}\n' };
    const specOf = async (parameters: RenderOptions['parameters']) => {
      const outcome = await render(legacy, { parameters });
      return outcome.kind === 'rendered' ? outcome.application.object['spec'] : outcome.message;
    };
    const policy = (name: string, properties: object) => ({
      components: [],
      policies: [{ name, type: 'topology', properties }],
    });
    expect(await specOf({})).toEqual(policy('deploy-addon-to-all-clusters', { clusterLabelSelector: {} }));
    expect(await specOf({ clusters: [' east ', '', 5] })).toEqual(
      policy('deploy-addon-to-specified-clusters', { clusters: ['east', 'local'] }),
    );
    expect(await render(legacy, { parameters: { clusters: ['east'] }, knownClusters: ['west'] })).toMatchObject({
      kind: 'refused',
      message: 'render addon application fail: cluster east not exist',
    });
  });

  it('writes UI schemas, views, definitions and their names in the order of the client', async () => {
    const outcome = await render({
      'metadata.yaml': 'name: web\nversion: 1.0.0\n',
      'views/v.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: v}\n',
      'schemas/trait-uischema-t.v1.yaml': '- sort: 1\n  jsonKey: <a>\n',
      'definitions/t.yaml': 'kind: TraitDefinition\nmetadata: {name: t, namespace: x}\n',
      'definitions/u.yaml':
        'kind: TraitDefinition\nmetadata: {name: u, annotations: {addon.oam.dev/bind-component: none}}\n',
    });
    if (outcome.kind !== 'rendered') throw new Error(outcome.message);
    expect(outcome.auxiliary.map(({ from, applied }) => [from, applied])).toEqual([
      ['definitions/t.yaml', true],
      ['definitions/u.yaml', false],
      ['schemas/trait-uischema-t.v1.yaml', true],
      ['views/v.yaml', true],
    ]);
    expect(outcome.auxiliary[2]?.object).toEqual({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { creationTimestamp: null, name: 'trait-uischema-t', namespace: 'vela-system' },
      data: { 'ui-schema': '[{"jsonKey":"\\u003ca\\u003e","sort":1}]' },
    });
    expect(outcome.application.object['metadata']).toMatchObject({
      annotations: { 'addon.oam.dev/traitDefinitions': 't' },
    });
  });

  it('remembers the arguments in a Secret', async () => {
    const outcome = await render(plain, { parameters: { b: '<', a: [1] } });
    const data = Buffer.from('{"a":[1],"b":"\\u003c"}').toString('base64');
    expect(outcome).toMatchObject({
      secret: { metadata: { name: 'addon-secret-web' }, type: 'Opaque', data: { addonParameterDataKey: data } },
    });
  });

  it('tells every fault of every stage at once, and the first one in the words of the client', async () => {
    const outcome = await render({
      'metadata.yaml': 'name: web\nversion: 1.0.0\n',
      'resources/a.yaml': 'apiVersion: v1\n',
      'resources/b.yaml': '- 1\n',
      'views/v.yaml': 'data: {}\n',
      'schemas/s.yaml': 'a: .nan\n',
    });
    if (outcome.kind !== 'refused') throw new Error('it was rendered');
    expect(outcome.message).toBe(
      `render addon application fail: render components from yaml template: render resource file a.yaml: Object 'Kind' is missing in '{"apiVersion":"v1"}'`,
    );
    expect(outcome.stages.map(({ stage }) => stage)).toEqual(['application', 'ui-schemas', 'views']);
    expect(outcome.findings.map(({ file, line, rule, for: lines }) => [file, line, rule, lines])).toEqual([
      ['resources/a.yaml', 1, 'render/resource', ['1.10']],
      ['resources/b.yaml', 1, 'render/resource', ['1.10']],
      ['schemas/s.yaml', 1, 'render/ui-schema', ['1.10']],
      ['views/v.yaml', 1, 'render/view', ['1.10']],
    ]);
    expect(outcome.incomplete).toBe(false);
  });

  it('refuses objects that addons cannot bring', async () => {
    const workload = 'apiVersion: core.oam.dev/v1beta1\nkind: WorkloadDefinition\nmetadata: {name: w}\n';
    expect(await render({ ...plain, 'definitions/w.yaml': workload })).toMatchObject({
      kind: 'refused',
      message:
        "cannot pass definition to addon app's annotation: cannot handle definition types WorkloadDefinition, name w",
      stages: [{ stage: 'annotations' }],
    });
  });

  it('does not find files of an archive whose path begins with the name of the addon', async () => {
    const files = { 'metadata.yaml': 'name: re\nversion: 1.0.0\n', 'resources/a.yaml': 'kind: A\n' };
    const componentsOf = async (delivery: 'archive' | 'folder') => {
      const outcome = await render(files, { delivery });
      return outcome.kind === 'rendered' ? JSON.stringify(outcome.application.object['spec']) : outcome.message;
    };
    expect(await componentsOf('archive')).toBe('{"components":[]}');
    expect(await componentsOf('folder')).toContain('re-resources');
  });

  it('cannot load what has both templates or one that is no Application', async () => {
    const both = { ...plain, 'template.yaml': 'kind: Application\n', 'template.cue': 'output: {}\n' };
    const message = 'yaml and cue app template are exist in addon, should only keep one of them';
    expect(await render(both)).toMatchObject({ message: `render addon application fail: ${message}` });
    expect(await render({ ...plain, 'template.yaml': 'kind: Application\nspec: 5\n' })).toMatchObject({
      message:
        'fail to read addon web file web/template.yaml: json: cannot unmarshal number into Go struct field Application.spec of type v1beta1.ApplicationSpec',
      stages: [{ stage: 'load' }],
      findings: [{ file: 'template.yaml', line: 2, column: 7 }],
    });
  });
});
