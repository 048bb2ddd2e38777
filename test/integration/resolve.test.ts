import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Plan, ResolveRequest } from '../../schemas/resolution.ts';
import type { Problem } from '../../schemas/rest.ts';
import { createTestFolder, writeTestFiles } from '../support/git-repository.ts';
import { runInProcess } from '../support/run-in-process.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

const house = createTestFolder();
let server: TestServer;

interface Version {
  readonly vela?: string;
  readonly needs?: readonly string[];
}

function addon(name: string, version: string, { vela, needs = [] }: Version = {}): string {
  return [
    `name: ${name}`,
    `version: ${version}`,
    'description: of a test',
    ...(vela === undefined ? [] : ['system:', `  vela: "${vela}"`]),
    ...(needs.length === 0 ? [] : ['dependencies:']),
    ...needs.map((need) => {
      const [other, range] = need.split('@');
      return range === undefined ? `- name: ${other}` : `- {name: ${other}, version: "${range}"}`;
    }),
    '',
  ].join('\n');
}

beforeAll(async () => {
  writeTestFiles(house.folder, {
    'official/grafana/metadata.yaml': addon('grafana', '1.0.0', { needs: ['fluxcd@<2'] }),
    'official/grafana-next/metadata.yaml': addon('grafana', '2.0.0', { needs: ['fluxcd@<2'], vela: '>=1.11' }),
    'official/fluxcd/metadata.yaml': addon('fluxcd', '1.0.0'),
    'official/fluxcd-next/metadata.yaml': addon('fluxcd', '2.0.0'),
    'official/loki/metadata.yaml': addon('loki', '1.0.0', { needs: ['fluxcd@>=2'] }),
    'team/grafana/metadata.yaml': addon('grafana', '9.0.0'),
    'team/own/metadata.yaml': addon('own', '1.0.0', { needs: ['fluxcd'] }),
  });
  server = await startTestServer({
    folder: house.folder,
    config: `publicUrl: https://addons.example.com/base
catalogs:
  - name: official
    sources: [{ type: local, path: ./official, name: folder }]
  - name: team
    dependsOn: [official]
    sources: [{ type: local, path: ./team, name: folder }]
  - { name: all, union: [team, official] }
`,
  });
  await server.settled();
});

afterAll(async () => {
  await server.close();
  house.remove();
});

