import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createCatalogClient, isServing } from './client.ts';

interface Answer {
  readonly status?: number;
  readonly type?: string;
  readonly body: string;
}

/** A server that answers every request the same, and what it was asked. */
async function serve(answer: Answer | ((request: IncomingMessage, response: ServerResponse) => void)) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.authorization ?? '-'}`);
    if (typeof answer === 'function') return answer(request, response);
    response.writeHead(answer.status ?? 200, { 'content-type': answer.type ?? 'application/json' }).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  // A listening TCP server has an address of this type.
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, asked };
}

const catalog = {
  name: 'a',
  title: 'A',
  url: 'http://h/c/a',
  dependsOn: [],
  counts: { addons: 1, versions: 2 },
  evaluation: { done: 1, total: 2 },
  sources: [],
};

describe('the client', () => {
  test('asks below the path of the server and encodes every part', async () => {
    const { url, asked } = await serve({ body: '{"items":[]}' });
    const client = createCatalogClient({ url: `${url}/vela/`, token: 'secret' });
    await client.listCatalogs();
    await client.listSources();
    await client.readFile({ catalog: 'a', addon: 'Kubeflow Pipeline', version: '1.0.0+x', path: 'views/a b?.cue' });
    await client.listAddons({ q: 'git ops', limit: 100 }).catch(() => undefined);
    expect(asked).toEqual([
      'GET /vela/api/v1/catalogs -',
      'GET /vela/api/v1/sources -',
      'GET /vela/api/v1/catalogs/a/addons/Kubeflow%20Pipeline/versions/1.0.0%2Bx/files/views/a%20b%3F.cue -',
      'GET /vela/api/v1/addons?q=git+ops&limit=100 -',
    ]);
  });

  test('sends the token with what changes something, and only there', async () => {
    const report = { source: 'a/b', catalog: 'a', condition: 'ok', changed: false, saved: 0, failed: 0 };
    const { url, asked } = await serve({ body: JSON.stringify(report) });
    expect(await createCatalogClient({ url, token: 'secret' }).syncSource('a/b')).toEqual(report);
    expect(asked).toEqual(['POST /api/v1/sources/a/b/sync Bearer secret']);
  });

  test('drops what a newer server adds', async () => {
    const { url } = await serve({
      body: JSON.stringify({ ...catalog, novelty: 1, counts: { ...catalog.counts, x: 1 } }),
    });
    expect(await createCatalogClient({ url, token: undefined }).getCatalog('a')).toStrictEqual(catalog);
  });

  test('understands a whole version, whose parts occur more than once', async () => {
    const summary = {
      state: 'active',
      prerelease: false,
      digest: 'sha256:1',
      treeDigest: 'sha256:2',
      sizeBytes: 1,
      published: '2024-01-02T03:04:05Z',
      requirements: { vela: '>=1.5' },
      dependencies: [{ name: 'b' }],
      verdicts: [{ line: '1.10', render: 'refused', admitted: false, reason: 'no' }],
      contents: 1,
      url: 'http://h/c/a/x-1.0.0.tgz',
    };
    const metadata = {
      name: 'x',
      version: '1.0.0',
      description: '',
      tags: [],
      dependencies: [{ name: 'b' }],
      system: { vela: '>=1.5' },
      needNamespace: [],
      invisible: false,
    };
    const counts = { error: 0, warning: 0, info: 0 };
    const origin = { source: 'a/s', url: 'u', revision: 'r', directory: 'd', contents: [] };
    const version = {
      catalog: 'a',
      name: 'x',
      version: '1.0.0',
      ...summary,
      findings: [],
      counts,
      metadata,
      files: [],
      dependents: 0,
      origin,
    };
    const { url } = await serve({ body: JSON.stringify(version) });
    expect(await createCatalogClient({ url, token: undefined }).getVersion('a', 'x', '1.0.0')).toStrictEqual(version);
  });

  test.each([
    ['ADDON_NOT_FOUND', 404, 'ADDON_NOT_FOUND', 'no such thing'],
    ['FORBIDDEN', 403, 'FORBIDDEN', 'no such thing'],
    ['INTERNAL', 500, 'SOURCE_UNAVAILABLE', 'does not serve this: no such thing (status 500)'],
    ['DATA_FOLDER_UNUSABLE', 507, 'SOURCE_UNAVAILABLE', 'does not serve this: no such thing (status 507)'],
  ])('understands the problem %s', async (code, status, expected, message) => {
    const body = JSON.stringify({ type: 'about:blank', title: 'x', status, detail: 'no such thing', code });
    const { url } = await serve({ status, type: 'application/problem+json', body });
    await expect(createCatalogClient({ url, token: undefined }).getAddon('a', 'b')).rejects.toMatchObject({
      code: expected,
      message: expect.stringContaining(message),
    });
  });

  test('repeats the faults of an input', async () => {
    const errors = [{ pointer: '/limit', message: 'must be <= 100' }];
    const body = JSON.stringify({ type: 't', title: 't', status: 400, detail: 'bad', code: 'INPUT_INVALID', errors });
    const { url } = await serve({ status: 400, body });
    await expect(createCatalogClient({ url, token: undefined }).listAddons({})).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      message: 'bad\n/limit: must be <= 100',
    });
  });

  test.each([
    ['a page', { type: 'text/html', body: '<html>' }, 'it answered with something that is not JSON'],
    ['other JSON', { body: '{"hello":"world"}' }, 'it answered with something that is not of Chandlery'],
    ['an error of a proxy', { status: 502, type: 'text/html', body: '<h1>' }, 'it answered with status 502'],
  ])('refuses %s', async (_name, answer, reason) => {
    const { url } = await serve(answer);
    await expect(createCatalogClient({ url, token: undefined }).listCatalogs()).rejects.toMatchObject({
      code: 'SOURCE_UNAVAILABLE',
      message: `the server ${url} does not serve this: ${reason}`,
    });
  });

  test('does not wait for ever', async () => {
    const { url } = await serve(() => undefined);
    const client = createCatalogClient({ url, token: undefined, readTimeoutMs: 100 });
    await expect(client.listCatalogs()).rejects.toMatchObject({
      code: 'SOURCE_UNAVAILABLE',
      message: `the server ${url} does not serve this: it did not answer in time`,
    });
    expect(await isServing(url, 100)).toBe(false);
  });

  test('says when nobody is there', async () => {
    const client = createCatalogClient({ url: 'http://127.0.0.1:9', token: undefined });
    await expect(client.listCatalogs()).rejects.toMatchObject({ code: 'SOURCE_UNAVAILABLE' });
    expect(await isServing('http://127.0.0.1:9')).toBe(false);
  });
});
