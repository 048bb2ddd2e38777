import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Catalog, VersionDetail } from '../../schemas/rest.ts';
import { createTestFolder, createTestRepository, type TestRepository } from '../support/git-repository.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

const folder = createTestFolder();
let repository: TestRepository;
let server: TestServer;

const component = (image: string) => `"web": {
	type: "component"
	description: "A web server"
	attributes: workload: type: "autodetects.core.oam.dev"
}
template: {
	output: {
		apiVersion: "apps/v1"
		kind:       "Deployment"
		spec: template: spec: containers: [{name: "web", image: parameter.image}]
	}
	parameter: {
		// +usage=The image to run
		image: *"${image}" | string
	}
}
`;
const template = (body: string) => `package main

output: {
	apiVersion: "core.oam.dev/v1beta1"
	kind:       "Application"
	${body}
}
`;
const parameter = '// +usage=How many\nparameter: replicas: *1 | int\n';

function addon(version: string, files: Readonly<Record<string, string>>): Record<string, string> {
  const all = {
    'metadata.yaml': `name: web\nversion: ${version}\ndescription: a web server\nsystem:\n  vela: ">=1.10.0"\n`,
    'README.md': '# web\n',
    ...files,
  };
  return Object.fromEntries(Object.entries(all).map(([path, text]) => [`addons/web/${path}`, text]));
}

const config = () =>
  `catalogs:\n  - name: team\n    title: The team\n    sources: [{ type: git, name: repo, url: ${JSON.stringify(repository.folder)}, branch: main }]\n`;

async function getJson<Value>(path: string): Promise<Value> {
  return (await fetch(`${server.url}/api/v1${path}`)).json();
}

beforeAll(async () => {
  repository = createTestRepository();
  repository.commit(
    addon('1.0.0', {
      'template.cue': template('spec: components: []'),
      'parameter.cue': parameter,
      'definitions/web.cue': component('nginx:1.0'),
    }),
  );
  repository.commit(addon('1.1.0', { 'template.cue': template('spec: components: [] + []') }));
  repository.commit(addon('1.2.0', { 'definitions/web.cue': component('nginx:2.0') }));
  server = await startTestServer({ folder: folder.folder, config: config() });
  await server.settled();
  await server.evaluated('team');
}, 180_000);

afterAll(async () => {
  await server.close();
  repository.remove();
  folder.remove();
});

const version = (number: string) => getJson<VersionDetail>(`/catalogs/team/addons/web/versions/${number}`);

describe('a version', () => {
  test('has a verdict of each line, and is excluded where its own requirements say so', async () => {
    expect((await version('1.0.0')).verdicts).toEqual([
      { line: '1.9', render: 'works', admitted: false },
      { line: '1.10', render: 'works', admitted: true },
      { line: '1.11', render: 'works', admitted: true },
    ]);
    expect((await version('1.1.0')).verdicts[2]).toMatchObject({ line: '1.11', render: 'refused' });
  });

  test('has findings of single lines, with their place', async () => {
    const { findings, counts } = await version('1.1.0');
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ for: lines, file, line }) => [lines, file, line])).toContainEqual([
      ['1.11'],
      'template.cue',
      6,
    ]);
    const total = counts.error + counts.warning + counts.info;
    expect(total).toBe(findings.length);
    const summary = await getJson<{ versions: readonly { version: string; findings: object }[] }>(
      '/catalogs/team/addons/web',
    );
    expect(summary.versions.find((each) => each.version === '1.1.0')?.findings).toEqual(counts);
  });

  test('tells its definitions, parameters and effects', async () => {
    const { evaluated: parts } = await version('1.0.0');
    expect(parts).toMatchObject({ for: '1.10', parameters: 1, definitions: [{ kind: 'component', name: 'web' }] });
    const place = '/catalogs/team/addons/web/versions/1.0.0';
    expect(await getJson(`${place}/parameters?for=1.9`)).toMatchObject({
      for: '1.9',
      pending: false,
      items: [{ name: 'replicas', type: 'int', default: 1, usage: 'How many' }],
    });
    expect(await getJson(`${place}/schema`)).toMatchObject({
      properties: { replicas: { type: 'integer', default: 1 } },
    });
    expect(await getJson(`${place}/schema?format=json-schema`)).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      properties: { replicas: { type: 'integer' } },
    });
    expect(await getJson(`${place}/effects`)).toMatchObject({
      name: 'web',
      version: '1.0.0',
      for: '1.10',
      pending: false,
    });
  });
});

