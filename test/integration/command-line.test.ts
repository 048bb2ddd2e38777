import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { digestOf } from '../../registry/digest.ts';
import { runInProcess } from '../support/run-in-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const addons = fileURLToPath(new URL('../../addons', import.meta.url));

/** A folder with one faultless addon in `good`. */
function withGoodAddon(): string {
  const cwd = temporaryFolder();
  cpSync(join(addons, 'kubewatch'), join(cwd, 'good', 'kubewatch'), { recursive: true });
  return cwd;
}

/** The same, and beside it one whose metadata.yaml has an unknown key in line 2. */
function withBothAddons(): string {
  const cwd = withGoodAddon();
  const bad = join(cwd, 'bad', 'kubewatch');
  cpSync(join(addons, 'kubewatch'), bad, { recursive: true });
  const [first, ...rest] = readFileSync(join(bad, 'metadata.yaml'), 'utf8').split('\n');
  writeFileSync(join(bad, 'metadata.yaml'), [first, 'descriptoin: x', ...rest].join('\n'));
  return cwd;
}

describe('wrong usage ends with 2', () => {
  test.each([
    [[], 'Usage: chandlery'],
    [['serv'], "error: unknown command 'serv'"],
    [['check'], "error: missing required argument 'paths'"],
    [['check', '--frmat', 'json', 'x'], "error: unknown option '--frmat'"],
    [['check', '--for', '1.8', 'x'], '"1.8" is no release line; known are 1.9, 1.10, 1.11.'],
    [['check', 'no/such'], 'error: no/such does not exist'],
    [['check', '.'], 'error: . holds no addon: no metadata.yaml stands in it or in a folder in it'],
    [['show', 'a/b/c'], 'error: "a/b/c" names nothing'],
    [['show', 'x', '--server', 'localhost:7770'], 'error: --server: "localhost:7770" is no http or https URL'],
    [['versions', './x'], 'error: "./x" is a path'],
    [['config', 'print', '--port', 'x'], 'error: --port: must be a whole number between 0 and 65535'],
    [['serve', '--config', 'none.yaml'], 'which --config names, cannot be read: there is no such file'],
  ])('%j', async (args, message) => {
    const { code, stdout, stderr } = await runInProcess(args, { cwd: temporaryFolder() });
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/^ {4}at /m);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });
});

