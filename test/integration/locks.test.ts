import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { digestOf } from '../../registry/digest.ts';
import { toLockYaml } from '../../registry/resolve/lock/to-lock-yaml.ts';
import { readServerNote } from '../../registry/storage/data-folder.ts';
import type { Lock, LockContent } from '../../schemas/lock.ts';
import { createLockFixture } from '../support/lock-fixture.ts';
import type { TestServer } from '../support/test-server.ts';

const fixture = createLockFixture();
const { folder } = fixture;
let server: TestServer;

beforeAll(async () => {
  server = await fixture.startServer();
}, 60_000);

afterAll(async () => {
  await server.close();
  fixture.remove();
});

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const getLock = (id: string): Promise<Lock> =>
  fetch(`${server.url}/api/v1/locks/${id}`).then((answer) => answer.json());
const write = async (want: readonly object[]): Promise<Lock> => (await post('/locks', { want, vela: '1.10.9' })).json();

async function sayOfDex(action: string): Promise<void> {
  const note = await readServerNote(join(folder, 'data'));
  const answer = await post(
    '/catalogs/team/addons/dex/versions/0.6.5/state',
    { action, reason: 'it leaks', author: 'ana' },
    { authorization: `Bearer ${note?.token}` },
  );
  expect(answer.status).toBe(200);
}

describe('POST /api/v1/locks', () => {
  test('decides a set, keeps it once, and says where', async () => {
    const request = { want: [{ name: 'grafana' }], vela: '1.10.9' };
    const first = await post('/locks', request);
    const lock: Lock = await first.json();
    expect([first.status, new URL(first.headers.get('location') ?? '', first.url).pathname]).toEqual([
      201,
      `/api/v1/locks/${lock.id}`,
    ]);
    expect(lock.members.map(({ name, version }) => `${name} ${version}`)).toEqual(['dex v0.6.5', 'grafana 1.1.0']);
    expect(lock).toMatchObject({ order: ['dex', 'grafana'], vela: '1.10.9', url: `${server.url}/lock/${lock.id}` });
    const again = await post('/locks', request);
    expect([again.status, await again.json()]).toEqual([200, lock]);
    expect(await getLock(`sha256:${lock.id}`)).toEqual(lock);
  });

  test('takes a content as JSON and as the text of the file, with one id', async () => {
    const {
      id,
      url: _url,
      created: _created,
      order: _order,
      ...content
    } = await write([{ name: 'dex', range: '0.7.0' }]);
    const answers = [
      await post('/locks', content),
      await post('/locks', toLockYaml(content), { 'content-type': 'application/yaml' }),
    ];
    for (const answer of answers) expect([answer.status, (await answer.json()).id]).toEqual([200, id]);
    const file = await fetch(`${server.url}/api/v1/locks/${id}/chandlery.lock`);
    expect([file.headers.get('content-type'), await file.text()]).toEqual([
      'application/yaml; charset=utf-8',
      toLockYaml(content),
    ]);
  });

  test('takes nothing that a page of another site made a browser send', async () => {
    const body = { want: [{ name: 'dex' }], vela: '1.9.1' };
    for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }]) {
      const answer = await post('/locks', body, { 'content-type': 'text/plain', ...headers });
      expect([answer.status, (await answer.json()).code]).toEqual([403, 'FORBIDDEN']);
    }
    expect((await post('/locks', body, { origin: server.url })).status).toBe(201);
  });

  test('gives one id to many who ask at once', async () => {
    const asked = Array.from({ length: 16 }, () => post('/locks', { want: [{ name: 'dex' }, { name: 'web' }] }));
    const answers = await Promise.all(asked);
    const locks: Lock[] = await Promise.all(answers.map((answer) => answer.json()));
    expect(new Set(locks.map(({ id }) => id)).size).toBe(1);
    expect(answers.map(({ status }) => status).filter((status) => status === 201)).toHaveLength(1);
  });

  test.each<[string, unknown, number, string, string | undefined]>([
    ['nothing wanted', { want: [] }, 400, 'INPUT_INVALID', '/want'],
    ['an unknown addon', { want: [{ name: 'grafanna' }] }, 404, 'ADDON_NOT_FOUND', undefined],
    [
      'what does not fit',
      {
        want: [
          { name: 'grafana', range: '1.1.0' },
          { name: 'dex', range: '0.7.0' },
        ],
      },
      422,
      'NOT_SOLVABLE',
      undefined,
    ],
    ['a content without members', { format: 1, members: [] }, 400, 'INPUT_INVALID', '/members'],
    ['a content of another format', { format: 2, members: [{}] }, 400, 'INPUT_INVALID', '/format'],
    ['neither', { what: 'is this' }, 400, 'INPUT_INVALID', '/'],
  ])('refuses %s', async (_name, body, status, code, pointer) => {
    const answer = await post('/locks', body);
    const problem = await answer.json();
    expect([answer.status, problem.code]).toEqual([status, code]);
    if (pointer !== undefined)
      expect(problem.errors.map((fault: { pointer: string }) => fault.pointer)).toContain(pointer);
  });

  test('points to the member that is not so, and to the line of a file', async () => {
    const { id: _id, url: _url, created: _created, order: _order, ...content } = await write([{ name: 'dex' }]);
    const [dex] = content.members;
    if (dex === undefined) throw new Error('dex was locked');
    const lie: LockContent = { ...content, members: [{ ...dex, requirements: { vela: '>=1.0' } }] };
    const problem = await (await post('/locks', lie)).json();
    expect(problem.errors).toEqual([
      { pointer: '/members/0/requirements', message: 'dex 0.7.0 has other requirements than the lock says' },
    ]);
    const edited = toLockYaml(content).replace('"0.7.0"', '"0.6.5"');
    const refused = await (await post('/locks', edited, { 'content-type': 'application/yaml' })).json();
    expect(refused.errors[0].message).toMatch(/^line 6, column 5: members were changed by hand/);
  });
});

