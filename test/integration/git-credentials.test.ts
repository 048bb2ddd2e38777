import type { RequestListener } from 'node:http';
import { basename, dirname } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { GitSourceLimits } from '../../registry/sources/git/create-git-source.ts';
import type { Source } from '../../registry/sources/types.ts';
import type { GitSourceConfig } from '../../schemas/config.ts';
import { createGitBench, testSignal } from '../support/git-bench.ts';
import { startGitHttpServer, startHttpServer, startTcpServer } from '../support/git-servers.ts';
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

describe('credentials', () => {
  const auth = { username: 'bot', password: { env: 'canary-5ecret' } } as const;

  test('a password opens what asks for one, and goes nowhere else', async () => {
    const repository = bench.createAddonRepository();
    const server = await bench.serve(startGitHttpServer(dirname(repository.folder), 'bot:canary-5ecret'));
    const url = `http://127.0.0.1:${server.port}/${basename(repository.folder)}/.git`;
    expect(await bench.listVersions(follow(url, { auth }))).toEqual(['a@1.0.0']);
    const refused = await catchRegistryError(
      follow(url, { auth: { username: 'bot', password: { env: 'wr0ng-canary' } } }).findRevision(testSignal),
    );
    expect([refused.code, refused.message]).toEqual([
      'SOURCE_INVALID',
      expect.stringContaining('refuses the user name and password'),
    ]);
    const missing = await catchRegistryError(follow(url).findRevision(testSignal));
    expect(missing.message).toContain('set `auth`');
    for (const error of [refused, missing]) {
      expect(JSON.stringify([error.message, error.stack, error.details, error.faults])).not.toContain('canary');
    }
  });

  test('a password is not among the arguments of any process', async () => {
    const server = await bench.serve(startTcpServer(() => undefined));
    const url = `http://127.0.0.1:${server.port}/x.git`;
    const controller = new AbortController();
    const call = bench.follow(url, { config: { auth } }).findRevision(controller.signal);
    await expect.poll(() => listProcesses(url).length, { timeout: 5_000 }).toBeGreaterThan(0);
    expect(listProcesses('canary-5ecret')).toEqual([]);
    controller.abort(new Error('enough'));
    await expect(call).rejects.toThrow('enough');
  });

  test('a redirect to another host is refused, and the password never arrives there', async () => {
    const repository = bench.createAddonRepository();
    const path = `${basename(repository.folder)}/.git`;
    const other = await bench.serve(startGitHttpServer(dirname(repository.folder), 'bot:canary-5ecret'));
    const open = await bench.serve(startGitHttpServer(dirname(repository.folder)));
    for (const target of [other, open]) {
      const url = await serveHttp((request, response) => {
        const { search } = new URL(request.url ?? '/', 'http://x');
        response.writeHead(302, { location: `http://localhost:${target.port}/${path}/info/refs${search}` }).end();
      });
      const error = await catchRegistryError(follow(url, { auth }).findRevision(testSignal));
      expect(error.code).toBe('SOURCE_INVALID');
      expect(target.requests.length).toBeGreaterThan(0);
      expect(target.requests.map(({ authorization }) => authorization).filter((value) => value !== undefined)).toEqual(
        [],
      );
    }
  });

  test('a redirect to another host that would answer is named', async () => {
    const repository = bench.createAddonRepository();
    const other = await bench.serve(startGitHttpServer(dirname(repository.folder)));
    const url = await serveHttp((request, response) => {
      const { search } = new URL(request.url ?? '/', 'http://x');
      const location = `http://localhost:${other.port}/${basename(repository.folder)}/.git/info/refs${search}`;
      response.writeHead(301, { location }).end();
    });
    const error = await catchRegistryError(follow(url).findRevision(testSignal));
    expect(error.message).toContain(`redirects to another host, http://localhost:${other.port}`);
  });

  test('a redirect on the same host is followed', async () => {
    const repository = bench.createAddonRepository();
    const real = await bench.serve(startGitHttpServer(dirname(repository.folder)));
    const server = await bench.serve(
      startHttpServer((request, response) => {
        const url = request.url ?? '/';
        if (url.startsWith('/old/'))
          response.writeHead(301, { location: `/${basename(repository.folder)}/.git/${url.slice(5)}` }).end();
        else real.handle(request, response);
      }),
    );
    expect(await bench.listVersions(follow(`http://127.0.0.1:${server.port}/old`))).toEqual(['a@1.0.0']);
  });

  test('a password in the URL is refused without repeating it', async () => {
    const source = follow('https://bot:canary-5ecret@host/x.git');
    const error = await catchRegistryError(source.findRevision(testSignal));
    expect(error.code).toBe('SOURCE_INVALID');
    expect(JSON.stringify([source.location, error.message, error.stack, error.details])).not.toContain('canary');
  });
});
