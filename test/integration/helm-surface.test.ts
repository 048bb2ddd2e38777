import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { digestOf } from '../../registry/digest.ts';
import { createTestFolder, createTestRepository, type TestRepository } from '../support/git-repository.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

const folder = createTestFolder();
let repository: TestRepository;
let server: TestServer;

beforeAll(async () => {
  repository = createTestRepository();
  const metadata = (version: string, rest = '') => `name: web\nversion: ${version}\ndescription: a web server\n${rest}`;
  repository.commit({
    'addons/web/metadata.yaml': metadata('v1.0.0'),
    'addons/web/template.cue': 'package main\noutput: {}\n',
  });
  repository.commit({ 'addons/web/metadata.yaml': metadata('1.1.0', 'system:\n  vela: ">=v1.9.0"\n') });
  repository.commit({ 'addons/web/metadata.yaml': metadata('1.2.0-beta.1') });
  repository.commit({
    'addons/odd/metadata.yaml': 'name: Odd Name\nversion: latest\ndescription: nobody would accept it today\n',
  });
  server = await startTestServer({
    folder: folder.folder,
    config: `publicUrl: http://example.com/some/path\ncatalogs:\n  - name: team\n    sources: [{ type: git, name: repo, url: ${JSON.stringify(repository.folder)}, branch: main }]\n`,
  });
  await server.settled();
});

afterAll(async () => {
  await server.close();
  repository.remove();
  folder.remove();
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

function ask(
  path: string,
  options: { readonly method?: string; readonly headers?: Record<string, string> } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${server.url}${path}`,
      { method: options.method ?? 'GET', headers: options.headers ?? {} },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
        );
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}

async function fullIndex(): Promise<string> {
  return (await ask('/c/team/index.yaml')).body.toString();
}

describe('index.yaml', () => {
  test('lists every version of the history, newest first', async () => {
    const { entries } = parse(await fullIndex());
    expect(Object.keys(entries)).toEqual(['Odd Name', 'web']);
    expect(entries.web.map((entry: { version: string }) => entry.version)).toEqual(['1.2.0-beta.1', '1.1.0', 'v1.0.0']);
  });

  test('comes in three encodings, each with an ETag of its own and the same content', async () => {
    const plain = await ask('/c/team/index.yaml');
    const zipped = await ask('/c/team/index.yaml', { headers: { 'accept-encoding': 'gzip' } });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(zipped.body).equals(plain.body)).toBe(true);
    const brotli = await ask('/c/team/index.yaml', { headers: { 'accept-encoding': 'br' } });
    expect(new Set([plain, zipped, brotli].map(({ headers }) => headers['etag'])).size).toBe(3);
  });

  test('answers 304 without a body or a length to whoever has it', async () => {
    const { headers } = await ask('/c/team/index.yaml');
    const again = await ask('/c/team/index.yaml', { headers: { 'if-none-match': String(headers['etag']) } });
    expect([again.status, again.body.byteLength, again.headers['content-length']]).toEqual([304, 0, undefined]);
  });

  test('HEAD tells the length and sends nothing', async () => {
    const head = await ask('/c/team/index.yaml', { method: 'HEAD' });
    expect([head.status, head.body.byteLength]).toEqual([200, 0]);
    expect(Number(head.headers['content-length'])).toBe((await ask('/c/team/index.yaml')).body.byteLength);
  });

  test.each([
    ['?vela=1.8.0', ['1.2.0-beta.1', 'v1.0.0']],
    ['?channel=stable', ['1.1.0', 'v1.0.0']],
    ['?keep=1&token=secret', ['1.2.0-beta.1']],
  ])('%s narrows it', async (query, versions) => {
    const { entries } = parse((await ask(`/c/team/index.yaml${query}`)).body.toString());
    expect(entries.web.map((entry: { version: string }) => entry.version)).toEqual(versions);
  });

  test('works below the path of the public URL as well, for proxies that leave it on', async () => {
    expect((await ask('/some/path/c/team/index.yaml')).body.toString()).toBe(await fullIndex());
  });
});

describe('archives', () => {
  test('every archive has the digest that the index names, and no content encoding', async () => {
    const { entries } = parse(await fullIndex());
    for (const entry of Object.values<{ urls: string[]; digest: string }[]>(entries).flat()) {
      const answer = await ask(`/c/team/${entry.urls[0]}`, { headers: { 'accept-encoding': 'gzip, br' } });
      expect(answer.status).toBe(200);
      expect(answer.headers['content-encoding']).toBeUndefined();
      expect(digestOf(answer.body)).toBe(`sha256:${entry.digest}`);
    }
  });

  test('are immutable, and the query of an endpoint does not matter', async () => {
    const answer = await ask('/c/team/web-1.1.0.tgz?token=secret&vela=1.9');
    expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
    const again = await ask('/c/team/web-1.1.0.tgz', { headers: { 'if-none-match': String(answer.headers['etag']) } });
    expect([again.status, again.body.byteLength]).toEqual([304, 0]);
  });

  test('a name with a space is found under the name in the index and under its escaped form', async () => {
    expect((await ask('/c/team/Odd~20Name-latest.tgz')).status).toBe(200);
    expect((await ask('/c/team/Odd%7E20Name-latest.tgz')).status).toBe(200);
  });
});

test('the sparse index holds one addon with digests and addresses below the public URL', async () => {
  const answer = await ask('/c/team/addons/web.json');
  const addon = JSON.parse(answer.body.toString());
  expect(addon.latest).toBe('1.1.0');
  expect(addon.versions[0].url).toBe('http://example.com/some/path/c/team/web-1.2.0-beta.1.tgz');
  expect(addon.versions[1].requirements).toEqual({ vela: '>=v1.9.0' });
});

test.each([
  ['GET', '/c/nobody/index.yaml', 404],
  ['GET', '/c/team/web-9.9.9.tgz', 404],
  ['GET', '/c/team/%ff.tgz', 404],
  ['GET', '/c/team/..%2f..%2fetc%2fpasswd', 404],
  ['GET', '/c/team/addons/nobody.json', 404],
  ['GET', '/c/team/index.yaml?keep=%3Cscript%3E', 400],
  ['POST', '/c/team/index.yaml', 405],
  ['DELETE', '/c/team/web-1.1.0.tgz', 405],
])('%s %s answers %d with a sentence that no client takes for an index', async (method, path, status) => {
  const answer = await ask(path, { method });
  const text = answer.body.toString();
  expect(answer.status).toBe(status);
  expect(text.length).toBeGreaterThan(10);
  expect(text).not.toContain('<');
  const parsed: unknown = parse(text);
  const keys = typeof parsed === 'object' && parsed !== null ? Object.keys(parsed) : [];
  expect(keys.filter((key) => ['apiVersion', 'entries', 'generated'].includes(key))).toEqual([]);
});
