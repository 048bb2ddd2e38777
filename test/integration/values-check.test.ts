import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ValuesCheck } from '../../schemas/values-check.ts';
import { createTestFolder, createTestRepository, type TestRepository } from '../support/git-repository.ts';
import { runInProcess } from '../support/run-in-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

const folder = createTestFolder();
let repository: TestRepository;
let server: TestServer;

const template = (image: string) => `package main

output: {
	apiVersion: "core.oam.dev/v1beta1"
	kind:       "Application"
	spec: components: [{
		name: "web"
		type: "webservice"
		properties: {image: ${image}, replicas: parameter.replicas, size: parameter.size, timeout: parameter.timeout}
	}]
}
`;

function addon(version: string, files: Readonly<Record<string, string>>): Record<string, string> {
  const metadata = `name: store\nversion: ${version}\ndescription: a store\n`;
  return { 'metadata.yaml': metadata, 'README.md': '# store\n', ...files };
}

const older = addon('1.0.0', {
  'template.cue': template('parameter.image'),
  'parameter.cue': `parameter: {
	image:    string
	replicas: *1 | int
	size:     *"small" | "large"
	timeout:  *"5s" | string
	legacy?:  string
}
`,
});
const newer = addon('2.0.0', {
  'template.cue': template('parameter.image.name + parameter.token'),
  'parameter.cue': `parameter: {
	image: name: string
	replicas: >0
	size:     *"medium" | "large"
	timeout:  *"10s" | string
	token:    string
}
`,
});

beforeAll(async () => {
  repository = createTestRepository();
  for (const files of [older, newer]) {
    repository.commit(Object.fromEntries(Object.entries(files).map(([path, text]) => [`addons/store/${path}`, text])));
  }
  const source = `{ type: git, name: repo, url: ${JSON.stringify(repository.folder)}, branch: main }`;
  const config = `catalogs:\n  - name: team\n    title: The team\n    sources: [${source}]\n`;
  server = await startTestServer({ folder: folder.folder, config });
  await server.settled();
}, 180_000);

afterAll(async () => {
  await server.close();
  repository.remove();
  folder.remove();
});