describe('narrowed by verdict', () => {
  test.each([
    ['works=1.9', []],
    ['works=1.10', ['1.2.0', '1.1.0', '1.0.0']],
    ['works=1.11', ['1.0.0']],
    ['vela=1.9.5', []],
  ])('index.yaml?%s', async (query, versions) => {
    const index = await server.getText(`/c/team/index.yaml?${query}`);
    expect([...index.matchAll(/^ {4}version: "(.*)"$/gm)].map(([, each]) => each)).toEqual(versions);
  });

  test.each([
    ['works=1.11', ['1.0.0']],
    ['vela=1.10', ['1.2.0']],
    ['vela=1.9', []],
  ])('addons?%s', async (query, versions) => {
    const { items } = await getJson<{ items: readonly { version: string }[] }>(`/addons?${query}`);
    expect(items.map((item) => item.version)).toEqual(versions);
  });

  test('a line that is none is refused', async () => {
    expect((await fetch(`${server.url}/c/team/index.yaml?works=1.8`)).status).toBe(400);
    expect((await fetch(`${server.url}/api/v1/addons?works=1.8`)).status).toBe(400);
    expect((await fetch(`${server.url}/api/v1/catalogs/team/addons/web/versions/1.0.0/effects?for=1.8`)).status).toBe(
      400,
    );
  });
});

describe('a definition', () => {
  test('has a document, owners and a history', async () => {
    const detail = await getJson('/definitions/component/web');
    expect(detail).toMatchObject({
      shown: { catalog: 'team', addon: 'web', version: '1.2.0' },
      for: '1.10',
      document: {
        object: { kind: 'ComponentDefinition', metadata: { name: 'web', namespace: 'vela-system' } },
        parameters: [{ name: 'image', default: 'nginx:2.0', usage: 'The image to run' }],
      },
      source: component('nginx:2.0'),
    });
    const { items } = await getJson<{ items: readonly { version: string; change: string }[] }>(
      '/definitions/component/web/history',
    );
    expect(items.map(({ version: number, change }) => `${number} ${change}`)).toEqual(['1.2.0 changed', '1.0.0 added']);
  });

  test('is a file at the root, which a cluster takes', async () => {
    expect(await server.getText('/definitions/component/web.cue')).toBe(component('nginx:2.0'));
    const yaml = await server.getText('/definitions/component/web.yaml?version=1.0.0');
    expect(yaml).toMatch(/^apiVersion: core\.oam\.dev\/v1beta1\nkind: ComponentDefinition\n/);
    expect(yaml).toContain('namespace: vela-system');
    expect(yaml).toContain('nginx:1.0');
  });

  test('is discovered as in an object store, and the home page stays what it is', async () => {
    expect(await server.getText('/?list-type=2')).toContain('<Key>web.yaml</Key>');
    expect(await server.getText('/web.yaml')).toContain('kind: ComponentDefinition');
    expect(await server.getText('/')).toContain('<!doctype html>');
  });
});

test('what was judged is not judged again after a restart, and a new version alone is', {
  timeout: 120_000,
}, async () => {
  expect(await server.getText('/metrics')).toContain('chandlery_evaluation_pending{line="1.11"} 0');
  await server.close();
  server = await startTestServer({ folder: folder.folder, config: config() });
  const catalog = await getJson<Catalog>('/catalogs/team');
  expect(catalog.evaluation).toEqual({ done: 3, total: 3 });
  repository.commit(addon('1.3.0', { 'template.cue': template('spec: components: []') }));
  await server.settled();
  await server.sync('team/repo');
  await server.evaluated('team');
  expect((await version('1.3.0')).verdicts.map(({ render }) => render)).toEqual(['works', 'works', 'works']);
  expect(server.lines.filter((line) => line.startsWith('evaluation: 3 results'))).toHaveLength(1);
});
