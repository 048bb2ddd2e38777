import { readFileSync, statfsSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { SourceState } from '../../schemas/rest.ts';
import { createTestRepository, writeTestFiles } from '../support/git-repository.ts';
import { startGitHttpServer, startHttpServer, startTcpServer, type TestServer } from '../support/git-servers.ts';
import { startChandlery } from '../support/run-chandlery.ts';
import { runInProcess } from '../support/run-in-process.ts';
import { mountSmallDisk } from '../support/small-disk.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { startTestServer } from '../support/test-server.ts';

const canary = 'c4n4ry-5ecret';

async function serve<T extends TestServer>(starting: Promise<T>): Promise<T> {
  const server = await starting;
  onTestFinished(server.close);
  return server;
}

function createRepository(): string {
  const repository = createTestRepository();
  onTestFinished(repository.remove);
  repository.commit({ 'addons/web/metadata.yaml': 'name: web\nversion: 1.0.0\ndescription: a web server\n' });
  return repository.folder;
}

function toConfig(sources: readonly object[], rest: object = {}): string {
  return JSON.stringify({ ...rest, catalogs: [{ name: 'team', sources }] });
}

async function listStates(url: string): Promise<readonly SourceState[]> {
  const { items }: { items: readonly SourceState[] } = await (await fetch(`${url}/api/v1/sources`)).json();
  return items;
}

describe('one healthy source among sick ones', () => {
  test('is served; each of the others says what is wrong with it, and no secret shows anywhere', async () => {
    const folder = createRepository();
    const silent = await serve(startTcpServer(() => undefined));
    const elsewhere = await serve(startGitHttpServer(join(folder, '..')));
    const redirecting = await serve(
      startHttpServer((request, response) => {
        const path = `/${folder.split('/').at(-1)}/.git/${request.url?.split('.git/')[1]}`;
        response.writeHead(302, { location: `http://localhost:${elsewhere.port}${path}` }).end();
      }),
    );
    const guarded = await serve(startGitHttpServer(join(folder, '..'), 'bot:another'));
    const dripping = await serve(startTcpServer((socket) => void socket.write('HTTP/1.1 200 OK\r\nx-drip: ')));
    const cwd = temporaryFolder();
    writeTestFiles(cwd, { 'plain/readme.txt': 'no repository', key: `${canary}\n` });
    const auth = { username: 'bot', password: { env: 'CANARY' } };
    const at = ({ port }: TestServer) => `http://127.0.0.1:${port}/x.git`;
    const git = (name: string, url: string, rest: object = {}) => ({ type: 'git', name, url, ...rest });
    writeFileSync(
      join(cwd, 'chandlery.yaml'),
      toConfig(
        [
          // Four that never answer stand first: they must not keep the others from being read.
          ...[1, 2, 3, 4].map((number) => git(`silent${number}`, at(silent))),
          git('drips', `http://127.0.0.1:${dripping.port}/x.git`),
          git('redirects', `http://127.0.0.1:${redirecting.port}/x.git`, { auth }),
          git('no-password', `http://127.0.0.1:${guarded.port}/${folder.split('/').at(-1)}/.git`),
          git('wrong-password', `http://127.0.0.1:${guarded.port}/${folder.split('/').at(-1)}/.git`, { auth }),
          git('password-in-url', `https://bot:${canary}@example.com/x.git`),
          git('token-in-url', `http://127.0.0.1:${guarded.port}/x.git?private_token=${canary}`),
          git('no-secret', `http://127.0.0.1:${guarded.port}/x.git`, {
            auth: { username: 'bot', password: { env: 'MISSING' } },
          }),
          git('no-branch', folder, { branch: 'nope' }),
          git('no-folder', folder, { path: 'nope' }),
          git('no-repository', './plain'),
          { type: 'local', name: 'missing', path: './missing' },
          git('healthy', folder, { branch: 'main' }),
        ],
        { admin: { token: { file: './key' } } },
      ),
    );
    const environment = { CANARY: canary, CHANDLERY_LOG_LEVEL: 'trace' };
    const server = await startChandlery([], { cwd, environment });
    const slow = (id: string) => /silent|drips/.test(id);
    await expect
      .poll(async () => (await listStates(server.url)).filter(({ id, state }) => !slow(id) && state === 'pending'), {
        timeout: 20_000,
      })
      .toEqual([]);
    const states = await listStates(server.url);
    const told = Object.fromEntries(
      states.map(({ id, state, message }) => [id.slice('team/'.length), [state, message]]),
    );
    expect(told).toMatchObject({
      healthy: ['ok', undefined],
      redirects: [
        'unreachable',
        expect.stringContaining(`redirects to another host, http://localhost:${elsewhere.port}`),
      ],
      'no-password': ['unreachable', expect.stringContaining('asks for a user name and a password; set `auth`')],
      'wrong-password': ['unreachable', expect.stringContaining('refuses the user name and password; check `auth`')],
      'password-in-url': [
        'unreachable',
        expect.stringContaining('write `auth: { username, password: { env: NAME } }`'),
      ],
      'no-secret': ['unreachable', 'the secret { env: MISSING } is missing: set that variable'],
      'no-branch': ['unreachable', expect.stringContaining('it has no branch "nope"; it has "main"')],
      'no-folder': ['unreachable', expect.stringContaining('never had a folder "nope"; set `path`')],
      'no-repository': ['unreachable', expect.stringContaining('no Git repository answers there; check the URL')],
      missing: ['unreachable', expect.stringContaining('there is no such folder')],
    });
    expect(await (await fetch(`${server.url}/c/team/index.yaml`)).text()).toContain('\n  "web":\n');
    expect((await fetch(`${server.url}/c/team/web-1.0.0.tgz`)).status).toBe(200);

    const run = (...args: string[]) => runInProcess(args, { cwd, environment });
    const list = await run('source', 'list');
    expect(list).toMatchObject({ code: 0, stderr: '' });
    expect(list.stdout).toMatch(/^team\/healthy +ok +[0-9a-f]{12} /m);
    expect(list.stdout).toMatch(/^team\/no-branch +unreachable +- +never read .*\n {2}source "team\/no-branch"/m);
    const sync = await run('source', 'sync', 'team/wrong-password');
    expect(sync).toMatchObject({ code: 3, stdout: expect.stringContaining('refuses the user name and password') });
    const page = await (await fetch(`${server.url}/sources`)).text();
    expect(page).toContain('it has no branch &quot;nope&quot;');

    const said = [list, sync, await run('source', 'list', '--json'), await run('config', 'print'), server.output()];
    const paths = ['/', '/addons', '/addons/team/web', '/use', '/metrics', '/c/team/index.yaml', '/nowhere'];
    const rest = [
      'catalogs',
      'catalogs/team',
      'addons',
      'sources',
      'openapi.json',
      'catalogs/team/addons/web/versions/1.0.0',
    ];
    for (const path of [...paths, ...rest.map((name) => `/api/v1/${name}`)]) {
      said.push({ stdout: await (await fetch(`${server.url}${path}`)).text(), stderr: '' });
    }
    expect(said.map(({ stdout }) => stdout).join('')).toContain('https://example.com/x.git');
    expect(JSON.stringify([said, page])).not.toContain(canary);
    expect(readFileSync(join(cwd, 'data', 'chandlery.db')).includes(canary)).toBe(false);
    expect(elsewhere.requests.map(({ authorization }) => authorization).filter((value) => value !== undefined)).toEqual(
      [],
    );

    // A stop with sources under way, a request that waits for one, and requests that never end.
    const waiting = run('source', 'sync', 'team/silent1');
    const { port } = new URL(server.url);
    for (const text of ['GET / HTTP/1.1\r\nHos', 'POST /api/v1/x HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n1']) {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write(text));
      socket.on('error', () => undefined);
    }
    await pause(500);
    const stopping = performance.now();
    const { code, stderr } = await server.stop('SIGTERM');
    expect(performance.now() - stopping).toBeLessThan(10_000);
    expect(code).toBe(0);
    expect(stderr).not.toContain('a bug');
    expect(await waiting).toMatchObject({ code: 3, stderr: expect.stringContaining('the server is stopping') });
  }, 90_000);

  test('that falls ill is served as before and marked stale, on every surface', async () => {
    const folder = createRepository();
    const real = await startGitHttpServer(join(folder, '..'));
    const place = temporaryFolder();
    const url = `http://127.0.0.1:${real.port}/${folder.split('/').at(-1)}/.git`;
    const server = await startTestServer({ folder: place, config: toConfig([{ type: 'git', name: 'repo', url }]) });
    onTestFinished(server.close);
    await server.settled();
    const index = await server.getText('/c/team/index.yaml');
    await real.close();
    expect(await (await server.sync('team/repo')).json()).toMatchObject({ condition: 'stale', changed: false });
    expect(await server.getText('/c/team/index.yaml')).toBe(index);
    expect(await server.settled()).toMatchObject([
      { state: 'stale', revision: expect.stringMatching(/^[0-9a-f]{40}$/), message: expect.stringContaining(url) },
    ]);
    const list = await runInProcess(['source', 'list', '--server', server.url], { cwd: place });
    expect(list.stdout).toMatch(/^team\/repo +stale +[0-9a-f]{12} +\d{4}-.*\n {2}source "team\/repo"/);
    expect(await server.getText('/sources')).toContain('stale');
    expect(server.lines.join('\n')).toContain('team/repo: stale, will retry: ');
  }, 30_000);
});

