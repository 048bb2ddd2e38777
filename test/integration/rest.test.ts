import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestFolder, createTestRepository, type TestRepository } from '../support/git-repository.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

const folder = createTestFolder();
let repository: TestRepository;
let server: TestServer;

beforeAll(async () => {
  repository = createTestRepository();
  repository.commit({
    'addons/web/metadata.yaml':
      'name: web\nversion: v1.0.0\ndescription: a web server\ndependencies:\n  - name: fluxcd\n',
    'addons/web/README.md': '# web\n<script>alert(1)</script>\n',
    'addons/web/template.cue': 'package main\noutput: {}\n',
  });
  repository.commit({ 'addons/web/README.md': '# web, second edition\n' });
  repository.commit({
    'addons/web/metadata.yaml': 'name: web\nversion: 1.1.0\ndescription: a web server\n',
    'addons/web/parameter.cue': 'parameter: {\n\treplicas: *1 | int\n\tlabels?: [string]: string\n}\n',
    'addons/web/definitions/web.cue':
      'web: {\n\ttype: "trait"\n\tattributes: appliesToWorkloads: ["*"]\n}\ntemplate: {\n\tpatch: {}\n\tparameter: {image: string, ports?: [...{port: int}]}\n}\n',
  });
  server = await startTestServer({
    folder: folder.folder,
    config: `catalogs:\n  - name: team\n    title: The team\n    sources: [{ type: git, name: repo, url: ${JSON.stringify(repository.folder)}, branch: main }]\n`,
  });
  await server.settled();
  await server.evaluated('team');
}, 120_000);

afterAll(async () => {
  await server.close();
  repository.remove();
  folder.remove();
});

const get = (path: string, init: RequestInit = {}) => fetch(`${server.url}/api/v1${path}`, init);
const getJson = async (path: string) => (await get(path)).json();

test('a body that is too large is told from one that cannot be read', async () => {
  const ask = async (body: string) => {
    const answer = await get('/resolve', { method: 'POST', body });
    return [answer.status, (await answer.json()).code];
  };
  expect(await ask(`{"want": "${'x'.repeat(1024 * 1024)}"}`)).toEqual([413, 'INPUT_TOO_LARGE']);
  expect(await ask('{')).toEqual([400, 'INPUT_INVALID']);
});