describe('/lock/<id> as a registry', () => {
  const ask = (path: string, init?: RequestInit) => fetch(`${server.url}${path}`, init);

  test('lists exactly one version of each addon, with requirements, and serves their bytes', async () => {
    const lock = await write([{ name: 'grafana' }]);
    const answer = await ask(`/lock/${lock.id}/index.yaml`);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
    const { entries } = parse(await answer.text());
    expect(Object.keys(entries)).toEqual(['dex', 'grafana']);
    expect(Object.values<unknown[]>(entries).map((list) => list.length)).toEqual([1, 1]);
    expect(entries.grafana[0]).toMatchObject({
      version: '1.1.0',
      description: 'draws: curves',
      keywords: ['metrics'],
      annotations: { 'system.vela': '>=v1.9.0' },
      urls: ['grafana-1.1.0.tgz'],
    });
    for (const [entry] of Object.values<{ urls: string[]; digest: string }[]>(entries)) {
      const archive = await ask(`/lock/${lock.id}/${entry?.urls[0]}`, { headers: { 'accept-encoding': 'gzip' } });
      expect(archive.headers.get('content-encoding')).toBeNull();
      expect(digestOf(new Uint8Array(await archive.arrayBuffer()))).toBe(`sha256:${entry?.digest}`);
    }
  });

  test('answers the same under the whole digest and any query, and 304 to whoever has it', async () => {
    const { id } = await write([{ name: 'grafana' }]);
    const plain = await ask(`/lock/${id}/index.yaml`);
    const etag = plain.headers.get('etag') ?? '';
    const text = await plain.text();
    for (const path of [`/lock/sha256:${id}/index.yaml`, `/lock/sha256%3A${id}/index.yaml?token=x&vela=1.1`]) {
      expect(await (await ask(path)).text()).toBe(text);
    }
    expect((await ask(`/lock/${id}/index.yaml`, { headers: { 'if-none-match': etag } })).status).toBe(304);
    const head = await ask(`/lock/${id}/index.yaml`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  test.each([
    ['GET', `/lock/${'0'.repeat(64)}/index.yaml`, 404, 'this server keeps no lock with this id'],
    ['GET', '/lock/nothing/index.yaml', 404, 'this server keeps no lock with this id'],
    ['POST', `/lock/${'0'.repeat(64)}/index.yaml`, 405, 'only GET and HEAD are answered here'],
  ])('%s %s answers %d in words', async (method, path, status, text) => {
    const answer = await ask(path, { method });
    expect([answer.status, await answer.text()]).toEqual([status, `${text}\n`]);
  });

  test('an archive that the lock does not name is not there', async () => {
    const { id } = await write([{ name: 'dex', range: '0.6.5' }]);
    expect((await ask(`/lock/${id}/dex-0.7.0.tgz`)).status).toBe(404);
    expect((await ask(`/lock/${id}/..%2f..%2fetc%2fpasswd`)).status).toBe(404);
  });

  test('a yanked version stays, a quarantined one is 410, and the check says both', async () => {
    const { id } = await write([{ name: 'dex', range: '0.6.5' }]);
    const archive = `/lock/${id}/dex-v0.6.5.tgz`;
    const said = async () => {
      const { holds, members } = await (await ask(`/api/v1/locks/${id}/check`)).json();
      return [holds, ...members[0].problems.map(({ code }: { code: string }) => code)];
    };
    expect(await said()).toEqual([true]);
    await sayOfDex('yank');
    expect(parse(await (await ask('/c/team/index.yaml')).text()).entries.dex).toHaveLength(1);
    expect((await ask(archive)).status).toBe(200);
    expect(Object.keys(parse(await (await ask(`/lock/${id}/index.yaml`)).text()).entries)).toEqual(['dex']);
    expect(await said()).toEqual([false, 'yanked']);
    await sayOfDex('quarantine');
    const blocked = await ask(archive);
    expect([blocked.status, await blocked.text()]).toEqual([410, expect.stringContaining('it leaks')]);
    expect(await said()).toEqual([false, 'quarantined']);
    await sayOfDex('release');
    await sayOfDex('unyank');
    expect((await ask(archive)).status).toBe(200);
    expect(await said()).toEqual([true]);
  });

  test('what a mutable source has replaced is served as it was, and bytes that vanished are told', async () => {
    const lock = await write([{ name: 'web' }]);
    const digest = lock.members[0]?.digest ?? '';
    fixture.writeWeb('the second');
    expect((await server.sync('own/web')).status).toBe(200);
    const index = parse(await (await ask(`/lock/${lock.id}/index.yaml`)).text());
    expect(index.entries.web[0].description).toBe('the first');
    const bytes = new Uint8Array(await (await ask(`/lock/${lock.id}/web-1.0.0.tgz`)).arrayBuffer());
    expect(digestOf(bytes)).toBe(digest);
    const hex = digest.slice('sha256:'.length);
    await server.close();
    rmSync(join(folder, 'data', 'blobs', 'sha256', hex.slice(0, 2), hex), { force: true });
    server = await fixture.startServer();
    const gone = await ask(`/lock/${lock.id}/web-1.0.0.tgz`);
    expect([gone.status, await gone.text()]).toEqual([
      500,
      expect.stringContaining(`the bytes of web 1.0.0 (${digest})`),
    ]);
    const { members } = await (await ask(`/api/v1/locks/${lock.id}/check`)).json();
    expect(members[0].problems.map(({ code }: { code: string }) => code)).toEqual(['digest', 'bytes']);
  });
});