function post(body: unknown, { query = '', language = 'en' } = {}): Promise<Response> {
  return fetch(`${server.url}/api/v1/resolve${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': language },
    body: JSON.stringify(body),
  });
}

async function getPlan(request: ResolveRequest): Promise<Plan> {
  const response = await post(request);
  expect(response.status).toBe(200);
  return response.json();
}

describe('POST /api/v1/resolve', () => {
  test('answers with the members in install order and the lines to run', async () => {
    const { members, commands, notices } = await getPlan({ want: [{ name: 'grafana' }], vela: '1.10.9' });
    expect(members.map(({ catalog, name, version }) => `${catalog}/${name}@${version}`)).toEqual([
      'official/fluxcd@1.0.0',
      'official/grafana@1.0.0',
    ]);
    expect(members[1]?.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(notices.map(({ code }) => code)).toEqual(['shadowed']);
    expect(commands.registry).toEqual([
      'vela addon registry add official --type helm --endpoint https://addons.example.com/base/c/official',
    ]);
    expect(commands.enable).toEqual([
      'vela addon enable fluxcd --version 1.0.0',
      'vela addon enable grafana --version 1.0.0',
    ]);
  });

  test('takes dependencies from the catalogs that may give them, and a union for its first member that has the name', async () => {
    const { members } = await getPlan({ want: [{ name: 'own' }, { name: 'grafana', catalog: 'all' }] });
    expect(members.map(({ catalog, name, version }) => `${catalog}/${name}@${version}`)).toEqual([
      'official/fluxcd@2.0.0',
      'team/grafana@9.0.0',
      'team/own@1.0.0',
    ]);
  });

  test('explains a conflict in data and in the words of the language that is asked for', async () => {
    const request = { want: [{ name: 'grafana' }, { name: 'loki' }] };
    const response = await post(request);
    const problem: Problem = await response.json();
    expect([response.status, response.headers.get('content-type'), problem.code]).toEqual([
      422,
      'application/problem+json; charset=utf-8',
      'NOT_SOLVABLE',
    ]);
    expect(problem.conflict?.facts.map(({ kind }) => kind)).toContain('need');
    expect(problem.conflict?.text).toContain('loki 1.0.0');
    for (const options of [{ language: 'zh-CN,zh;q=0.9' }, { query: '?lang=zh', language: 'en' }]) {
      const chinese: Problem = await (await post(request, options)).json();
      expect(chinese.conflict?.text).toContain('需要');
    }
  });

  test.each([
    [{ want: [] }, 400, 'INPUT_INVALID', '/want'],
    [{}, 400, 'INPUT_INVALID', '/'],
    [{ want: [{ name: 'grafana', range: 'newest' }] }, 400, 'INPUT_INVALID', '/want/0/range'],
    [{ want: [{ name: 'grafana', catalog: 'nowhere' }] }, 400, 'INPUT_INVALID', '/want/0/catalog'],
    [{ want: [{ name: 'grafna' }] }, 404, 'ADDON_NOT_FOUND', '/want/0/name'],
    [{ want: [{ name: 'own', catalog: 'official' }] }, 404, 'ADDON_NOT_FOUND', '/want/0/name'],
    [{ want: [{ name: 'grafana', colour: 'red' }] }, 400, 'INPUT_INVALID', '/want/0/colour'],
  ])('refuses %j', async (request, status, code, pointer) => {
    const response = await post(request);
    const problem: Problem = await response.json();
    expect([response.status, problem.code, problem.errors?.[0]?.pointer]).toEqual([status, code, pointer]);
  });

  test('is part of the OpenAPI document', async () => {
    const document = JSON.parse(await server.getText('/api/v1/openapi.json'));
    expect(document.paths['/resolve'].post.requestBody.content['application/json'].schema).toEqual({
      $ref: '#/components/schemas/ResolveRequest',
    });
    expect(document.components.schemas.Problem.properties.conflict).toEqual({ $ref: '#/components/schemas/Conflict' });
  });
});

describe('chandlery plan', () => {
  const plan = (...args: readonly string[]) =>
    runInProcess(['plan', ...args, '--server', server.url], { cwd: house.folder });

  test('prints the closure in install order, what was passed over and the lines to copy', async () => {
    const { members } = await getPlan({ want: [{ name: 'grafana' }], vela: '1.10.9' });
    const [flux, grafana] = members.map(({ digest = '' }) => digest.slice(7, 19));
    const { code, stdout, stderr } = await plan('grafana', '--vela', '1.10.9', '--kubernetes', '1.29.3');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.split('\n')).toEqual([
      `1  fluxcd   1.0.0  ${flux}  official  install  needed by grafana (<2)`,
      `2  grafana  1.0.0  ${grafana}  official  install  wanted`,
      '',
      'newer versions that were not taken',
      '  fluxcd 2.0.0: grafana 1.0.0 needs fluxcd <2.',
      '  grafana 2.0.0: It needs KubeVela >=1.11; the cluster has 1.10.9.',
      '',
      'to know',
      '  shadowed: grafana comes from the catalog official, which stands first; team has one of that name too.',
      '',
      'add the registry once',
      '  vela addon registry add official --type helm --endpoint https://addons.example.com/base/c/official',
      '',
      'then, one after the other',
      '  vela addon enable fluxcd --version 1.0.0',
      '  vela addon enable grafana --version 1.0.0',
      '',
    ]);
  });

  test('prints the same plan as JSON as the server gives', async () => {
    const { code, stdout } = await plan('team/own', 'grafana@<2', '--json');
    expect(code).toBe(0);
    const request = {
      want: [
        { name: 'own', catalog: 'team' },
        { name: 'grafana', range: '<2' },
      ],
    };
    expect(JSON.parse(stdout)).toEqual(await getPlan(request));
  });

  test('takes what kubectl prints for what is installed', async () => {
    const application = (name: string, version: string, registry: string) => ({
      kind: 'Application',
      metadata: {
        name: `addon-${name}`,
        labels: {
          'addons.oam.dev/name': name,
          'addons.oam.dev/version': version,
          'addons.oam.dev/registry': registry,
        },
      },
    });
    const items = [
      application('fluxcd', 'v1.0.0', 'KubeVela'),
      { kind: 'Application', metadata: { name: 'of-a-user' } },
    ];
    writeFileSync(join(house.folder, 'apps.json'), JSON.stringify({ kind: 'List', items }, undefined, 2));
    const { code, stdout } = await plan('grafana@<2', '--installed', 'apps.json', '--json');
    const { members }: Plan = JSON.parse(stdout);
    expect(code).toBe(0);
    expect(members.map(({ name, action }) => `${action} ${name}`)).toEqual(['keep fluxcd', 'install grafana']);
    const blocked = await plan('loki', '--installed', 'apps.json');
    expect([blocked.code, blocked.stdout]).toEqual([1, expect.stringContaining('needs fluxcd >=2')]);
    const moved = await plan('loki', '--installed', 'apps.json', '--upgrade', 'fluxcd', '--json');
    expect(JSON.parse(moved.stdout).members[0]).toMatchObject({
      name: 'fluxcd',
      action: 'upgrade',
      installed: 'v1.0.0',
      version: '2.0.0',
    });
  });

  test.each([
    ['list.yaml', '- name: fluxcd\n  version: 1.0\n', 'list.yaml:2:12: version must be a text: write it in quotes'],
    ['list.yaml', '- name: fluxcd\n  versoin: "1"\n', 'list.yaml:2:12: there is no field "versoin"'],
    ['list.json', '[{"name": "fluxcd",\n  "version": }]', 'list.json:2:'],
    ['list.json', '{"kind": "Deployment"}', 'list.json:1:1: it must be what "kubectl get applications.core.oam.dev'],
  ])('tells where %s cannot be read: %j', async (file, text, message) => {
    writeFileSync(join(house.folder, file), text);
    const { code, stderr } = await plan('grafana', '--installed', file);
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });

  test('tells a conflict in words and ends with 1', async () => {
    const english = await plan('grafana', 'loki');
    expect([english.code, english.stderr]).toEqual([1, '']);
    expect(english.stdout).toContain('grafana');
    const chinese = await plan('grafana', 'loki', '--lang', 'zh');
    expect(chinese.stdout).toContain('需要');
    const json = await plan('grafana', 'loki', '--json');
    expect(JSON.parse(json.stdout)).toMatchObject({ code: 'NOT_SOLVABLE', conflict: { facts: expect.any(Array) } });
  });

  test.each([
    [['grafna'], 1, 'did you mean "grafana" (official, team)?'],
    [['grafana@newest'], 2, '"newest" is no range'],
    [['a/b/c'], 2, '"a/b/c" names no addon'],
    [[], 2, "missing required argument 'name'"],
  ])('refuses %j', async (args, expected, message) => {
    const { code, stderr } = await plan(...args);
    expect([code, stderr]).toEqual([expected, expect.stringContaining(message)]);
  });
});
