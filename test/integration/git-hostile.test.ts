import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import type { Socket } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { RegistryError } from '../../registry/errors.ts';
import { createGitSource, type GitSourceLimits } from '../../registry/sources/git/create-git-source.ts';
import type { Source } from '../../registry/sources/types.ts';
import type { GitSourceConfig } from '../../schemas/config.ts';
import { createTestFolder, createTestRepository, type TestRepository } from '../support/git-repository.ts';
import {
  startGitDaemon,
  startGitHttpServer,
  startHttpServer,
  startTcpServer,
  type TestServer,
} from '../support/git-servers.ts';

const signal = AbortSignal.timeout(120_000);
const cleanups: (() => unknown)[] = [];
const quick: Partial<GitSourceLimits> = { askDeadlineMs: 1_500, fetchDeadlineMs: 5_000, fetchIdleMs: 1_500 };

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

function follow(url: string, config: Partial<GitSourceConfig> = {}, limits = quick): Source {
  const data = createTestFolder();
  cleanups.push(data.remove);
  return createGitSource({
    id: 'team/addons',
    config: { type: 'git', url, ...config },
    configFolder: data.folder,
    dataFolder: data.folder,
    environment: process.env,
    readSecret: async (reference) => ('env' in reference ? reference.env : ''),
    limits,
  });
}

function createRepository(): TestRepository {
  const repository = createTestRepository();
  cleanups.push(repository.remove);
  repository.commit({ 'addons/a/metadata.yaml': 'name: a\nversion: 1.0.0\n' });
  return repository;
}

async function serve<T extends TestServer>(starting: Promise<T>): Promise<T> {
  const server = await starting;
  cleanups.push(server.close);
  return server;
}

async function serveHttp(listener: RequestListener): Promise<string> {
  const server = await serve(startHttpServer(listener));
  return `http://127.0.0.1:${server.port}/x.git`;
}

async function open(source: Source): Promise<string[]> {
  const snapshot = await source.openSnapshot({ adopted: undefined, known: undefined, signal });
  await snapshot.close();
  return snapshot.versions.map(({ name, version }) => `${name}@${version}`);
}

/** Runs a call that must fail, and returns how. */
async function fail(call: Promise<unknown>): Promise<RegistryError> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof RegistryError)) throw new Error(`not refused with a RegistryError: ${String(error)}`);
  return error;
}

function listProcesses(text: string): string[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  return lines.filter((line) => line.includes(text) && !line.includes('ps -eo'));
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
    const server = await serve(startTcpServer(behave));
    const url = `${scheme}://127.0.0.1:${server.port}/x.git`;
    const startedAt = performance.now();
    const error = await fail(follow(url).findRevision(signal));
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    expect(error.code).toBe('SOURCE_UNAVAILABLE');
    expect(error.message).toContain(url);
    expect(error.message).toContain('no end after 1.5 s');
    await expect.poll(() => listProcesses(`127.0.0.1:${server.port}`), { timeout: 5_000 }).toEqual([]);
  });

  test('an abort ends a call at once, and nothing keeps running', async () => {
    const server = await serve(startTcpServer(() => undefined));
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
    const error = await fail(follow(await serveHttp(listener)).findRevision(signal));
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
    const error = await fail(follow(url, {}, limits).findRevision(signal));
    expect([error.code, error.message]).toEqual([
      'SOURCE_UNAVAILABLE',
      expect.stringContaining('larger than the memory'),
    ]);
  });

  test('nobody listens', async () => {
    const server = await startTcpServer(() => undefined);
    await server.close();
    const error = await fail(follow(`http://127.0.0.1:${server.port}/x.git`).findRevision(signal));
    expect([error.code, error.message]).toEqual(['SOURCE_UNAVAILABLE', expect.stringContaining('cannot be reached')]);
  });

  test('git daemon that does not have the repository', async () => {
    const folder = createTestFolder();
    cleanups.push(folder.remove);
    const daemon = await serve(startGitDaemon(folder.folder));
    const error = await fail(follow(`git://127.0.0.1:${daemon.port}/x.git`).findRevision(signal));
    expect([error.code, error.message]).toEqual(['SOURCE_INVALID', expect.stringContaining('no Git repository')]);
  });

  test.each([
    ['ends', 'SOURCE_UNAVAILABLE', /ended in the middle|says/],
    ['stalls', 'SOURCE_UNAVAILABLE', /nothing heard for 1.5 s/],
  ])('a fetch that %s in the middle leaves a mirror that the next run uses', async (how, code, message) => {
    const repository = createRepository();
    const real = await serve(startGitHttpServer(dirname(repository.folder)));
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
    const server = await serve(startHttpServer(listener));
    // One POST for `ls-remote`, one for the references of the fetch, one for the pack.
    posts = -1;
    const source = follow(`http://127.0.0.1:${server.port}/${basename(repository.folder)}/.git`);
    const error = await fail(open(source));
    expect(error.message).toMatch(message);
    expect(error.code).toBe(code);
    broken = false;
    expect(await open(source)).toEqual(['a@1.0.0']);
  });
});