test('help and version end with 0', async () => {
  const cwd = temporaryFolder();
  const help = await runInProcess(['--help'], { cwd });
  expect(help).toMatchObject({ code: 0, stderr: '' });
  for (const command of ['serve', 'check', 'pack', 'show', 'versions', 'search', 'source', 'config']) {
    expect(help.stdout).toContain(`  ${command} `);
  }
  const version = await runInProcess(['--version'], { cwd });
  expect(version).toMatchObject({ code: 0, stderr: '' });
  expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

describe('check', () => {
  test('of the project’s own addons finds nothing on any release line', { timeout: 120_000 }, async () => {
    const result = await runInProcess(['check', addons], { cwd: temporaryFolder() });
    expect(result).toMatchObject({ code: 0, stdout: '' });
    const lines = ['1.9', '1.10', '1.11'].map((line) => `${line} needs parameters (image)`);
    expect(result.stderr).toContain(`chandlery: ${lines.join(', ')}\n`);
    expect(result.stderr).toMatch(/\d+ addons checked, findings: none\n$/);
  });

  test('tells each release line apart', { timeout: 120_000 }, async () => {
    const cwd = withGoodAddon();
    writeFileSync(
      join(cwd, 'good', 'kubewatch', 'template.cue'),
      'package main\n\noutput: {\n\tapiVersion: "core.oam.dev/v1beta1"\n\tkind:       "Application"\n\tspec: components: [] + []\n}\n',
    );
    const json = await runInProcess(['check', 'good', '--for', '1.10,1.11', '--json'], { cwd });
    expect(JSON.parse(json.stdout).addons[0]).toMatchObject({
      verdicts: [
        { line: '1.10', render: 'works' },
        { line: '1.11', render: 'refused', reason: expect.stringContaining('Addition of lists') },
      ],
    });
    const text = await runInProcess(['check', 'good', '--for', '1.11'], { cwd });
    expect(text.stdout).toMatch(/^good\/kubewatch\/template\.cue:6:\d+ error on 1\.11: /m);
    expect(text.stderr).toContain('good/kubewatch: 1.11 refused\n');
  });

  test('says file, line, column, rule and fix, and ends with 1', async () => {
    const cwd = withBothAddons();
    const result = await runInProcess(['check', 'good', 'bad/kubewatch', '--for', 'none'], { cwd });
    expect(result.code).toBe(1);
    expect(result.stdout).toMatch(
      /^bad\/kubewatch\/metadata\.yaml:2:1 warning: .*descriptoin.* metadata\/unknown-key\n {2}fix: .+\n$/,
    );
    expect(result.stderr).toBe('2 addons checked, findings: 1 warning\n');
  });

  test('prints JSON, SARIF and workflow commands', async () => {
    const cwd = withBothAddons();
    const json = await runInProcess(['check', 'good', 'bad', '--json', '--for', 'none'], { cwd });
    expect(json).toMatchObject({ code: 1, stderr: '' });
    expect(JSON.parse(json.stdout)).toMatchObject({
      addons: [
        { path: 'good/kubewatch', name: 'kubewatch', findings: [] },
        { path: 'bad/kubewatch', findings: [{ rule: 'metadata/unknown-key', file: 'metadata.yaml', line: 2 }] },
      ],
      counts: { error: 0, warning: 1, info: 0 },
    });
    const sarif = await runInProcess(['check', 'bad', '--format', 'sarif', '--for', 'none'], { cwd });
    expect(sarif).toMatchObject({ code: 1, stderr: '' });
    expect(JSON.parse(sarif.stdout)).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { rules: [{ id: 'metadata/unknown-key', shortDescription: { text: expect.any(String) } }] } },
          results: [{ ruleId: 'metadata/unknown-key', level: 'warning' }],
        },
      ],
    });
    const github = await runInProcess(['check', 'bad', '--format', 'github', '--for', 'none'], { cwd });
    expect(github.stdout).toMatch(
      /^::warning file=bad\/kubewatch\/metadata\.yaml,line=2,col=1,title=metadata\/unknown-key::.*descriptoin/,
    );
  });

  test('reads archives, also broken ones', async () => {
    const cwd = withGoodAddon();
    await runInProcess(['pack', 'good/kubewatch', '-o', 'a.tgz'], { cwd });
    expect(await runInProcess(['check', 'a.tgz', '--for', 'none'], { cwd })).toMatchObject({ code: 0, stdout: '' });
    writeFileSync(join(cwd, 'b.tgz'), readFileSync(join(cwd, 'a.tgz')).subarray(0, 500));
    const broken = await runInProcess(['check', 'a.tgz', 'b.tgz', '--for', 'none'], { cwd });
    expect(broken.code).toBe(1);
    expect(broken.stdout).toMatch(/^b\.tgz:1:1 error: .* package\/broken-archive\n/);
  });
});

describe('pack', () => {
  test('writes the same bytes each time and prints name, version and digest', async () => {
    const cwd = withGoodAddon();
    const first = await runInProcess(['pack', 'good/kubewatch'], { cwd });
    const [name, version, digest, file = ''] = first.stdout.trim().split(' ');
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect([name, file]).toEqual(['kubewatch', `kubewatch-${version}.tgz`]);
    expect(digestOf(readFileSync(join(cwd, file)))).toBe(digest);
    const second = await runInProcess(['pack', './good/kubewatch/', '-o', 'again.tgz', '--json'], { cwd });
    expect(JSON.parse(second.stdout)).toMatchObject({ name, version, digest, file: 'again.tgz' });
    expect(readFileSync(join(cwd, 'again.tgz')).equals(readFileSync(join(cwd, file)))).toBe(true);
  });

  test('refuses what no client could load, and writes nothing', async () => {
    const cwd = withGoodAddon();
    writeFileSync(join(cwd, 'good', 'kubewatch', 'metadata.yaml'), '- a list\n');
    const result = await runInProcess(['pack', 'good/kubewatch', '-o', 'out.tgz'], { cwd });
    expect(result).toMatchObject({ code: 1, stdout: '' });
    expect(result.stderr).toMatch(
      /^metadata\.yaml:1:1 error: [\s\S]*\nnot packed: no client could load good\/kubewatch\n$/,
    );
    expect(existsSync(join(cwd, 'out.tgz'))).toBe(false);
  });

  test('takes one addon, and a file that can be written', async () => {
    const cwd = withGoodAddon();
    mkdirSync(join(cwd, 'good', 'other'));
    writeFileSync(join(cwd, 'good', 'other', 'metadata.yaml'), 'name: other\nversion: 1.0.0\n');
    const several = await runInProcess(['pack', 'good'], { cwd });
    expect(several).toMatchObject({
      code: 2,
      stderr: 'error: good holds several addons, and one archive holds one: name one of them\n',
    });
    const nowhere = await runInProcess(['pack', 'good/kubewatch', '-o', 'no/such/a.tgz'], { cwd });
    expect(nowhere).toMatchObject({ code: 2, stderr: 'error: no/such/a.tgz cannot be written (ENOENT)\n' });
  });
});