function post(body: unknown): Promise<Response> {
  return fetch(`${server.url}/api/v1/catalogs/team/addons/store/values-check`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

async function check(parameters: object, rest: object = { from: '1.0.0', to: '2.0.0' }): Promise<ValuesCheck> {
  const response = await post({ ...rest, parameters });
  expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
  return response.json();
}

const toIssues = ({ issues }: ValuesCheck) =>
  issues.map(({ path, kind, effect }) => `${path.join('.')} ${kind} ${effect}`).sort();

describe('over HTTP', () => {
  test('what breaks is named, and KubeVela has the last word with the place', async () => {
    const found = await check({ image: 'nginx', size: 'small', replicas: 0, legacy: 'x', replica: 3 });
    expect(found).toMatchObject({ from: '1.0.0', to: '2.0.0', for: '1.10', valid: false, objects: [] });
    expect(toIssues(found)).toEqual([
      'image retyped refused',
      'legacy removed ignored',
      'replica unknown ignored',
      'replicas constraint refused',
      'size out-of-enum refused',
      'timeout default-changed changed',
      'token missing refused',
    ]);
    expect(found.refused).toMatch(/\S/);
    expect(found.findings[0]).toMatchObject({ file: expect.stringMatching(/\.cue$/), line: expect.any(Number) });
    const image = found.issues.find(({ path }) => path.join('.') === 'image');
    expect([image?.file, image?.line]).toEqual(['parameter.cue', 2]);
  });

  test('values that fit render, and what comes out otherwise is told', async () => {
    const found = await check({ image: { name: 'nginx' }, replicas: 2, token: ':1', size: 'large' }, { to: '2.0.0' });
    expect(found).toMatchObject({ valid: true, issues: [], objects: [] });
    const renders = await check({ image: 'nginx' }, { from: '1.0.0', to: '1.0.0' });
    expect([renders.valid, renders.objects]).toEqual([true, []]);
    const back = await check({ image: 'nginx', token: 'x' }, { from: '2.0.0', to: '1.0.0' });
    expect([back.valid, back.refusedBefore === undefined]).toEqual([true, false]);
    expect(toIssues(back)).toEqual([
      'size default-changed changed',
      'timeout default-changed changed',
      'token removed ignored',
    ]);
  });

  test('each line answers for itself', async () => {
    expect((await check({ image: 'nginx' }, { to: '1.0.0', for: '1.9' })).for).toBe('1.9');
    expect((await check({}, { to: '1.0.0', for: '1.9' })).valid).toBe(false);
  });

  test('values are kept in no file', async () => {
    await check({ image: 'marker-of-a-secret' });
    const files = readdirSync(folder.folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
    expect(files.length).toBeGreaterThan(2);
    const holders = files.filter((file) =>
      readFileSync(join(file.parentPath, file.name)).includes('marker-of-a-secret'),
    );
    expect(holders).toEqual([]);
    expect(server.lines.join('\n')).not.toContain('marker-of-a-secret');
  });

  test.each([
    [{ to: '9.9.9', parameters: {} }, 404],
    [{ parameters: {} }, 400],
    [{ to: '2.0.0', parameters: [] }, 400],
    [{ to: '2.0.0' }, 400],
    [{ to: '2.0.0', parameters: {}, for: '2.0' }, 400],
    [{ to: '2.0.0', parameters: JSON.parse(`${'{"a":'.repeat(80)}1${'}'.repeat(80)}`) }, 400],
  ])('%j answers %d', async (body, status) => {
    expect((await post(body)).status).toBe(status);
  });
});

describe('on the page', () => {
  const page = '/addons/team/store/compare?from=1.0.0&to=2.0.0';

  function send(values: string, headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' }) {
    return fetch(`${server.url}${page}`, { method: 'POST', headers, body: new URLSearchParams({ values }) });
  }

  test('the form is answered with the page, which nobody keeps', async () => {
    expect(await (await fetch(`${server.url}${page}`)).text()).toContain('name="values"');
    const answer = await send('image: marker-1\n');
    expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('etag')]).toEqual([
      200,
      'no-store',
      null,
    ]);
    const text = await answer.text();
    expect(text).toContain('No longer valid: KubeVela 1.10 refuses 2.0.0 with them.');
    expect(text).toContain('marker-1');
    expect(await (await fetch(`${server.url}${page}`)).text()).not.toContain('marker-1');
  });

  test('what cannot be read is told beside the field, with its place', async () => {
    const text = await (await send('image: nginx\nbroken: ]')).text();
    expect(text).toMatch(/aria-describedby="values-fault values-hint"/);
    expect(text).toContain('Line 2, column');
  });

  test('a form of another site is not taken', async () => {
    expect((await send('a: 1', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await send(`a: ${'x'.repeat(1_100_000)}`)).status).toBe(413);
  });
});

describe('on the command line', () => {
  function prepare(values: string): string {
    const cwd = temporaryFolder();
    for (const [name, files] of [['older', older] as const, ['newer', newer] as const]) {
      mkdirSync(join(cwd, name));
      for (const [path, text] of Object.entries(files)) writeFileSync(join(cwd, name, path), text);
    }
    writeFileSync(join(cwd, 'values.yaml'), values);
    return cwd;
  }

  test('diff -f says through the server what breaks, and exits with 1', async () => {
    const cwd = prepare('image: nginx\n');
    const run = (...args: string[]) =>
      runInProcess(['diff', ...args, '-f', 'values.yaml', '--server', server.url], { cwd });
    const { code, stdout } = await run('store@1.0.0', 'store@2.0.0');
    expect(code).toBe(1);
    expect(stdout).toContain('no longer valid in 2.0.0: KubeVela 1.10 refuses them');
    expect(stdout).toContain('refused `token` must be given: string.');
    const same = await run('store@1.0.0', 'store@1.0.0', '--json');
    expect([same.code, JSON.parse(same.stdout).values]).toMatchObject([0, { valid: true, issues: [] }]);
  });

  test('diff -f says the same of folders', async () => {
    const cwd = prepare('image: nginx\n');
    const { code, stdout } = await runInProcess(['diff', './older', './newer', '-f', 'values.yaml', '--json'], { cwd });
    const { values } = JSON.parse(stdout);
    const remote = await check({ image: 'nginx' });
    expect([code, values]).toEqual([1, remote]);
  });

  test('a values file that cannot be read is named with its place', async () => {
    const cwd = prepare('image: [\n');
    const { code, stderr } = await runInProcess(['diff', './older', './newer', '-f', 'values.yaml'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(/values\.yaml:\d+:\d+: /);
  });
});
