import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestFolder, writeTestFiles } from '../support/git-repository.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

const house = createTestFolder();
const gif = Buffer.from('GIF89a\x09\x00\x09\x00', 'latin1');
const hostile =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" onload="alert(1)"><script>alert(2)</script><path d="M0 0h9"/></svg>';
const asked: string[] = [];

const host = createServer((request, response) => {
  asked.push(request.url ?? '');
  if (request.url === '/icon') response.writeHead(200, { 'content-type': 'text/html' }).end(gif);
  else if (request.url === '/page') response.writeHead(200, { 'content-type': 'image/png' }).end('<html><script>');
  else response.writeHead(302, { location: 'file:///etc/passwd' }).end();
});
let address = '';
let server: TestServer;

beforeAll(async () => {
  host.listen(0, '127.0.0.1');
  await once(host, 'listening');
  address = `http://127.0.0.1:${(host.address() as AddressInfo).port}`; // a TCP server has no other kind of address
  const metadata = (name: string, icon: string) => `name: ${name}\nversion: 1.0.0\ndescription: x\nicon: ${icon}\n`;
  writeTestFiles(house.folder, {
    'addons/far/metadata.yaml': metadata('far', `${address}/icon`),
    'addons/page/metadata.yaml': metadata('page', `${address}/page`),
    'addons/away/metadata.yaml': metadata('away', `${address}/away`),
    'addons/own/metadata.yaml': metadata('own', './logo.svg'),
    'addons/own/logo.svg': hostile,
  });
  server = await open('{ allowPrivate: true }');
});

afterAll(async () => {
  await server.close();
  host.closeAllConnections();
  host.close();
  house.remove();
});

function open(icons: string): Promise<TestServer> {
  return startTestServer({
    folder: house.folder,
    fetchesIcons: true,
    config: `catalogs: [{ name: team, sources: [{ type: local, path: ./addons }] }]\nicons: ${icons}\n`,
  });
}

async function findIcon(name: string): Promise<string | undefined> {
  const page = await server.getText(`/addons/team/${name}`);
  return /<img class="tile tile-icon" src="(\/icons\/[0-9a-f]{64})" alt width="56" height="56"/.exec(page)?.[1];
}

test('an icon is fetched in the background and shown from this server alone', async () => {
  await expect.poll(() => findIcon('far'), { timeout: 10_000 }).toBeDefined();
  const answer = await fetch(`${server.url}${await findIcon('far')}`);
  expect([answer.status, Buffer.from(await answer.arrayBuffer())]).toEqual([200, gif]);
  const header = (name: string) => answer.headers.get(name);
  expect(header('content-type')).toBe('image/gif');
  expect(header('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(header('content-security-policy')).toMatch(/sandbox/);
  expect(header('content-security-policy')).toMatch(/default-src 'none'/);
  expect([header('x-content-type-options'), header('cross-origin-resource-policy')]).toEqual([
    'nosniff',
    'same-origin',
  ]);
  const list = await server.getText('/addons');
  expect(list).toContain(await findIcon('far'));
  expect(list).not.toMatch(/<img[^>]+src="(?!\/)/);
});

test('an icon out of the package is rebuilt, and its script is gone', async () => {
  await expect.poll(() => findIcon('own'), { timeout: 10_000 }).toBeDefined();
  const answer = await fetch(`${server.url}${await findIcon('own')}`);
  expect([answer.headers.get('content-type'), await answer.text()]).toEqual([
    'image/svg+xml',
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>',
  ]);
});

test('what is no picture, or leads elsewhere, leaves the tile with initials', async () => {
  await expect.poll(() => asked.toSorted(), { timeout: 10_000 }).toEqual(['/away', '/icon', '/page']);
  for (const name of ['page', 'away']) {
    expect(await findIcon(name)).toBeUndefined();
    expect(await server.getText(`/addons/team/${name}`)).toMatch(/<span class="tile tile-\d" aria-hidden="true">/);
  }
});

test.each(['0'.repeat(64), 'x', '..%2f..%2fchandlery.sqlite', 'index.json'])('no icon is called %s', async (name) => {
  expect((await fetch(`${server.url}/icons/${name}`)).status).toBe(404);
});

test('asks nobody again after a restart, and nobody at all when it is told not to', async () => {
  const before = asked.length;
  const icon = await findIcon('far');
  await server.close();
  server = await open('{ enabled: false }');
  await server.settled();
  expect(await findIcon('far')).toBe(icon);
  expect(asked.length).toBe(before);
});
