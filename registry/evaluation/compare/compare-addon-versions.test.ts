import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import type { VersionDiff } from '../../../schemas/version-diff.ts';
import { examineTree } from '../../addon/lint/examine-tree.ts';
import { openEngines } from '../../engine/open-engines.ts';
import { compareAddonVersions } from './compare-addon-versions.ts';
import { evaluateSide } from './evaluate-side.ts';
import type { ComparedVersion } from './types.ts';

const engines = openEngines({ root: fileURLToPath(new URL('../../..', import.meta.url)) });
afterAll(() => engines.close());
const line = '1.10';

type Files = Readonly<Record<string, string>>;

function template(components = '', outputs = ''): string {
  return `package main

output: {
	apiVersion: "core.oam.dev/v1beta1"
	kind:       "Application"
	spec: components: [${components}]
}
${outputs}`;
}

function component(name: string, parameter: string): string {
  return `"${name}": {
	type: "component"
	attributes: workload: type: "autodetects.core.oam.dev"
}
template: {
	output: {apiVersion: "v1", kind: "ConfigMap", data: all: "\\(parameter)"}
	parameter: ${parameter}
}
`;
}

async function side(version: string, files: Files, more: readonly string[] = []): Promise<ComparedVersion> {
  const metadata = `name: web\nversion: ${version}\ndescription: a server\n${more.join('\n')}\n`;
  const all = { 'metadata.yaml': metadata, 'template.cue': template(), ...files };
  const tree = {
    files: Object.entries(all)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([path, text]) => ({ path, mode: '0644' as const, bytes: new TextEncoder().encode(text) })),
  };
  const addon = examineTree({ tree, directory: undefined });
  if (addon.metadata === undefined) throw new Error('the metadata cannot be read');
  const { files: list, treeDigest } = addon;
  return evaluateSide({ engines }, { tree, metadata: addon.metadata, files: list, treeDigest, line, registry: '' });
}

async function compare(before: Promise<ComparedVersion>, after: Promise<ComparedVersion>): Promise<VersionDiff> {
  const [was, is] = [await before, await after];
  return compareAddonVersions({ engines }, { before: was, after: is, line });
}

test('a version differs from itself in nothing', async () => {
  const files = { 'definitions/a.cue': component('a', '{b: string}'), 'parameter.cue': 'parameter: n: *1 | int\n' };
  const diff = await compare(side('1.0.0', files), side('1.0.0', files));
  expect(diff).toMatchObject({
    verdict: { breaking: false, reasons: [], required: 'none', actual: 'none', adequate: true },
    parameters: [],
    definitions: [],
    objects: [],
    effects: [],
    files: [],
    findings: [],
    cut: [],
  });
});

// The same shape of change as in the catalogue's clickhouse 1.0.0 -> 1.0.1.
test('options that are renamed in a component break, and a patch does not announce it', async () => {
  const before = '{\n\tcpu?: string\n\tsvcann?: [string]: string\n\tsvclabel?: [string]: string\n}';
  const after =
    '{\n\tcpu?: string\n\tannotations?: [string]: string\n\tlabels?: [string]: string\n\tpassword: *"x" | string\n}';
  const diff = await compare(
    side('1.0.0', { 'definitions/store.cue': component('store', before) }),
    side('1.0.1', { 'definitions/store.cue': component('store', after) }),
  );
  expect(diff.verdict).toEqual({
    breaking: true,
    reasons: [
      'The component `store`: `svcann` is gone; a value that is still given for it is accepted and ignored. (and 1 more)',
    ],
    required: 'major',
    actual: 'patch',
    adequate: false,
    suggested: '2.0.0',
  });
  expect(diff.definitions.map(({ name, change, breaking, bump }) => [name, change, breaking, bump])).toEqual([
    ['store', 'changed', true, 'major'],
  ]);
  expect(diff.definitions[0]?.changes.map(({ path, kind, breaking }) => [path.join('.'), kind, breaking])).toEqual([
    ['svcann', 'removed', true],
    ['svclabel', 'removed', true],
    ['annotations', 'added', false],
    ['labels', 'added', false],
    ['password', 'added', false],
  ]);
});

