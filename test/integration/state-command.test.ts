import { writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestFolder, writeTestFiles } from '../support/git-repository.ts';
import { runInProcess } from '../support/run-in-process.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

const house = createTestFolder();
const config = `admin: { token: { file: ./token } }
catalogs:
  - { name: all, union: [team, other] }
  - { name: team, sources: [{ type: local, name: folder, path: ./team }] }
  - { name: other, sources: [{ type: local, name: folder, path: ./other }] }
`;
const metadata = (name: string) => `name: ${name}\nversion: v1.0.0\ndescription: made up\n`;
let server: TestServer | undefined;

beforeAll(async () => {
  writeTestFiles(house.folder, {
    'team/web/metadata.yaml': metadata('web'),
    'team/both/metadata.yaml': metadata('both'),
    'other/both/metadata.yaml': metadata('both'),
  });
  writeFileSync(join(house.folder, 'token'), 'right');
  server = await startTestServer({ folder: house.folder, config });
  await server.settled();
}, 60_000);

afterAll(async () => {
  await server?.close();
  house.remove();
});

const run = (...args: string[]) => runInProcess(args, { cwd: house.folder });
const me = userInfo().username;

/** What a person does with one version, and what each command says. */
async function walk() {
  const steps = [
    await run('yank', 'web@1.0.0', '--reason', 'wrong  namespace\n'),
    await run('yank', 'team/web@v1.0.0', '--reason', 'again', '--author', 'bob'),
    await run('versions', 'web'),
    await run('show', 'web'),
    await run('search', 'web'),
    await run('unyank', 'web@1.0.0', '--reason', 'was right after all'),
    await run('deprecate', 'web', '--reason', 'old', '--replacement', 'elsewhere', '--author', 'Ann Example'),
    await run('show', 'web'),
    await run('undeprecate', 'web', '--reason', 'is young again'),
    await run('quarantine', 'web@1.0.0', '--reason', 'steals secrets'),
    await run('bundle', 'team/web@1.0.0'),
    await run('release', 'web@1.0.0', '--reason', 'false alarm'),
    await run('release', 'web@1.0.0', '--reason', 'false alarm'),
  ];
  const at = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;
  return steps.map(({ code, stdout, stderr }) => ({ code, stdout: stdout.replace(at, 'AT'), stderr }));
}

test('states are changed on the running server and in the data folder alike', { timeout: 120_000 }, async () => {
  const online = await walk();
  await server?.close();
  server = undefined;
  const offline = await walk();
  const day = new Date().toISOString().slice(0, 10);
  const portless = (steps: typeof online) =>
    steps.map((step) => ({ ...step, stdout: step.stdout.replace(/:\d+\//g, '/') }));
  expect(portless(offline)).toEqual(portless(online));
  expect(online.map(({ code }) => code)).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0]);
  const [yank, again, versions, shown, search, unyank, deprecate, old, undeprecate, quarantine, bundle, ...released] =
    online;
  expect(yank).toEqual({ code: 0, stdout: 'web v1.0.0 of team is yanked\n', stderr: '' });
  expect(again?.stdout).toBe(`nothing changed: web v1.0.0 of team is yanked since AT, by ${me}: wrong namespace\n`);
  expect(versions?.stdout).toMatch(/\nv1\.0\.0 +yanked +\d{4}/);
  expect(shown?.stdout).toContain(`yanked since ${day} by ${me}: wrong namespace\n`);
  expect(search?.stderr).toBe('no addon has these words\n');
  expect(unyank?.stdout).toBe('web v1.0.0 of team is no longer yanked; it is active\n');
  expect(deprecate).toEqual({
    code: 0,
    stdout: 'the addon web of team is deprecated\n',
    stderr: 'note: elsewhere is not in this registry\n',
  });
  expect(old?.stdout).toContain(`deprecated since ${day} by Ann Example: old; use elsewhere instead\n`);
  expect(undeprecate?.stdout).toBe('the addon web of team is no longer deprecated\n');
  expect(quarantine?.stdout).toBe('web v1.0.0 of team is quarantined\n');
  expect(bundle?.stderr).toContain('is quarantined, and none of its files is served: steals secrets');
  expect(released.map((step) => step.stdout)).toEqual([
    'web v1.0.0 of team is no longer quarantined; it is active\n',
    'nothing changed: web v1.0.0 of team is not quarantined\n',
  ]);

  const history = await run('history', 'web');
  const actions = history.stdout
    .split('\n')
    .slice(1, -1)
    .map((line) => line.split(/ +/)[1]);
  const walked = ['release', 'quarantine', 'undeprecate', 'deprecate', 'unyank', 'yank'];
  expect(actions).toEqual([...walked, ...walked]);
  expect(history.stdout).toContain('every version  Ann Example');
  const events = JSON.parse((await run('history', 'team/web@v1.0.0', '--json')).stdout);
  expect(events).toHaveLength(8);
  expect(events[0]).toMatchObject({ action: 'release', author: me, version: 'v1.0.0' });
  expect(await run('history', 'team/both')).toMatchObject({ code: 0, stderr: 'nothing was ever said of it\n' });
});

describe('wrong usage', () => {
  const because = ['--reason', 'because'];

  test.each([
    [['yank', 'web@1.0.0'], 2, "error: required option '--reason <text>' not specified"],
    [
      ['yank', 'web', ...because],
      2,
      'error: name the version: a whole addon can be deprecated, but "yank" is for one version',
    ],
    [['yank', './web', ...because], 2, 'error: "./web" is a path'],
    [['yank', 'web@1.0.0', '--reason', ' '], 2, 'error: reason must not be empty'],
    [['yank', 'web@1.0.0', ...because, '--author', ''], 2, 'error: author must not be empty'],
    [['yank', 'both@1.0.0', ...because], 2, 'error: both is in team, other: write team/both or other/both'],
    [['yank', 'all/both@1.0.0', ...because], 2, 'error: "all" unites other catalogs: name team/both'],
    [['yank', 'web@1.0.0', ...because, '--replacement', 'x'], 2, "error: unknown option '--replacement'"],
    [['yank', 'web@latest', ...because], 2, 'error: name the version itself'],
    [['yank', 'web@7.0.0', ...because], 1, 'help:  "chandlery versions" lists what there is'],
    [['yank', 'wbe@1.0.0', ...because], 1, 'error: no catalog has an addon called "wbe"'],
    [['history', 'wbe'], 1, 'error: no catalog has an addon called "wbe"'],
  ])('%j', async (args, code, message) => {
    const result = await run(...args);
    expect(result.stderr).toContain(message);
    expect([result.code, result.stdout]).toEqual([code, '']);
  });
});

test('a server elsewhere wants its token', { timeout: 60_000 }, async () => {
  await server?.close();
  server = await startTestServer({ folder: house.folder, config });
  await server.settled();
  const { url } = server;
  const yank = (environment: Readonly<Record<string, string>>) =>
    runInProcess(['yank', 'team/both@1.0.0', '--reason', 'because', '--author', 'ann', '--server', url, '--json'], {
      cwd: house.folder,
      environment,
    });
  expect(await yank({})).toMatchObject({ code: 3, stdout: '' });
  expect((await yank({ CHANDLERY_ADMIN_TOKEN: 'wrong' })).stderr).toContain('this token does not admit');
  const done = await yank({ CHANDLERY_ADMIN_TOKEN: 'right' });
  expect(done.code).toBe(0);
  expect(JSON.parse(done.stdout)).toMatchObject({
    changed: true,
    state: 'yanked',
    event: { catalog: 'team', name: 'both', version: 'v1.0.0', author: 'ann' },
  });
});
