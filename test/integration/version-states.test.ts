import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readServerNote } from '../../registry/storage/data-folder.ts';
import { createTestFolder, createTestRepository, type TestRepository } from '../support/git-repository.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

const house = createTestFolder();
let repository: TestRepository;
let server: TestServer;
let token: string;

const web = '/catalogs/team/addons/web';
const definition = (text: string) =>
  `reload: {\n\ttype: "trait"\n\tdescription: "${text}"\n}\ntemplate: {\n\tpatch: {}\n\tparameter: {}\n}\n`;

/** Two stable versions and a pre-release, each with a definition of its own text, and an addon of one version. */
beforeAll(async () => {
  repository = createTestRepository();
  const versionOf = (version: string) => ({
    'addons/web/metadata.yaml': `name: web\nversion: ${version}\ndescription: a web server\n`,
    'addons/web/README.md': `# web ${version}\n`,
    'addons/web/template.cue':
      'package main\noutput: {\n\tapiVersion: "core.oam.dev/v1beta1"\n\tkind: "Application"\n\tspec: components: []\n}\n',
    'addons/web/definitions/reload.cue': definition(`of ${version}`),
  });
  repository.commit({
    ...versionOf('v1.0.0'),
    'addons/lone/metadata.yaml': 'name: lone\nversion: 1.0.0\ndescription: has one version\n',
    'addons/lone/definitions/alone.cue': definition('alone').replace('reload', 'alone'),
  });
  repository.commit(versionOf('1.1.0'));
  repository.commit(versionOf('2.0.0-beta.1'));
  server = await startTestServer({
    folder: house.folder,
    config: `catalogs:
  - name: team
    sources: [{ type: git, name: repo, url: ${JSON.stringify(repository.folder)}, branch: main }]
  - { name: all, union: [team] }
engines: ["1.10"]
`,
  });
  await server.settled();
  await server.evaluated('team');
  token = (await readServerNote(join(house.folder, 'data')))?.token ?? '';
}, 120_000);

afterAll(async () => {
  await server.close();
  repository.remove();
  house.remove();
});

const get = (path: string) => fetch(`${server.url}${path}`);
const getJson = async (path: string) => (await get(`/api/v1${path}`)).json();