test('what becomes required with a default breaks nothing, neither in a definition nor in the addon', async () => {
  const diff = await compare(
    side('0.2.0', {
      'definitions/a.cue': component('a', '{type?: *"ClusterIP" | string}'),
      'parameter.cue': 'parameter: {\n\tn?: *1 | int\n}\n',
    }),
    side('0.2.1', {
      'definitions/a.cue': component('a', '{type: *"ClusterIP" | string}'),
      'parameter.cue': 'parameter: {\n\tn: *1 | int\n}\n',
    }),
  );
  expect(diff.verdict).toEqual({ breaking: false, reasons: [], required: 'patch', actual: 'patch', adequate: true });
  expect(diff.parameters.map(({ path, kind, breaking }) => [path.join('.'), kind, breaking])).toEqual([
    ['n', 'required', false],
  ]);
});

test('parameters of the addon: each change with its verdict, breaking ones first', async () => {
  const diff = await compare(
    side('1.0.0', { 'parameter.cue': 'parameter: {\n\tgone?: string\n\tport: *80 | int\n\tsize?: int\n}\n' }),
    side('1.1.0', { 'parameter.cue': 'parameter: {\n\tport: *8080 | int\n\tsize?: int & >0\n\thost: string\n}\n' }),
  );
  expect(diff.parameters.map(({ path, kind, bump }) => `${path.join('.')} ${kind} ${bump}`)).toEqual([
    'gone removed major',
    'host added major',
    'size tightened major',
    'port default-changed minor',
  ]);
  expect(diff.parameters[1]?.afterAt).toMatchObject({ file: 'parameter.cue', line: 4 });
  expect(diff.verdict).toMatchObject({ breaking: true, required: 'major', actual: 'minor', adequate: false });
});

test('a parameter file that comes or goes is compared with none at all', async () => {
  const file = { 'parameter.cue': 'parameter: n: *1 | int\n' };
  const added = await compare(side('1.0.0', {}), side('1.1.0', file));
  expect(added.parameters.map(({ path, kind, breaking }) => [path, kind, breaking])).toEqual([[['n'], 'added', false]]);
  const removed = await compare(side('1.0.0', file), side('1.1.0', {}));
  expect(removed.parameters.map(({ path, kind, breaking }) => [path, kind, breaking])).toEqual([
    [['n'], 'removed', true],
  ]);
});

test('definitions come and go, also from file to file', async () => {
  const diff = await compare(
    side('1.0.0', {
      'definitions/a.cue': component('a', '{}'),
      'definitions/b.cue': component('b', '{}'),
    }),
    side('2.0.0', {
      'definitions/moved.cue': component('b', '{}'),
      'definitions/c.cue': component('c', '{}'),
    }),
  );
  expect(diff.definitions.map(({ name, change, bump }) => [name, change, bump])).toEqual([
    ['a', 'removed', 'major'],
    ['c', 'added', 'minor'],
  ]);
  expect(diff.verdict).toMatchObject({
    reasons: ['The component `a` is gone: applications that use it do not find it.'],
    adequate: true,
  });
});

test('a definition that the line cannot read any more is no removal, but a finding', async () => {
  const diff = await compare(
    side('1.0.0', { 'definitions/a.cue': component('a', '{}') }),
    side('1.0.1', { 'definitions/a.cue': 'a: {\n' }),
  );
  expect(diff.definitions).toEqual([]);
  expect(diff.findings.map(({ rule, file }) => [rule, file])).toEqual([
    ['definition/invalid-cue', 'definitions/a.cue'],
  ]);
});

