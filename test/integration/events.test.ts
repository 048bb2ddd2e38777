import { renameSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Change } from '../../schemas/change.ts';
import type { LiveSource } from '../../schemas/live.ts';
import { createTestFolder, createTestRepository, type TestRepository } from '../support/git-repository.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

const folder = createTestFolder();
let repository: TestRepository;
let server: TestServer;

const start = () =>
  startTestServer({
    folder: folder.folder,
    config: `catalogs:\n  - name: team\n    sources: [{ type: git, name: repo, url: ${JSON.stringify(repository.folder)}, branch: main, every: 1h }]\n`,
  });

beforeAll(async () => {
  repository = createTestRepository();
  repository.commit({ 'addons/web/metadata.yaml': 'name: web\nversion: 1.0.0\ndescription: a web server\n' });
  server = await start();
  await server.settled();
}, 60_000);

afterAll(async () => {
  await server.close();
  repository.remove();
  folder.remove();
});

interface LiveEvent {
  readonly id: string;
  readonly event: string;
  readonly data: unknown;
}

/** Follows the server live until `stop`. */
async function follow(headers: Record<string, string> = {}) {
  const leaving = new AbortController();
  const response = await fetch(`${server.url}/api/v1/events`, {
    headers: { accept: 'text/event-stream', ...headers },
    signal: leaving.signal,
  });
  const events: LiveEvent[] = [];
  let ended = false;
  const reading = (async () => {
    let text = '';
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk;
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const fields = new Map(
          block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
        );
        const data = fields.get('data');
        if (data === undefined) continue;
        events.push({ id: fields.get('id') ?? '', event: fields.get('event') ?? '', data: JSON.parse(data) });
      }
    }
    ended = true;
  })().catch(() => undefined);
  return {
    response,
    events,
    of: (event: string) => events.filter((each) => each.event === event).map(({ data }) => data),
    ended: () => ended,
    async stop() {
      leaving.abort();
      await reading;
    },
  };
}

describe('the live stream', () => {
  test('begins with how everything fares', async () => {
    const live = await follow();
    await vi.waitFor(() => expect(new Set(live.events.map(({ event }) => event)).size).toBe(3));
    expect(live.of('source')).toMatchObject([{ id: 'team/repo', catalog: 'team', state: 'ok', findings: 0 }]);
    expect(live.of('catalog').at(-1)).toMatchObject({ name: 'team', addons: 1, versions: 1 });
    expect(live.of('evaluation')).toMatchObject([{ running: expect.any(Boolean) }]);
    await live.stop();
  });

  test('tells of a run, of what it brought, and of the catalog that is served anew', async () => {
    const live = await follow();
    await vi.waitFor(() => expect(live.of('catalog').length).toBeGreaterThan(0));
    for (const version of ['1.1.0', '1.2.0']) {
      repository.commit({ 'addons/web/metadata.yaml': `name: web\nversion: ${version}\ndescription: a web server\n` });
    }
    await server.sync('team/repo');
    await vi.waitFor(() => expect(live.of('catalog').at(-1)).toMatchObject({ versions: 3 }));
    await vi.waitFor(() => expect(live.of('source').at(-1)).toMatchObject({ running: false, state: 'ok' }));
    await live.stop();
  });

  test('tells when a source cannot be read any more, and when it can again', async () => {
    const live = await follow();
    const states = () => live.of('source').map((data) => (data as LiveSource).state); // written by this very server
    renameSync(repository.folder, `${repository.folder}-gone`);
    await server.sync('team/repo');
    await vi.waitFor(() => expect(states().at(-1)).toBe('stale'));
    renameSync(`${repository.folder}-gone`, repository.folder);
    await server.sync('team/repo');
    await vi.waitFor(() => expect(states().at(-1)).toBe('ok'));
    await live.stop();
  });

  test('ends with the server, at once; who comes back to the next one gets everything', async () => {
    const live = await follow();
    await vi.waitFor(() => expect(live.events.length).toBeGreaterThan(0));
    const last = live.events.at(-1)?.id ?? '';
    const closing = server.close();
    await vi.waitFor(() => expect(live.ended()).toBe(true), { timeout: 3_000 });
    await closing;
    server = await start();
    const back = await follow({ 'last-event-id': last });
    await vi.waitFor(() => expect(new Set(back.events.map(({ event }) => event)).size).toBe(3));
    await back.stop();
  });

  test('is counted, and its time is not that of requests', async () => {
    const live = await follow();
    await vi.waitFor(async () => expect(await server.getText('/metrics')).toContain('chandlery_live_clients 1'));
    await live.stop();
    await vi.waitFor(async () => expect(await server.getText('/metrics')).toMatch(/surface="stream",status="200"/));
  });
});

describe('the list of changes', () => {
  const list = async (query = '') => {
    const response = await fetch(`${server.url}/api/v1/events${query}`, { headers: { accept: 'application/json' } });
    const page: { items: Change[]; next?: string } = await response.json();
    return { response, ...page };
  };

  test('is what a client gets that does not ask for the stream', async () => {
    const { response, items } = await list();
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(response.headers.get('vary')).toBe('Accept-Encoding, Accept');
    expect(items.map(({ change, version }) => `${change} ${version}`)).toEqual([
      'published 1.2.0',
      'published 1.1.0',
      'published 1.0.0',
    ]);
  });

  test('is paged by cursor', async () => {
    const first = await list('?limit=2');
    const second = await list(`?limit=2&cursor=${first.next}`);
    expect([...first.items, ...second.items].map(({ version }) => version)).toEqual(['1.2.0', '1.1.0', '1.0.0']);
    expect(second.next).toBeUndefined();
  });

  test.each([
    ['?catalog=none', 404],
    ['?cursor=x', 400],
    ['?since=yesterday', 400],
  ])('%s is answered with %d', async (query, status) => {
    expect((await list(query)).response.status).toBe(status);
  });
});