describe('answers', () => {
  test('every JSON route keeps its own OpenAPI schema', async () => {
    const document = await getJson('/openapi.json');
    const ajv = new Ajv2020({ strict: false });
    formats.default(ajv);
    ajv.addSchema(document, 'openapi');
    const kept = await get('/locks', { method: 'POST', body: JSON.stringify({ want: [{ name: 'web' }] }) });
    const { id } = await kept.json();
    const samples: Record<string, string> = {
      '/locks/{id}': `/locks/${id}`,
      '/locks/{id}/check': `/locks/${id}/check`,
      '/search': '/search?q=web%20kind:triat&type=addon&type=definition&limit=3',
      '/catalogs': '/catalogs',
      '/catalogs/{catalog}': '/catalogs/team',
      '/addons': '/addons',
      '/catalogs/{catalog}/addons/{addon}': '/catalogs/team/addons/web',
      '/catalogs/{catalog}/addons/{addon}/versions/{version}': '/catalogs/team/addons/web/versions/1.1.0',
      '/catalogs/{catalog}/addons/{addon}/versions/{version}/findings':
        '/catalogs/team/addons/web/versions/1.1.0/findings',
      '/catalogs/{catalog}/addons/{addon}/versions/{version}/effects':
        '/catalogs/team/addons/web/versions/1.1.0/effects',
      '/catalogs/{catalog}/addons/{addon}/versions/{version}/parameters':
        '/catalogs/team/addons/web/versions/1.1.0/parameters',
      '/catalogs/{catalog}/addons/{addon}/versions/{version}/form': '/catalogs/team/addons/web/versions/1.1.0/form',
      '/catalogs/{catalog}/addons/{addon}/versions/{version}/schema': '/catalogs/team/addons/web/versions/1.1.0/schema',
      '/catalogs/{catalog}/addons/{addon}/versions/{version}/dependencies':
        '/catalogs/team/addons/web/versions/1.0.0/dependencies?vela=1.10.9&depth=2',
      '/catalogs/{catalog}/addons/{addon}/versions/{version}/dependents':
        '/catalogs/team/addons/web/versions/1.0.0/dependents',
      '/catalogs/{catalog}/addons/{addon}/diff': '/catalogs/team/addons/web/diff?from=1.0.0&to=1.1.0',
      '/catalogs/{catalog}/addons/{addon}/history': '/catalogs/team/addons/web/history',
      '/definitions': '/definitions',
      '/definitions/{kind}/{name}': '/definitions/trait/web',
      '/definitions/{kind}/{name}/schema': '/definitions/trait/web/schema',
      '/definitions/{kind}/{name}/history': '/definitions/trait/web/history',
      '/events': '/events',
      '/sources': '/sources',
      '/sources/{catalog}/{source}': '/sources/team/repo',
      '/rules': '/rules',
      '/rules/{family}/{rule}': '/rules/version/changed-without-bump',
    };
    for (const [path, operations] of Object.entries<Record<string, unknown>>(document.paths)) {
      if (operations['get'] === undefined || answerOf(operations['get'])['application/json']?.schema === undefined)
        continue;
      const sample = samples[path];
      expect(sample, `a sample of ${path}`).toBeDefined();
      const pointer = `openapi#/paths/${path.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D')}/get/responses/200/content/application~1json/schema`;
      const check = ajv.getSchema(pointer);
      const valid = check?.(await getJson(sample ?? ''));
      expect([path, valid, check?.errors]).toEqual([path, true, null]);
    }
  });

  test('a version tells content, history and where its bytes are', async () => {
    const version = await getJson('/catalogs/team/addons/web/versions/1.0.0');
    expect(version).toMatchObject({
      catalog: 'team',
      name: 'web',
      version: 'v1.0.0',
      state: 'active',
      contents: 2,
      dependencies: [{ name: 'fluxcd' }],
      readme: 'README.md',
      origin: { source: 'team/repo', directory: 'addons/web' },
    });
    expect(version.files.map((file: { path: string }) => file.path)).toEqual([
      'README.md',
      'metadata.yaml',
      'template.cue',
    ]);
    expect(version.origin.contents).toHaveLength(2);
    expect(await (await get('/catalogs/team/addons/web/versions/v1.0.0/readme')).text()).toBe(
      '# web, second edition\n',
    );
  });

  test('latest is the newest stable version', async () => {
    expect((await getJson('/catalogs/team/addons/web/versions/latest')).version).toBe('1.1.0');
  });

  test('files come as text that no browser runs', async () => {
    const answer = await get('/catalogs/team/addons/web/versions/1.1.0/files/template.cue');
    expect([answer.headers.get('content-type'), answer.headers.get('x-content-type-options')]).toEqual([
      'text/plain; charset=utf-8',
      'nosniff',
    ]);
  });

  test('every GET has a strong ETag and answers 304 to it', async () => {
    for (const path of ['/catalogs', '/addons', '/catalogs/team/addons/web', '/sources', '/rules', '/openapi.json']) {
      const etag = (await get(path)).headers.get('etag') ?? '';
      expect(etag).toMatch(/^"[^"]+"$/);
      expect((await get(path, { headers: { 'if-none-match': etag } })).status).toBe(304);
    }
  });
});

test('a search answers whatever is typed', async () => {
  const typed = [
    '',
    ' ',
    'web',
    'webb',
    '"',
    '((( OR *',
    "'; drop table version; --",
    'NEAR(a b) AND -c ^d name:e*',
    '😀 ｗｅｂ 组件',
    '\u0000',
    `${'a '.repeat(2_000)}`,
    'tag:"',
    'provides:trait',
    '%_%',
  ];
  for (const q of typed) {
    for (const path of ['/search', '/addons', '/definitions']) {
      const response = await get(`${path}?q=${encodeURIComponent(q)}`);
      expect([path, q.slice(0, 40), response.status]).toEqual([path, q.slice(0, 40), 200]);
    }
  }
  const long = await getJson(`/search?q=${'a'.repeat(10_000)}`);
  expect(long.notices).toMatchObject([{ code: 'too-long' }]);
  expect(await getJson('/search?q=webb&type=addon')).toMatchObject({
    groups: [{ type: 'addon', total: 1, items: [{ name: 'web', path: '/addons/team/web' }] }],
  });
});