test('a side that does not render says why, and the rest is compared', async () => {
  const diff = await compare(side('1.0.0', {}), side('1.1.0', { 'template.cue': 'package main\n\noutput: {\n' }));
  expect(diff.from.refused).toBeUndefined();
  expect(diff.to.refused).toMatch(/expected|found/);
  expect(diff.objects).toEqual([]);
  expect(diff.files.map(({ path, change }) => [path, change])).toEqual([
    ['metadata.yaml', 'changed'],
    ['template.cue', 'changed'],
  ]);
});

test('a kind that is not written any more is lost with all its objects', async () => {
  const component = (image: string) =>
    `{name: "web", type: "webservice", properties: {image: "${image}", port: 80}}, {name: "crds", type: "k8s-objects", properties: objects: [crds]}`;
  const crds =
    'crds: {apiVersion: "apiextensions.k8s.io/v1", kind: "CustomResourceDefinition", metadata: name: "webs.example.com"}\n';
  const diff = await compare(
    side('1.0.0', { 'template.cue': template(component('nginx:1'), crds) }),
    side('1.0.1', {
      'template.cue': template('{name: "web", type: "webservice", properties: {image: "nginx:2", port: 80}}'),
    }),
  );
  expect(diff.verdict).toMatchObject({
    reasons: ['The kind `webs.example.com` is not written any more: an upgrade deletes it, and every object of it.'],
    required: 'major',
    adequate: false,
  });
  expect(diff.effects.map(({ change, effect }) => `${change} ${effect.kind} ${effect.value}`)).toEqual([
    'appeared image nginx:2',
    'vanished crd webs.example.com',
    'vanished image nginx:1',
  ]);
  const [application] = diff.objects;
  expect(application).toMatchObject({ kind: 'Application', namespace: 'vela-system', name: 'addon-web' });
  expect(application?.fields.map(({ path, change }) => `${change} ${path}`)).toEqual([
    'changed metadata.labels."addons.oam.dev/version"',
    'removed spec.components[crds]',
    'changed spec.components[web].properties.image',
  ]);
});

test('dependencies and requirements: what is told of each', async () => {
  const demand = (...lines: string[]) => lines;
  const diff = await compare(
    side(
      '1.0.0',
      {},
      demand('dependencies:', '  - {name: a, version: ">=1.0.0"}', '  - name: b', 'system: {vela: ">=v1.5.0"}'),
    ),
    side(
      '1.1.0',
      {},
      demand(
        'dependencies:',
        '  - {name: a, version: ">=2.0.0"}',
        '  - {name: c, version: "1.x"}',
        'system: {vela: ">=v1.4.0", kubernetes: ">=1.22.0-0"}',
      ),
    ),
  );
  expect(diff.dependencies.map(({ name, change, breaking, bump }) => [name, change, breaking, bump])).toEqual([
    ['a', 'narrowed', false, 'minor'],
    ['b', 'removed', false, 'patch'],
    ['c', 'added', false, 'minor'],
  ]);
  expect(diff.requirements.map(({ system, change, message }) => [system, change, message])).toEqual([
    ['vela', 'widened', 'KubeVela may be of more versions: `>=v1.4.0`, was `>=v1.5.0`.'],
    ['kubernetes', 'added', 'Kubernetes is needed now, at `>=1.22.0-0`.'],
  ]);
  expect(diff.verdict).toEqual({ breaking: false, reasons: [], required: 'minor', actual: 'minor', adequate: true });
});

test.each([
  ['1.1.0', '1.0.0', {}],
  ['1.0.0', 'next', {}],
  ['1.0.0', '1.0.0', { actual: 'none', adequate: false, suggested: '1.0.1' }],
  ['v0.3.1', '0.3.1', { actual: 'none', adequate: false, suggested: 'v0.3.2' }],
])('from %s to %s with another file', async (from, to, judgement) => {
  const diff = await compare(side(from, {}), side(to, { 'README.md': '# other\n' }));
  expect(diff.verdict).toEqual({ breaking: false, reasons: [], required: 'patch', ...judgement });
});
