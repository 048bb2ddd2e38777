import { cpSync, existsSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { runChandlery, startChandlery } from '../support/run-chandlery.ts';
import { runInProcess } from '../support/run-in-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const addons = fileURLToPath(new URL('../../addons', import.meta.url));

/** A folder with a configuration that serves one addon. */
function withCatalog(): string {
  const cwd = temporaryFolder();
  cpSync(join(addons, 'kubewatch'), join(cwd, 'addons', 'kubewatch'), { recursive: true });
  const source = '{ type: local, name: own, path: ./addons }';
  writeFileSync(join(cwd, 'chandlery.yaml'), `catalogs:\n  - name: team\n    sources:\n      - ${source}\n`);
  return cwd;
}

describe('a server on this machine', () => {
  test('is found by the command line, which works the same with and without it', { timeout: 120_000 }, async () => {
    const cwd = withCatalog();
    const before = await runInProcess(['search'], { cwd });
    expect(before.code).toBe(3);
    expect(before.stderr).toBe(
      `error: nothing was read into ${join(cwd, 'data')} yet. Start the server with "chandlery serve", or name a running one with --server\n`,
    );

    const server = await startChandlery([], { cwd });
    const run = (...args: string[]) => runInProcess(args, { cwd });
    const sync = await run('source', 'sync', '--json');
    expect(sync).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(sync.stdout)).toMatchObject([{ source: 'team/own', condition: 'ok', failed: 0 }]);

    // Verdicts come in while the server runs.
    while ((await run('show', 'kubewatch', '--json')).stdout.includes('"pending"')) {
      await new Promise((resolve) => setTimeout(resolve, 200));
    }

    const readings = async () => ({
      search: await run('search', 'workloads', '--json'),
      nothing: await run('search', 'no such words'),
      show: await run('show', 'kubewatch', '--json'),
      text: await run('show', 'team/kubewatch'),
      versions: await run('versions', 'kubewatch'),
      wrongVersion: await run('show', 'kubewatch@99.0.0'),
      wrongAddon: await run('versions', 'kubewach'),
      wrongSource: await run('source', 'sync', 'team/none'),
    });
    const online = await readings();
    expect(Object.values(online).map(({ code }) => code)).toEqual([0, 1, 0, 0, 0, 1, 1, 1]);
    expect(JSON.parse(online.search.stdout)).toMatchObject([{ catalog: 'team', name: 'kubewatch' }]);
    expect(online.nothing).toMatchObject({ stdout: '', stderr: 'no addon has these words\n' });
    expect(JSON.parse(online.show.stdout)).toMatchObject({ name: 'kubewatch', origin: { source: 'team/own' } });
    expect(online.versions.stdout).toMatch(/^VERSION {2}STATE {3}PUBLISHED .*\n\d\S+ +active /);
    expect(online.wrongVersion.stderr).toBe(
      'error: addon "kubewatch" of catalog "team" has no version "99.0.0"\nhelp:  "chandlery versions" lists what there is\n',
    );
    expect(online.wrongSource.stderr).toContain('error: no source is called "team/none"');

    const second = await run('serve', '--port', '0');
    expect(second.code).toBe(3);
    expect(second.stderr).toContain(`belongs to chandlery with pid ${server.pid} at ${server.url}, and only one`);

    const stopping = Date.now();
    expect((await server.stop('SIGTERM')).code).toBe(0);
    expect(Date.now() - stopping).toBeLessThan(10_000);
    expect(existsSync(join(cwd, 'data', 'server.json'))).toBe(false);

    const offline = await readings();
    const port = /:\d+/g;
    const withoutPort = (result: { stdout: string }) => result.stdout.replace(port, '');
    expect(Object.values(offline).map(withoutPort)).toEqual(Object.values(online).map(withoutPort));
    expect((await run('source', 'sync')).stdout).toContain('nothing new');
  });

  test('that was killed leaves a note that misleads nobody', { timeout: 60_000 }, async () => {
    const cwd = withCatalog();
    const server = await startChandlery([], { cwd });
    await runInProcess(['source', 'sync'], { cwd });
    await server.stop('SIGKILL');
    expect(existsSync(join(cwd, 'data', 'server.json'))).toBe(true);
    expect(await runInProcess(['search', 'kubewatch'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  });

  test('is reached by its URL, and lets nobody write without the token', { timeout: 60_000 }, async () => {
    const cwd = withCatalog();
    writeFileSync(
      join(cwd, 'server.yaml'),
      `admin: { token: { env: T } }\ncatalogs: [{ name: team, sources: [{ type: local, name: own, path: ./addons }] }]\n`,
    );
    const server = await startChandlery(['--config', 'server.yaml'], { cwd, environment: { T: 'right' } });
    const elsewhere = temporaryFolder();
    const sync = (token?: string) =>
      runInProcess(['source', 'sync', 'team/own', '--server', server.url], {
        cwd: elsewhere,
        environment: token === undefined ? {} : { CHANDLERY_ADMIN_TOKEN: token },
      });
    expect((await sync('right')).code).toBe(0);
    expect(await sync()).toMatchObject({ code: 3, stdout: '' });
    const wrong = await sync('wrong');
    expect(wrong.code).toBe(3);
    expect(wrong.stderr).toContain('help:  set CHANDLERY_ADMIN_TOKEN to the token of that server');
    const show = await runInProcess(['show', 'kubewatch', '--server', server.url], { cwd: elsewhere });
    expect(show.stdout).toMatch(/^kubewatch \S+ \(team\)\n/);
    expect((await server.stop('SIGINT')).code).toBe(0);
    const gone = await runInProcess(['show', 'kubewatch', '--server', server.url], { cwd: elsewhere });
    expect(gone).toMatchObject({
      code: 3,
      stderr: `error: the server ${server.url} does not serve this: nobody listens there\n`,
    });
  });
});

describe('what keeps a server from starting', () => {
  test('is a port that another program uses', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => {
      other.close();
    });
    await new Promise((resolve) => other.once('listening', resolve));
    // A listening TCP server has an address of this type.
    const { port } = other.address() as AddressInfo;
    const cwd = withCatalog();
    const result = await runChandlery(['serve', '--port', String(port)], { cwd });
    expect(result.code).toBe(3);
    expect(result.stderr).toContain(`error: port ${port} of 127.0.0.1 is in use by another program`);
    expect(existsSync(join(cwd, 'data', 'server.json'))).toBe(false);
  });

  test('is a data folder that cannot be one', async () => {
    const cwd = withCatalog();
    writeFileSync(join(cwd, 'file'), '');
    const folder = join(cwd, 'file', 'data');
    const result = await runChandlery(['serve', '--port', '0', '--data', folder], { cwd });
    expect(result).toEqual({
      code: 3,
      stdout: '',
      stderr: `error: the data folder ${folder} cannot be used: a part of the path is a file and no folder. Mend that, or name another folder with --data or CHANDLERY_DATA\n`,
    });
  });
});