describe('problems', () => {
  test.each([
    ['/catalogs/nobody', 404, 'CATALOG_NOT_FOUND'],
    ['/catalogs/team/addons/nobody', 404, 'ADDON_NOT_FOUND'],
    ['/catalogs/team/addons/web/versions/9.9.9', 404, 'VERSION_NOT_FOUND'],
    ['/catalogs/team/addons/web/versions/1.1.0/files/no/such', 404, 'FILE_NOT_FOUND'],
    ['/catalogs/team/addons/web/versions/1.1.0/files/..%2f..%2fetc%2fpasswd', 404, 'FILE_NOT_FOUND'],
    ['/catalogs/team/addons/web/versions/1.0.0/schema', 404, 'SCHEMA_NOT_FOUND'],
    ['/catalogs/team/addons/web/versions/1.1.0/effects?for=2.0', 400, 'INPUT_INVALID'],
    ['/catalogs/team/addons/web/versions/1.1.0/dependencies?direction=up', 400, 'INPUT_INVALID'],
    ['/catalogs/team/addons/web/versions/1.1.0/dependencies?depth=0', 400, 'INPUT_INVALID'],
    ['/catalogs/team/addons/nobody/versions/1.1.0/dependents', 404, 'ADDON_NOT_FOUND'],
    ['/definitions/trait/nobody', 404, 'DEFINITION_NOT_FOUND'],
    ['/definitions/nothing/web', 404, 'DEFINITION_NOT_FOUND'],
    ['/definitions/trait/web?version=9.9.9', 404, 'DEFINITION_NOT_FOUND'],
    ['/definitions?kind=nothing', 400, 'INPUT_INVALID'],
    ['/rules/no/such', 404, 'RULE_NOT_FOUND'],
    ['/nothing', 404, 'ROUTE_NOT_FOUND'],
    ['/addons?limit=1000000000', 400, 'INPUT_INVALID'],
    ['/addons?limit=-1', 400, 'INPUT_INVALID'],
    ['/addons?limit=many', 400, 'INPUT_INVALID'],
    ['/addons?cursor=%00', 400, 'INPUT_INVALID'],
    ['/addons?sort=-password', 400, 'INPUT_INVALID'],
    ['/addons?password=x', 400, 'INPUT_INVALID'],
    ['/addons?vela=master', 400, 'INPUT_INVALID'],
    ['/catalogs/%ff', 400, 'INPUT_INVALID'],
  ])('%s answers %d %s', async (path, status, code) => {
    const answer = await get(path);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect({ ...(await answer.json()), detail: '' }).toMatchObject({ status, code });
  });

  test.each([
    ['DELETE', '/catalogs/team', 'GET, HEAD, OPTIONS'],
    ['POST', '/catalogs/team/addons/web/versions/1.1.0/files/a/b', 'GET, HEAD, OPTIONS'],
    ['GET', '/resolve', 'POST, OPTIONS'],
  ])('%s %s is told the methods that there are', async (method, path, allow) => {
    const answer = await get(path, { method });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, allow]);
    expect(await answer.json()).toMatchObject({ status: 405, code: 'METHOD_NOT_ALLOWED' });
    expect((await get(path, { method: 'OPTIONS' })).headers.get('allow')).toBe(allow);
  });

  test('a wrong parameter is named by its pointer', async () => {
    expect((await getJson('/addons?limit=0')).errors).toEqual([
      { pointer: '/limit', message: 'must be between 1 and 100' },
    ]);
  });

  test.each([
    ['no token', {}, 401],
    ['a wrong token', { authorization: 'Bearer wrong' }, 403],
    ['another scheme', { authorization: 'Basic dTpw' }, 401],
  ])('reading a source now with %s answers %3$d', async (_case, headers, status) => {
    expect((await get('/sources/team/repo/sync', { method: 'POST', headers })).status).toBe(status);
  });

  test('the command line of this machine is admitted', async () => {
    const answer = await server.sync('team/repo');
    expect([answer.status, await answer.json()]).toMatchObject([200, { condition: 'ok', changed: false }]);
    expect((await server.sync('team/nobody')).status).toBe(404);
  });
});

test('an endpoint in a browser leads to its catalog, and editors find their schemas', async () => {
  const answer = await fetch(`${server.url}/c/team`, { redirect: 'manual' });
  expect([answer.status, answer.headers.get('location')]).toEqual([302, '/addons?catalog=team']);
  for (const name of ['chandlery', 'metadata', 'finding']) {
    const { $schema, type } = JSON.parse(await server.getText(`/schemas/${name}.schema.json`));
    expect([name, $schema, type]).toEqual([name, 'https://json-schema.org/draft/2020-12/schema', 'object']);
  }
  expect((await fetch(`${server.url}/schemas/constructor.schema.json`)).status).toBe(404);
});

test('probes and metrics', async () => {
  expect(await server.getText('/healthz')).toBe('ok\n');
  expect(await server.getText('/readyz')).toBe('ok\n');
  await server.getText('/c/team/index.yaml');
  const metrics = await server.getText('/metrics');
  expect(metrics).toContain('chandlery_addon_versions{catalog="team"} 2');
  expect(metrics).toContain('chandlery_http_requests_total{surface="helm",status="200"} 1');
});

function answerOf(operation: unknown): Record<string, { schema?: unknown }> {
  // What JSON Schema says of OpenAPI is not checked here.
  const { responses } = operation as { responses: Record<string, { content: Record<string, { schema?: unknown }> }> };
  return responses['200']?.content ?? {};
}
