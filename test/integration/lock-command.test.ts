import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { toLockYaml } from '../../registry/resolve/lock/to-lock-yaml.ts';
import { createLockFixture } from '../support/lock-fixture.ts';
import { runInProcess } from '../support/run-in-process.ts';
import type { TestServer } from '../support/test-server.ts';

const fixture = createLockFixture();
const { folder } = fixture;
let server: TestServer;

beforeAll(async () => {
  server = await fixture.startServer();
}, 60_000);

afterAll(async () => {
  await server.close();
  fixture.remove();
});

describe('chandlery lock', () => {
  const run = (...args: string[]) => runInProcess([...args, '--server', server.url], { cwd: folder });
  const file = join(folder, 'chandlery.lock');

  test('write, check, upgrade and push go round', async () => {
    const written = await run('lock', 'write', 'grafana@1.0.0', 'dex@<0.7', '--vela', '1.10.9');
    expect([written.code, written.stderr]).toEqual([0, expect.stringContaining('chandlery.lock pins 2 addons')]);
    expect(written.stdout).toContain('dex v0.6.5');
    const checked = await run('lock', 'check');
    expect([checked.code, checked.stdout]).toEqual([0, 'holds  chandlery.lock, 2 addons, for KubeVela 1.10.9\n']);
    const old = await run('lock', 'check', '--vela', '1.8.0');
    expect([old.code, old.stdout]).toEqual([
      1,
      expect.stringMatching(/chandlery.lock:\d+: grafana 1.0.0 needs KubeVela >=v1.9.0/),
    ]);

    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('"v0.6.5"', '"0.7.0"'));
    const edited = await run('lock', 'check');
    expect([edited.code, edited.stdout]).toEqual([
      1,
      expect.stringContaining('chandlery.lock:6:5: members were changed by hand'),
    ]);
    expect(edited.stdout).toMatch(/chandlery.lock:\d+: dex 0.7.0 of team has other bytes now/);
    expect((await run('lock', 'upgrade')).code).toBe(2);
    writeFileSync(file, text);

    const pushed = await run('lock', 'push', '--json');
    expect(JSON.parse(pushed.stdout).id).toBe(/^id: (.*)$/m.exec(text)?.[1]);
    const lines = await run('lock', 'push');
    expect(lines.stdout).toMatch(/vela addon registry add lock-[0-9a-f]{12} --type helm --endpoint http/);
    expect(lines.stdout.indexOf('enable dex')).toBeLessThan(lines.stdout.indexOf('enable grafana'));
  });

  test('upgrade moves what is named and as little else as it can, and shows it first', async () => {
    const members = (): string[] =>
      parse(readFileSync(file, 'utf8')).members.map(
        ({ name, version }: { name: string; version: string }) => `${name} ${version}`,
      );
    // As it would have been decided before the newer versions came: wanted without a range, at the oldest.
    const early = await run('lock', 'write', 'grafana@1.0.0', 'dex@0.6.5', '--vela', '1.10.9', '--json');
    const { id: _id, ...pinned } = JSON.parse(early.stdout);
    const loose = toLockYaml({ ...pinned, members: pinned.members.map((member: object) => ({ ...member, want: {} })) });
    writeFileSync(file, loose);

    const dry = await run('lock', 'upgrade', 'dex', '--dry-run');
    expect([dry.code, dry.stdout]).toEqual([0, 'dex  v0.6.5 -> 0.7.0\n']);
    expect(readFileSync(file, 'utf8')).toBe(loose);
    await run('lock', 'upgrade', 'dex');
    expect(members()).toEqual(['dex 0.7.0', 'grafana 1.0.0']);
    expect((await run('lock', 'upgrade', 'dex')).stdout).toBe('nothing moves\n');

    writeFileSync(file, loose);
    await run('lock', 'upgrade', 'grafana');
    expect(members()).toEqual(['dex v0.6.5', 'grafana 1.1.0']);
    writeFileSync(file, loose);
    await run('lock', 'upgrade');
    const all = members();
    await run('lock', 'write', 'grafana', 'dex', '--vela', '1.10.9');
    expect(all).toEqual(members());

    writeFileSync(file, loose);
    writeFileSync(join(folder, 'installed.json'), JSON.stringify([{ name: 'dex', version: 'v0.6.5' }]));
    await run('lock', 'upgrade', '--installed', 'installed.json');
    expect(members()).toEqual(['dex v0.6.5', 'grafana 1.1.0']);

    const unknown = await run('lock', 'upgrade', 'grafanna');
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('did you mean grafana?')]);
  });

  test.each([
    ['format: 2\nid: x\n', 'broken.lock:1:9: was written by a newer chandlery'],
    ['members: [\n', 'broken.lock:2:1: '],
  ])('a file that is no lock is refused with its place', async (text, message) => {
    writeFileSync(join(folder, 'broken.lock'), text);
    const { code, stderr } = await run('lock', 'check', 'broken.lock');
    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });

  test('what does not fit is told in words', async () => {
    const { code, stdout } = await run('lock', 'write', 'grafana@1.1.0', 'dex@0.7.0');
    expect([code, stdout]).toEqual([1, expect.stringContaining('dex')]);
  });
});