function post(path: string, body: object, authorization = `Bearer ${token}`): Promise<Response> {
  return fetch(`${server.url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization === '' ? {} : { authorization }) },
    body: JSON.stringify(body),
  });
}

async function listIndex(path = '/c/team/index.yaml'): Promise<Record<string, string[]>> {
  const { entries } = parse(await (await get(path)).text());
  return Object.fromEntries(
    Object.entries<{ version: string }[]>(entries).map(([name, list]) => [name, list.map(({ version }) => version)]),
  );
}

describe('a yanked version', () => {
  beforeAll(async () => {
    const response = await post(`${web}/versions/1.1.0/state`, { action: 'yank', reason: 'wrong namespace' });
    expect([response.status, (await response.json()).detail]).toEqual([200, 'web 1.1.0 of team is yanked']);
  });
  afterAll(async () => {
    await post(`${web}/versions/1.1.0/state`, { action: 'unyank', reason: 'tests are done' });
  });

  test('is in no index and no view of one, nor in that of a union', async () => {
    expect(await listIndex()).toEqual({ lone: ['1.0.0'], web: ['2.0.0-beta.1', 'v1.0.0'] });
    expect(await listIndex('/c/team/index.yaml?channel=stable&keep=1')).toEqual({ lone: ['1.0.0'], web: ['v1.0.0'] });
    expect((await listIndex('/c/all/index.yaml'))['web']).toEqual(['2.0.0-beta.1', 'v1.0.0']);
  });

  test('stands in the sparse index and in the addon with its state and the reason', async () => {
    const sparse = await (await get('/c/team/addons/web.json')).json();
    expect(sparse).toEqual(await getJson(web));
    expect(sparse.latest).toBe('v1.0.0');
    expect(sparse.versions.map(({ version, state }: { version: string; state: string }) => [version, state])).toEqual([
      ['2.0.0-beta.1', 'active'],
      ['1.1.0', 'yanked'],
      ['v1.0.0', 'active'],
    ]);
    expect(sparse.versions[1].stateReason).toMatchObject({ reason: 'wrong namespace', author: 'admin' });
  });

  test('is counted nowhere, and another one stands for the addon', async () => {
    expect((await getJson('/catalogs/team')).counts).toEqual({ addons: 2, versions: 3 });
    const { items } = await getJson('/addons?catalog=team&q=web');
    expect(items).toMatchObject([{ name: 'web', version: 'v1.0.0', state: 'active', versions: 2 }]);
    expect((await getJson(`${web}/versions/latest`)).version).toBe('v1.0.0');
  });

  test('is served to whoever names it', async () => {
    expect((await get('/c/team/web-1.1.0.tgz')).status).toBe(200);
    const detail = await get(`/api/v1${web}/versions/1.1.0`);
    expect(detail.status).toBe(200);
    // A state shows within a minute, whoever keeps the answer.
    expect(['no-cache', 'public, max-age=60, immutable']).toContain(detail.headers.get('cache-control'));
    expect(await detail.json()).toMatchObject({ state: 'yanked', stateReason: { reason: 'wrong namespace' } });
    expect(await (await get(`/api/v1${web}/versions/1.1.0/readme`)).text()).toBe('# web 1.1.0\n');
    expect((await get(`/api/v1${web}/versions/1.1.0/bundle.yaml`)).status).toBe(200);
  });

  test('has a definition that is not chosen, and answers when it is named', async () => {
    const chosen = await get('/definitions/trait/reload.cue');
    expect(await chosen.text()).toContain('of v1.0.0');
    expect(await (await get('/definitions/trait/reload.cue?version=1.1.0')).text()).toContain('of 1.1.0');
    const { owners } = await getJson('/definitions/trait/reload');
    expect(owners[0].versions.map(({ version }: { version: string }) => version)).toEqual(['2.0.0-beta.1', 'v1.0.0']);
  });
});

test('an index changes at once with a state, and is the same again afterwards', async () => {
  const etag = async () => (await get('/c/team/index.yaml')).headers.get('etag');
  const before = await etag();
  await post(`${web}/versions/1.0.0/state`, { action: 'yank', reason: 'a', author: 'ann' });
  const during = await etag();
  expect(during).not.toBe(before);
  const stale = await fetch(`${server.url}/c/team/index.yaml`, { headers: { 'if-none-match': before ?? '' } });
  expect(stale.status).toBe(200);
  await post(`${web}/versions/v1.0.0/state`, { action: 'unyank', reason: 'b', author: 'bob' });
  expect(await etag()).toBe(before);
});

describe('a quarantined version', () => {
  beforeAll(async () => {
    await post(`${web}/versions/1.1.0/state`, { action: 'quarantine', reason: 'steals secrets', author: 'ann' });
  });
  afterAll(async () => {
    await post(`${web}/versions/1.1.0/state`, { action: 'release', reason: 'tests are done' });
  });

  test('has no bytes for anybody', async () => {
    const archive = await get('/c/team/web-1.1.0.tgz');
    expect([archive.status, archive.headers.get('cache-control')]).toEqual([410, 'no-store']);
    expect(await archive.text()).toBe(
      'VERSION_QUARANTINED: version 1.1.0 is quarantined, and its archive is not served: steals secrets\n',
    );
    expect((await get('/c/all/web-1.1.0.tgz')).status).toBe(410);
    const known = await fetch(`${server.url}/c/team/web-1.1.0.tgz`, {
      headers: { 'if-none-match': `"${(await getJson(`${web}/versions/1.1.0`)).digest}"` },
    });
    expect(known.status).toBe(410);
    for (const part of ['readme', 'files/README.md', 'bundle.yaml']) {
      const response = await get(`/api/v1${web}/versions/1.1.0/${part}`);
      expect([part, response.status]).toEqual([part, 410]);
      expect(await response.json()).toMatchObject({
        code: 'VERSION_QUARANTINED',
        detail: 'web 1.1.0 of catalog "team" is quarantined, and none of its files is served: steals secrets',
      });
    }
    expect((await post(`${web}/versions/1.1.0/bundle`, {})).status).toBe(410);
    expect((await get(`/api/v1${web}/diff?from=1.0.0&to=1.1.0`)).status).toBe(410);
    expect((await get('/c/team/addons/web/1.1.0/bundle.yaml')).status).toBe(410);
  });

  test('has definitions that are refused with the reason, and never chosen', async () => {
    const named = await get('/definitions/trait/reload.cue?version=1.1.0');
    expect([named.status, await named.text()]).toEqual([
      410,
      'web 1.1.0 of catalog "team" is quarantined, and none of its files is served: steals secrets\n',
    ]);
    expect(await getJson('/definitions/trait/reload?version=1.1.0')).toMatchObject({ code: 'VERSION_QUARANTINED' });
    expect(await (await get('/definitions/trait/reload.cue')).text()).toContain('of v1.0.0');
  });

  test('is in no index, and what is known of it stays', async () => {
    expect((await listIndex())['web']).toEqual(['2.0.0-beta.1', 'v1.0.0']);
    expect(await getJson(`${web}/versions/1.1.0`)).toMatchObject({
      state: 'quarantined',
      stateReason: { reason: 'steals secrets', author: 'ann' },
    });
  });
});

test('an addon of which nothing is listed is in no list, and answers to its name', async () => {
  const lone = '/catalogs/team/addons/lone';
  await post(`${lone}/versions/1.0.0/state`, { action: 'yank', reason: 'broken' });
  expect(Object.keys(await listIndex())).toEqual(['web']);
  expect((await getJson('/addons?q=lone')).total).toBe(0);
  expect((await getJson('/catalogs/team')).counts.addons).toBe(1);
  expect((await getJson('/definitions?q=alone')).total).toBe(0);
  expect((await get('/definitions/trait/alone.cue')).status).toBe(404);
  expect((await get('/definitions/trait/alone.cue?version=1.0.0')).status).toBe(200);
  expect((await getJson(lone)).versions).toMatchObject([{ version: '1.0.0', state: 'yanked' }]);
  expect(await getJson(`${lone}/versions/latest`)).toMatchObject({
    code: 'VERSION_NOT_FOUND',
    detail: 'every version of addon "lone" of catalog "team" is yanked or quarantined: name the one that is meant',
  });
  await post(`${lone}/versions/1.0.0/state`, { action: 'unyank', reason: 'tests are done' });
});

test('a deprecated addon is listed with a mark that Helm knows, and says what to use instead', async () => {
  const body = { action: 'deprecate', reason: 'not maintained', replacement: 'web' };
  expect(await (await post('/catalogs/team/addons/lone/state', body)).json()).toMatchObject({
    changed: true,
    notes: [],
    event: { action: 'deprecate', replacement: 'team/web' },
  });
  const { entries } = parse(await (await get('/c/team/index.yaml')).text());
  expect(entries.lone).toMatchObject([{ version: '1.0.0', deprecated: true }]);
  expect(entries.web.some((entry: object) => 'deprecated' in entry)).toBe(false);
  expect((await getJson('/addons?q=lone')).items).toMatchObject([
    { state: 'deprecated', stateReason: { reason: 'not maintained', replacement: 'team/web' } },
  ]);
  await post('/catalogs/team/addons/lone/state', { action: 'undeprecate', reason: 'found somebody' });
});

describe('who may not and what cannot', () => {
  const body = { action: 'yank', reason: 'because' };

  test.each([
    ['without a token', '', 401, 'UNAUTHORIZED'],
    ['with a wrong token', 'Bearer wrong', 403, 'FORBIDDEN'],
  ])('%s', async (_case, authorization, status, code) => {
    for (const path of [`${web}/versions/1.1.0/state`, `${web}/state`]) {
      const response = await post(path, { ...body, action: 'deprecate' }, authorization);
      expect([response.status, (await response.json()).code]).toEqual([status, code]);
    }
  });

  test.each([
    [`${web}/versions/1.1.0/state`, {}, 400, 'INPUT_INVALID'],
    [`${web}/versions/1.1.0/state`, { action: 'yank' }, 400, 'INPUT_INVALID'],
    [`${web}/versions/1.1.0/state`, { ...body, action: 'yanked' }, 400, 'INPUT_INVALID'],
    [`${web}/versions/1.1.0/state`, { ...body, reason: '' }, 400, 'INPUT_INVALID'],
    [`${web}/versions/1.1.0/state`, { ...body, reason: 'x'.repeat(3000) }, 400, 'INPUT_INVALID'],
    [`${web}/versions/1.1.0/state`, { ...body, why: 'x' }, 400, 'INPUT_INVALID'],
    [`${web}/state`, body, 400, 'INPUT_INVALID'],
    [`${web}/versions/latest/state`, body, 400, 'INPUT_INVALID'],
    ['/catalogs/all/addons/web/versions/1.1.0/state', body, 400, 'INPUT_INVALID'],
    [`${web}/versions/7.7.7/state`, body, 404, 'VERSION_NOT_FOUND'],
    ['/catalogs/team/addons/wbe/versions/1.1.0/state', body, 404, 'ADDON_NOT_FOUND'],
    ['/catalogs/none/addons/web/versions/1.1.0/state', body, 404, 'CATALOG_NOT_FOUND'],
  ])('%s %j', async (path, sent, status, code) => {
    const response = await post(path, sent);
    expect([response.status, (await response.json()).code]).toEqual([status, code]);
  });
});

test('of many yanks at once one is written, and the others are told', async () => {
  const before = (await getJson(`${web}/history`)).total;
  const yank = (author: string) => post(`${web}/versions/2.0.0-beta.1/state`, { action: 'yank', reason: 'x', author });
  const answers = await Promise.all(['ann', 'bob', 'cid', 'dan'].map(async (author) => (await yank(author)).json()));
  expect(answers.filter(({ changed }) => changed)).toHaveLength(1);
  expect(new Set(answers.map(({ state }) => state))).toEqual(new Set(['yanked']));
  expect((await getJson(`${web}/history`)).total).toBe(before + 1);
  await post(`${web}/versions/2.0.0-beta.1/state`, { action: 'unyank', reason: 'tests are done' });
});

test('the history tells everything, newest first, page by page', async () => {
  const { items, total } = await getJson(`${web}/history?limit=100`);
  expect(items).toHaveLength(total);
  expect(items[0]).toMatchObject({ catalog: 'team', name: 'web', version: '2.0.0-beta.1', action: 'unyank' });
  expect(items.at(-1)).toMatchObject({ version: '1.1.0', action: 'yank', reason: 'wrong namespace', author: 'admin' });
  const first = await getJson(`${web}/history?limit=2`);
  const second = await getJson(`${web}/history?limit=2&cursor=${first.next}`);
  expect([...first.items, ...second.items]).toEqual(items.slice(0, 4));
  expect(await getJson('/catalogs/all/addons/web/history?limit=100')).toEqual({ items, total });
  expect((await get('/api/v1/catalogs/team/addons/nobody/history')).status).toBe(404);
});
