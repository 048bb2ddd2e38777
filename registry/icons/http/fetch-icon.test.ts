import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { maxIconBytes } from '../read-icon.ts';
import { type CreateIconFetcherOptions, createIconFetcher } from './fetch-icon.ts';

const servers: Server[] = [];
/** Everything but 127.0.0.2 may be asked. */
const mayDial = (address: string) => address !== '127.0.0.2';

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // a TCP server has no other kind of address
  return `http://127.0.0.1:${port}`;
}

async function get(url: string, options: CreateIconFetcherOptions = { mayDial }): Promise<string> {
  const reading = await createIconFetcher(options)(url, new AbortController().signal);
  return reading.ok ? `${reading.value.byteLength} bytes` : `${reading.refusal}${reading.again ? ', again' : ''}`;
}

describe('createIconFetcher', () => {
  it('fetches an icon, over a few redirects, and tells nobody who asks', async () => {
    const seen: unknown[] = [];
    const url = await serve((request, response) => {
      seen.push([request.headers.cookie, request.headers.authorization, request.headers.referer]);
      const step = Number(request.url?.slice(1));
      if (step > 0) response.writeHead(302, { location: `/${step - 1}`, 'set-cookie': 'a=b' }).end();
      else response.end('12345');
    });
    expect(await get(`${url}/3`)).toBe('5 bytes');
    expect(seen).toEqual(Array.from({ length: 4 }, () => [undefined, undefined, undefined]));
    expect(await get(`${url}/4`)).toBe('redirects');
  });

  it.each<[string, RequestListener, string]>([
    ['is gone', (_, response) => response.writeHead(410).end(), 'status'],
    ['is busy', (_, response) => response.writeHead(503).end(), 'status, again'],
    [
      'says it is large',
      (_, response) => response.writeHead(200, { 'content-length': '104857600' }).flushHeaders(),
      'too-large',
    ],
    ['redirects nowhere', (_, response) => response.writeHead(302).end(), 'address'],
    [
      'redirects to a file',
      (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
      'address',
    ],
    ['redirects to data', (_, response) => response.writeHead(302, { location: 'data:,x' }).end(), 'address'],
    [
      'redirects for ever',
      (request, response) => response.writeHead(302, { location: request.url ?? '' }).end(),
      'redirects',
    ],
    ['hangs up', (request) => request.socket.destroy(), 'unreachable, again'],
    [
      'sends another encoding',
      (_, response) => response.writeHead(200, { 'content-encoding': 'zstd' }).end('x'),
      'no-picture',
    ],
    [
      'sends broken gzip',
      (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('x'),
      'no-picture',
    ],
    [
      'sends gzip',
      (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('123')),
      '3 bytes',
    ],
    [
      'sends a gzip bomb',
      (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(20_000_000))),
      'too-large',
    ],
  ])('a host that %s', async (_name, listener, outcome) => {
    expect(await get(`${await serve(listener)}/a.png`)).toBe(outcome);
  });

  it('stops a stream without end, and counts what it read', async () => {
    let sent = 0;
    let closed = false;
    const url = await serve((_, response) => {
      const chunk = Buffer.alloc(16_384);
      const push = () => {
        while (!closed && response.write(chunk)) sent += chunk.length;
      };
      response.on('drain', push).on('close', () => {
        closed = true;
      });
      push();
    });
    expect(await get(url)).toBe('too-large');
    await expect.poll(() => closed).toBe(true);
    expect(sent).toBeLessThan(maxIconBytes + 8_000_000);
  });

  it.each<[string, RequestListener]>([
    ['a silent host', () => {}],
    [
      'a host that drips',
      (_, response) => {
        const timer = setInterval(() => response.write('x'), 20);
        response.on('close', () => clearInterval(timer));
      },
    ],
  ])('waits for %s no longer than it may', async (_name, listener) => {
    const startedAt = performance.now();
    expect(await get(await serve(listener), { mayDial, timeoutMs: 200 })).toBe('too-slow, again');
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });

  it('waits no longer for a name than it may', async () => {
    const resolve = () => new Promise<never>(() => {});
    expect(await get('http://slow.example/', { resolve, timeoutMs: 50 })).toBe('too-slow, again');
  });

  it.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://0x7f000001/',
    'http://2130706433/',
    'http://0177.0.0.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[fd00::1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.64.0.1/',
    'http://10.0.0.1/',
    'http://8.8.8.8:22/',
    'https://8.8.8.8:8443/',
  ])('refuses %s without asking', async (url) => {
    expect(await get(url, {})).toBe('private-address');
  });

  it.each([
    'ftp://a.io/x',
    'file:///etc/passwd',
    'gopher://a.io/',
    'http://u:p@8.8.8.8/',
    'javascript:alert(1)',
    '',
    'x',
  ])('takes %j for no address', async (url) => expect(await get(url, {})).toBe('address'));

  it('refuses names that lead to a private host, alone or among others, and after a redirect', async () => {
    const table: Readonly<Record<string, readonly string[]>> = {
      'metadata.example': ['169.254.169.254'],
      'mixed.example': ['8.8.8.8', '127.0.0.1'],
      'mapped.example': ['::ffff:10.0.0.1'],
      'nobody.example': [],
    };
    const resolve = async (host: string) => table[host] ?? [];
    expect(await get('http://metadata.example/', { resolve })).toBe('private-address');
    expect(await get('http://mixed.example/', { resolve })).toBe('private-address');
    expect(await get('http://mapped.example/', { resolve })).toBe('private-address');
    expect(await get('http://nobody.example/', { resolve })).toBe('unreachable, again');
    const url = await serve((_, response) => response.writeHead(302, { location: 'http://127.0.0.2/' }).end());
    expect(await get(url)).toBe('private-address');
  });

  it('dials the address that was checked, whatever the name means a moment later', async () => {
    let asked = 0;
    const hosts: string[] = [];
    const url = await serve((request, response) => {
      hosts.push(request.headers.host ?? '');
      response.end('1');
    });
    const resolve = async () => {
      asked += 1;
      return asked === 1 ? ['127.0.0.1'] : ['10.255.255.1'];
    };
    const { port } = new URL(url);
    expect(await get(`http://rebinding.example:${port}/`, { resolve, mayDial })).toBe('1 bytes');
    expect([asked, hosts]).toEqual([1, [`rebinding.example:${port}`]]);
  });

  it('ends when it is told to', async () => {
    const url = await serve(() => {});
    const stop = new AbortController();
    const fetching = createIconFetcher({ mayDial })(url, stop.signal);
    stop.abort();
    await expect(fetching).rejects.toThrow();
  });
});
