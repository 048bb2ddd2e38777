import { existsSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import type { Socket } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { GitSourceLimits } from '../../registry/sources/git/create-git-source.ts';
import type { Source } from '../../registry/sources/types.ts';
import type { GitSourceConfig } from '../../schemas/config.ts';
import { createGitBench, testSignal } from '../support/git-bench.ts';
import { startGitDaemon, startGitHttpServer, startHttpServer, startTcpServer } from '../support/git-servers.ts';
import { catchRegistryError, listProcesses } from '../support/refusals.ts';

const quick: Partial<GitSourceLimits> = { askDeadlineMs: 1_500, fetchDeadlineMs: 5_000, fetchIdleMs: 1_500 };
const bench = createGitBench();

afterEach(() => bench.clear());

function follow(url: string, config: Partial<GitSourceConfig> = {}, limits = quick): Source {
  return bench.follow(url, { config, limits });
}

async function serveHttp(listener: RequestListener): Promise<string> {
  const server = await bench.serve(startHttpServer(listener));
  return `http://127.0.0.1:${server.port}/x.git`;
}

describe('servers that misbehave', () => {
  const hosts: readonly [string, string, (socket: Socket) => void][] = [
    ['never answers', 'http', () => undefined],
    ['never answers', 'git', () => undefined],
    [
      'drips',
      'http',
      (socket) => drip(socket, 'HTTP/1.1 200 OK\r\ncontent-type: application/x-git-upload-pack-advertisement\r\n\r\n'),
    ],
    ['drips', 'git', (socket) => drip(socket, '00ff')],
  ];

  test.each(hosts)('a host that %s (%s) is given up in time, and nothing keeps running', async (_, scheme, behave) => {
    const server = await bench.serve(startTcpServer(behave));
    const url = `${scheme}://127.0.0.1:${server.port}/x.git`;
    const startedAt = performance.now();
    const error = await catchRegistryError(follow(url).findRevision(testSignal));
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    expect(error.code).toBe('SOURCE_UNAVAILABLE');
    expect(error.message).toContain(url);
    expect(error.message).toContain('no end after 1.5 s');
    await expect.poll(() => listProcesses(`127.0.0.1:${server.port}`), { timeout: 5_000 }).toEqual([]);
  });

  test('an abort ends a call at once, and nothing keeps running', async () => {
    const server = await bench.serve(startTcpServer(() => undefined));
    const controller = new AbortController();
    const source = follow(`http://127.0.0.1:${server.port}/x.git`, {}, {});
    const call = source.findRevision(controller.signal);
    setTimeout(() => controller.abort(new Error('enough')), 300);
    await expect(call).rejects.toThrow('enough');
    await expect.poll(() => listProcesses(`127.0.0.1:${server.port}`), { timeout: 5_000 }).toEqual([]);
  });

  test.each<[string, RequestListener, string, RegExp]>([
    [
      '200 with HTML',
      (_, response) => response.setHeader('content-type', 'text/html').end('<html>\nhello\n</html>\n'),
      'SOURCE_INVALID',
      /no Git repository answers there/,
    ],
    ['404', (_, response) => response.writeHead(404).end(), 'SOURCE_INVALID', /no Git repository answers there/],
    [
      '401',
      (_, response) => response.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end(),
      'SOURCE_INVALID',
      /asks for a user name and a password; set `auth`/,
    ],
    ['403', (_, response) => response.writeHead(403).end(), 'SOURCE_INVALID', /forbids access/],
    ['429', (_, response) => response.writeHead(429).end(), 'SOURCE_UNAVAILABLE', /fewer requests/],
    ['500', (_, response) => response.writeHead(500).end(), 'SOURCE_UNAVAILABLE', /trouble of its own/],
    ['an end in the middle of the headers', (request) => request.socket.destroy(), 'SOURCE_UNAVAILABLE', /./],
    [
      'redirects for ever',
      (request, response) => response.writeHead(302, { location: `${request.url}` }).end(),
      'SOURCE_INVALID',
      /redirects without an end/,
    ],
    [
      'a redirect to a file',
      (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
      'SOURCE_INVALID',
      /leads to another protocol/,
    ],
    [
      'a redirect to another protocol',
      (_, response) => response.writeHead(302, { location: 'git://127.0.0.1/x' }).end(),
      'SOURCE_INVALID',
      /leads to another protocol/,
    ],
  ])('an HTTP server that answers %s', async (_, listener, code, message) => {
    const error = await catchRegistryError(follow(await serveHttp(listener)).findRevision(testSignal));
    expect(error.message).toMatch(message);
    expect(error.code).toBe(code);
  });

  test('a list of references without end fills no memory', async () => {
    const line = `${'1'.repeat(40)} refs/heads/x\n`;
    const block = `${(line.length + 4).toString(16).padStart(4, '0')}${line}`.repeat(2_000);
    const url = await serveHttp((_, response) => {
      response.setHeader('content-type', 'application/x-git-upload-pack-advertisement');
      response.write('001e# service=git-upload-pack\n0000');
      const pour = (): void => {
        while (!response.destroyed && response.write(block));
        response.once('drain', pour);
      };
      pour();
    });
    const limits = { askDeadlineMs: 20_000, askMemoryBytes: 192 * 1024 ** 2 };
    const error = await catchRegistryError(follow(url, {}, limits).findRevision(testSignal));
    expect([error.code, error.message]).toEqual([
      'SOURCE_UNAVAILABLE',
      expect.stringContaining('larger than the memory'),
    ]);
  });

  test('nobody listens', async () => {
    const server = await startTcpServer(() => undefined);
    await server.close();
    const error = await catchRegistryError(follow(`http://127.0.0.1:${server.port}/x.git`).findRevision(testSignal));
    expect([error.code, error.message]).toEqual(['SOURCE_UNAVAILABLE', expect.stringContaining('cannot be reached')]);
  });

  test('git daemon that does not have the repository', async () => {
    const folder = { folder: bench.createFolder() };
    const daemon = await bench.serve(startGitDaemon(folder.folder));
    const error = await catchRegistryError(follow(`git://127.0.0.1:${daemon.port}/x.git`).findRevision(testSignal));
    expect([error.code, error.message]).toEqual(['SOURCE_INVALID', expect.stringContaining('no Git repository')]);
  });

  test.each([
    ['ends', 'SOURCE_UNAVAILABLE', /ended in the middle|says/],
    ['stalls', 'SOURCE_UNAVAILABLE', /nothing heard for 1.5 s/],
  ])('a fetch that %s in the middle leaves a mirror that the next run uses', async (how, code, message) => {
    const repository = bench.createAddonRepository();
    const real = await bench.serve(startGitHttpServer(dirname(repository.folder)));
    let broken = true;
    let posts = 0;
    const listener: RequestListener = (request, response) => {
      if (request.method === 'POST') posts += 1;
      // The first POST lists references, the second fetches.
      if (broken && posts === 2) {
        response.writeHead(200, { 'content-type': 'application/x-git-upload-pack-result' });
        response.write('0011packfile\n');
        if (how === 'ends') setTimeout(() => response.destroy(), 50);
        return;
      }
      real.handle(request, response);
    };
    const server = await bench.serve(startHttpServer(listener));
    // One POST for `ls-remote`, one for the references of the fetch, one for the pack.
    posts = -1;
    const source = follow(`http://127.0.0.1:${server.port}/${basename(repository.folder)}/.git`);
    const error = await catchRegistryError(bench.listVersions(source));
    expect(error.message).toMatch(message);
    expect(error.code).toBe(code);
    broken = false;
    expect(await bench.listVersions(source)).toEqual(['a@1.0.0']);
  });
});

describe('what is no repository', () => {
  test.each([
    ['a missing path', (folder: string) => join(folder, 'missing')],
    ['a folder', (folder: string) => folder],
    [
      'a file',
      (folder: string) => {
        writeFileSync(join(folder, 'x.bundle'), 'hello\n');
        return join(folder, 'x.bundle');
      },
    ],
    [
      'a torn bundle',
      (folder: string) => {
        writeFileSync(join(folder, 'x.bundle'), '# v2 git bundle\n');
        return join(folder, 'x.bundle');
      },
    ],
  ])('%s', async (_, make) => {
    const folder = { folder: bench.createFolder() };
    const error = await catchRegistryError(bench.listVersions(follow(make(folder.folder))));
    expect(error.code).toBe('SOURCE_INVALID');
  });

  test('URLs, branches and paths that Git or ssh would take for options or commands run nothing', async () => {
    const folder = { folder: bench.createFolder() };
    const repository = bench.createAddonRepository();
    const marker = join(folder.folder, 'ran');
    const urls = [
      `ext::sh -c touch% ${marker}`,
      `--upload-pack=touch ${marker}`,
      `-oProxyCommand=touch ${marker}`,
      `ssh://-oProxyCommand=touch%20${marker}/x`,
      `git@-oProxyCommand=touch ${marker}:x`,
      `${repository.folder}\n--upload-pack=touch ${marker}`,
      `$(touch ${marker})`,
      `'; touch ${marker}; '`,
    ];
    for (const url of urls)
      expect((await catchRegistryError(bench.listVersions(follow(url)))).code).toBe('SOURCE_INVALID');
    const configs: Partial<GitSourceConfig>[] = [
      { branch: `--upload-pack=touch ${marker}` },
      { branch: 'main\nHEAD' },
      { branch: '-main' },
      { path: '../..' },
      { path: '/etc' },
      { path: '-x' },
      { path: 'addons\nHEAD' },
      { tags: 'v*\n' },
    ];
    for (const config of configs)
      expect((await catchRegistryError(bench.listVersions(follow(repository.folder, config)))).code).toBe(
        'SOURCE_INVALID',
      );
    expect(existsSync(marker)).toBe(false);
  });
});

/** Sends a text one byte at a time, and no more than that. */
function drip(socket: Socket, text: string): void {
  let position = 0;
  const timer = setInterval(() => {
    socket.write(text.charAt(position) || ' ');
    position += 1;
  }, 100);
  socket.once('close', () => clearInterval(timer));
}