describe('a disk that gets full while the server runs', () => {
  test('shows in the state of the source, and what is there stays served', async ({ skip }) => {
    const disk = mountSmallDisk('4m');
    if (disk === undefined) return skip('mounting a tmpfs is not permitted here');
    const repository = createTestRepository();
    onTestFinished(repository.remove);
    repository.commit({ 'addons/web/metadata.yaml': 'name: web\nversion: 1.0.0\n' });
    const config = toConfig([{ type: 'git', name: 'repo', url: repository.folder }]);
    const server = await startTestServer({ folder: disk, config });
    onTestFinished(server.close);
    expect(await server.settled()).toMatchObject([{ state: 'ok' }]);
    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(join(disk, 'filler'), Buffer.alloc(bavail * bsize - 100_000));
    const noise = Array.from({ length: 60_000 }, (_, index) => `"${(index * 48_271) % 2_147_483_647}"`).join('\n');
    repository.commit({
      'addons/web/metadata.yaml': 'name: web\nversion: 2.0.0\n',
      'addons/web/resources/noise.cue': `package main\nnoise: [\n${noise.replaceAll('\n', ',\n')}]\n`,
    });
    expect(await (await server.sync('team/repo')).json()).toMatchObject({
      condition: 'stale',
      message: expect.stringMatching(/data folder .*full/),
    });
    expect(await server.settled()).toMatchObject([{ state: 'stale', message: expect.stringContaining('full') }]);
    expect(await server.getText('/c/team/index.yaml')).toContain('version: "1.0.0"');
    writeFileSync(join(disk, 'filler'), '');
    expect(await (await server.sync('team/repo')).json()).toMatchObject({ condition: 'ok', saved: 1 });
  }, 30_000);
});