describe('show of a path', () => {
  test('tells what stands there, with its findings', async () => {
    const cwd = withBothAddons();
    const text = await runInProcess(['show', './bad/kubewatch'], { cwd });
    expect(text).toMatchObject({ code: 0, stderr: '' });
    expect(text.stdout).toMatch(/^kubewatch \S+ \(\.\/bad\/kubewatch\)\n/);
    expect(text.stdout).toMatch(/^findings +1 warning$/m);
    expect(text.stdout).toMatch(/^ {2}metadata\.yaml:2:1 warning: /m);
    const json = await runInProcess(['show', './good', '--json'], { cwd });
    expect(JSON.parse(json.stdout)).toMatchObject({ path: './good/kubewatch', readme: 'README.md', findings: [] });
  });

  test('wants one addon, and one that can be read', async () => {
    const cwd = withBothAddons();
    cpSync(join(cwd, 'bad', 'kubewatch'), join(cwd, 'good', 'second'), { recursive: true });
    const several = await runInProcess(['show', './good'], { cwd });
    expect(several).toMatchObject({
      code: 2,
      stderr: 'error: ./good holds several addons; name one of them: ./good/kubewatch, ./good/second\n',
    });
    writeFileSync(join(cwd, 'x.tgz'), 'no archive');
    const broken = await runInProcess(['show', 'x.tgz'], { cwd });
    expect(broken.code).toBe(1);
    expect(broken.stdout).toMatch(/^an addon that cannot be read {2}\(x\.tgz\)\n/);
  });
});

describe('config print', () => {
  test('shows every setting with its origin, and a secret as its reference', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'chandlery.yaml'), 'port: 1\nhost: a.example\nadmin: { token: { env: TOKEN } }\n');
    const environment = { CHANDLERY_PORT: '2', TOKEN: 'very-secret' };
    const { code, stdout, stderr } = await runInProcess(['config', 'print', '--data', 'd'], { cwd, environment });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const lines = stdout.split('\n').map((line) => line.replace(/ {2,}/g, ' | '));
    expect(lines.slice(0, 3)).toEqual([
      'host | a.example | chandlery.yaml:2',
      'port | 2 | env CHANDLERY_PORT',
      `data | ${join(cwd, 'd')} | flag --data`,
    ]);
    expect(lines).toContain('admin.token.env | TOKEN | chandlery.yaml:3');
    expect(stdout).not.toContain('very-secret');
    const json = await runInProcess(['config', 'print', '--json'], { cwd, environment });
    expect(JSON.parse(json.stdout)).toContainEqual({ name: 'port', value: 2, origin: 'env CHANDLERY_PORT' });
  });

  test('lists every fault of the configuration and ends with 2', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'chandlery.yaml'), 'prot: 1\nhost: 5\n');
    expect(await runInProcess(['config', 'print'], { cwd })).toEqual({
      code: 2,
      stdout: '',
      stderr: [
        'error: chandlery.yaml:1:1: the key "prot" is unknown; did you mean "port"?',
        '       chandlery.yaml:2:7: must be text, not a number',
        'help:  every setting is described in chandlery.schema.json, which editors read; "chandlery config print" shows what is in force',
        '',
      ].join('\n'),
    });
  });
});
