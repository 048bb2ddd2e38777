import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Source } from '../../registry/sources/types.ts';
import type { GitSourceConfig } from '../../schemas/config.ts';
import { createGitBench, testSignal } from '../support/git-bench.ts';
import { startGitHttpServer, startHttpServer, startHttpsServer } from '../support/git-servers.ts';

const bench = createGitBench();

afterEach(() => bench.clear());

function follow(
  config: Partial<GitSourceConfig> & { readonly url: string },
  configFolder: string,
  path?: string,
): Source {
  const limits = { askDeadlineMs: 10_000 };
  return bench.follow(config.url, { config, configFolder, limits, ...(path === undefined ? {} : { path }) });
}

const openssl = spawnSync('sh', ['-c', 'openssl version']).status === 0;

test.skipIf(!openssl)(
  `https trusts the certificate authorities of the source${openssl ? '' : ' (skipped: no openssl)'}`,
  async () => {
    const repository = bench.createAddonRepository();
    const folder = bench.createFolder();
    const request = [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-days',
      '2',
    ];
    const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
    execFileSync('sh', ['-c', 'openssl "$@"', 'sh', ...request, ...subject, '-keyout', 'key.pem', '-out', 'ca.pem'], {
      cwd: folder,
      stdio: 'ignore',
    });
    const real = await bench.serve(startGitHttpServer(dirname(repository.folder)));
    const tls = {
      cert: readFileSync(join(folder, 'ca.pem'), 'utf8'),
      key: readFileSync(join(folder, 'key.pem'), 'utf8'),
    };
    const server = await bench.serve(startHttpsServer(tls, real.handle));
    const url = `https://127.0.0.1:${server.port}/${basename(repository.folder)}/.git`;
    expect(await bench.listVersions(follow({ url, caBundle: './ca.pem' }, folder))).toEqual(['a@1.0.0']);
    await expect(follow({ url }, folder).findRevision(testSignal)).rejects.toMatchObject({
      code: 'SOURCE_INVALID',
      message: expect.stringContaining('set `caBundle`'),
    });
  },
);

test('a proxy of the source carries every request', async () => {
  const repository = bench.createAddonRepository();
  const real = await bench.serve(startGitHttpServer(dirname(repository.folder)));
  const seen: string[] = [];
  const proxy = await bench.serve(
    startHttpServer((request, response) => {
      seen.push(request.url ?? '');
      const { pathname, search } = new URL(request.url ?? '/', 'http://x');
      request.url = `${pathname}${search}`;
      real.handle(request, response);
    }),
  );
  const url = `http://addons.invalid/${basename(repository.folder)}/.git`;
  expect(await bench.listVersions(follow({ url, proxy: `http://127.0.0.1:${proxy.port}` }, '/'))).toEqual(['a@1.0.0']);
  expect(seen.every((path) => path.startsWith('http://addons.invalid/'))).toBe(true);
  const direct = await follow({ url }, '/')
    .findRevision(testSignal)
    .catch((error: unknown) => error);
  expect(direct).toMatchObject({ code: 'SOURCE_UNAVAILABLE', message: expect.stringContaining('cannot be resolved') });
});

test('ssh is called with the key of the source, and never asks', async () => {
  const repository = bench.createAddonRepository();
  const bin = bench.createFolder();
  // Stands for ssh: notes its arguments and runs the command for the other side here.
  const script = [
    '#!/bin/sh',
    `printf '%s\\n' "$@" > '${bin}/arguments'`,
    'for last; do :; done',
    'exec sh -c "$last"',
    '',
  ];
  writeFileSync(join(bin, 'ssh'), script.join('\n'));
  chmodSync(join(bin, 'ssh'), 0o755);
  const path = `${bin}:${process.env['PATH'] ?? ''}`;
  const config = { url: `git@host.invalid:${repository.folder}`, auth: { sshKey: { file: 'id_ed25519' } } };
  expect(await bench.listVersions(follow(config, bin, path))).toEqual(['a@1.0.0']);
  const called = readFileSync(join(bin, 'arguments'), 'utf8').split('\n');
  expect(called).toEqual(
    expect.arrayContaining([
      'BatchMode=yes',
      'IdentitiesOnly=yes',
      `IdentityFile="${bin}/id_ed25519"`,
      'git@host.invalid',
    ]),
  );
});

test.each([
  ['git@host: Permission denied (publickey).', 'SOURCE_INVALID', 'refuses the ssh key'],
  ['Host key verification failed.', 'SOURCE_INVALID', 'another ssh key than before'],
  [
    'ssh: Could not resolve hostname host.invalid: Name or service not known',
    'SOURCE_UNAVAILABLE',
    'cannot be resolved',
  ],
  ['ssh: connect to host host.invalid port 22: Connection timed out', 'SOURCE_UNAVAILABLE', 'does not answer'],
])('ssh that says "%s"', async (words, code, message) => {
  const bin = bench.createFolder();
  writeFileSync(join(bin, 'ssh'), `#!/bin/sh\necho '${words}' >&2\nexit 255\n`);
  chmodSync(join(bin, 'ssh'), 0o755);
  const source = follow({ url: 'git@host.invalid:x' }, bin, `${bin}:${process.env['PATH'] ?? ''}`);
  await expect(source.findRevision(testSignal)).rejects.toMatchObject({
    code,
    message: expect.stringContaining(message),
  });
});

test('a machine without Git is told so', async () => {
  const bin = bench.createFolder();
  const shell = execFileSync('sh', ['-c', 'command -v sh'], { encoding: 'utf8' }).trim();
  execFileSync('ln', ['-s', shell, join(bin, 'sh')]);
  const error = await follow({ url: '/srv/x' }, bin, bin)
    .findRevision(testSignal)
    .catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'SOURCE_UNAVAILABLE', message: expect.stringContaining('install Git') });
});