describe('credentials', () => {
  const auth = { username: 'bot', password: { env: 'canary-5ecret' } } as const;

  test('a password opens what asks for one, and goes nowhere else', async () => {
    const repository = createRepository();
    const server = await serve(startGitHttpServer(dirname(repository.folder), 'bot:canary-5ecret'));
    const url = `http://127.0.0.1:${server.port}/${basename(repository.folder)}/.git`;
    expect(await open(follow(url, { auth }))).toEqual(['a@1.0.0']);
    const refused = await fail(
      follow(url, { auth: { username: 'bot', password: { env: 'wr0ng-canary' } } }).findRevision(signal),
    );
    expect([refused.code, refused.message]).toEqual([
      'SOURCE_INVALID',
      expect.stringContaining('refuses the user name and password'),
    ]);
    const missing = await fail(follow(url).findRevision(signal));
    expect(missing.message).toContain('set `auth`');
    for (const error of [refused, missing]) {
      expect(JSON.stringify([error.message, error.stack, error.details, error.faults])).not.toContain('canary');
    }
  });

  test('a password is not among the arguments of any process', async () => {
    const server = await serve(startTcpServer(() => undefined));
    const url = `http://127.0.0.1:${server.port}/x.git`;
    const controller = new AbortController();
    const call = follow(url, { auth }, {}).findRevision(controller.signal);
    await expect.poll(() => listProcesses(url).length, { timeout: 5_000 }).toBeGreaterThan(0);
    expect(listProcesses('canary-5ecret')).toEqual([]);
    controller.abort(new Error('enough'));
    await expect(call).rejects.toThrow('enough');
  });

  test('a redirect to another host is refused, and the password never arrives there', async () => {
    const repository = createRepository();
    const path = `${basename(repository.folder)}/.git`;
    const other = await serve(startGitHttpServer(dirname(repository.folder), 'bot:canary-5ecret'));
    const open = await serve(startGitHttpServer(dirname(repository.folder)));
    for (const target of [other, open]) {
      const url = await serveHttp((request, response) => {
        const { search } = new URL(request.url ?? '/', 'http://x');
        response.writeHead(302, { location: `http://localhost:${target.port}/${path}/info/refs${search}` }).end();
      });
      const error = await fail(follow(url, { auth }).findRevision(signal));
      expect(error.code).toBe('SOURCE_INVALID');
      expect(target.requests.length).toBeGreaterThan(0);
      expect(target.requests.map(({ authorization }) => authorization).filter((value) => value !== undefined)).toEqual(
        [],
      );
    }
  });

  test('a redirect to another host that would answer is named', async () => {
    const repository = createRepository();
    const other = await serve(startGitHttpServer(dirname(repository.folder)));
    const url = await serveHttp((request, response) => {
      const { search } = new URL(request.url ?? '/', 'http://x');
      const location = `http://localhost:${other.port}/${basename(repository.folder)}/.git/info/refs${search}`;
      response.writeHead(301, { location }).end();
    });
    const error = await fail(follow(url).findRevision(signal));
    expect(error.message).toContain(`redirects to another host, http://localhost:${other.port}`);
  });

  test('a redirect on the same host is followed', async () => {
    const repository = createRepository();
    const real = await serve(startGitHttpServer(dirname(repository.folder)));
    const server = await serve(
      startHttpServer((request, response) => {
        const url = request.url ?? '/';
        if (url.startsWith('/old/'))
          response.writeHead(301, { location: `/${basename(repository.folder)}/.git/${url.slice(5)}` }).end();
        else real.handle(request, response);
      }),
    );
    expect(await open(follow(`http://127.0.0.1:${server.port}/old`))).toEqual(['a@1.0.0']);
  });

  test('a password in the URL is refused without repeating it', async () => {
    const source = follow('https://bot:canary-5ecret@host/x.git');
    const error = await fail(source.findRevision(signal));
    expect(error.code).toBe('SOURCE_INVALID');
    expect(JSON.stringify([source.location, error.message, error.stack, error.details])).not.toContain('canary');
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
    const folder = createTestFolder();
    cleanups.push(folder.remove);
    const error = await fail(open(follow(make(folder.folder))));
    expect(error.code).toBe('SOURCE_INVALID');
  });

  test('URLs, branches and paths that Git or ssh would take for options or commands run nothing', async () => {
    const folder = createTestFolder();
    cleanups.push(folder.remove);
    const repository = createRepository();
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
    for (const url of urls) expect((await fail(open(follow(url)))).code).toBe('SOURCE_INVALID');
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
      expect((await fail(open(follow(repository.folder, config)))).code).toBe('SOURCE_INVALID');
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
