import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestOf } from '../../registry/digest.ts';
import { parseVersion } from '../../registry/version/parse-version.ts';
import { type ChandleryServer, openChandlery } from './chandlery-server.ts';
import { describeJudge } from './describe-judge.ts';
import { type JudgedHistory, openJudgedHistory } from './judged-catalogs.ts';
import { type LockBag, lockOldest } from './lock-bags.ts';
import { type AddonReading, readRegistry } from './registry-reader.ts';
import { runChecked } from './run-program.ts';

describeJudge('A lock as a registry', ['reader-1.10', 'reader-1.9', 'helm-3', 'helm-4'], (folders) => {
  let history: JudgedHistory;
  let server: ChandleryServer;
  let bags: readonly LockBag[] = [];
  let impossible: readonly string[] = [];

  beforeAll(async () => {
    history = await openJudgedHistory();
    server = await openChandlery({ history: { type: 'git', url: history.folder, branch: 'main', path: 'addons' } });
    ({ bags, impossible } = await lockOldest(server, 'history'));
  }, 600_000);

  afterAll(async () => {
    await server?.close();
    history?.close();
  });

  it('holds every addon of the catalogue somewhere, mostly at another version than the newest', async () => {
    const held = new Map(bags.flatMap(({ members }) => [...members].map(([name, { version }]) => [name, version])));
    const names = await server.listAddonNames('history');
    expect([...new Set([...held.keys(), ...impossible])].sort()).toEqual(names.sort());
    expect(impossible.length).toBeLessThan(names.length / 10);
    const several: string[] = [];
    for (const name of held.keys()) {
      const { versions } = await server.getAddon('history', name);
      if (versions.length > 1) several.push(versions[0]?.version === held.get(name) ? 'newest' : 'older');
    }
    // Of a history without older versions there is nothing more to ask.
    const older = several.filter((each) => each === 'older').length;
    expect(older).toBeGreaterThanOrEqual(several.length / 2);
    console.log(
      `${bags.length} locks hold ${held.size} addons, ${older} of ${several.length} at an older version; not to be had: ${impossible.join(', ') || 'none'}`,
    );
  });

  describe.each(['1.10', '1.9'] as const)("for KubeVela's own client %s", (line) => {
    const readings = new Map<LockBag, readonly AddonReading[]>();

    beforeAll(async () => {
      for (const bag of bags) readings.set(bag, await readRegistry(folders[`reader-${line}`], bag.lock.url));
    }, 600_000);

    it('lists exactly the locked versions, one of each addon', () => {
      for (const { lock, readings: read } of pairs(bags, readings)) {
        const listed = read.map(({ name, versions }) => `${name} ${versions.map(({ version }) => version).join(', ')}`);
        expect(listed.sort()).toEqual(lock.members.map(({ name, version }) => `${name} ${version}`).sort());
      }
    });

    it('loads exactly these, as it does from the catalog itself', async () => {
      const whole = await readRegistry(folders[`reader-${line}`], server.registryUrl('history'));
      const loaded = new Map(
        whole.flatMap(({ name, versions }) => versions.map((each) => [`${name} ${each.version}`, each] as const)),
      );
      let count = 0;
      for (const { readings: read } of pairs(bags, readings)) {
        for (const { name, versions } of read) {
          for (const version of versions) expect(version).toEqual(loaded.get(`${name} ${version.version}`));
          count += versions.filter(({ error }) => error === undefined).length;
        }
      }
      expect(count).toBeGreaterThan(0);
    });

    it('takes the locked version when none is named', () => {
      for (const { readings: read } of pairs(bags, readings)) {
        for (const { versions, ...addon } of read) {
          // None is taken where the client takes none: pre-releases, and what is no version.
          if (addon.default !== undefined && addon.default !== '') expect(addon.default).toBe(versions[0]?.version);
        }
      }
    });
  });

  describe.each(['helm-3', 'helm-4'] as const)('for %s', (program) => {
    const home = mkdtempSync(join(tmpdir(), 'chandlery-locked-'));
    const env = { HELM_CACHE_HOME: home, HELM_CONFIG_HOME: home, HELM_DATA_HOME: home };
    const helm = (...args: readonly string[]) => runChecked(join(folders[program], 'helm'), args, { env, cwd: home });
    afterAll(() => rmSync(home, { recursive: true, force: true }));

    it('has one version of each addon, and pulls it with the locked digest', async () => {
      for (const [index, { lock }] of bags.entries()) {
        const repository = `lock-${index}`;
        await helm('repo', 'add', repository, lock.url);
        const members = lock.members.filter(({ version }) => parseVersion(version).ok);
        const text = await helm('search', 'repo', `${repository}/`, '--versions', '--devel', '-o', 'json');
        // `helm search repo --help` shows the fields.
        const found = JSON.parse(text) as { name: string; version: string }[];
        expect(found.map(({ name, version }) => `${name} ${version}`).sort()).toEqual(
          members.map(({ name, version }) => `${repository}/${name} ${version}`).sort(),
        );
        for (const { name, version, digest } of members) {
          const folder = mkdtempSync(join(home, 'pulled-'));
          await helm('pull', `${repository}/${name}`, '--version', version, '--destination', folder);
          const [file = '', ...others] = readdirSync(folder);
          expect([name, others, digestOf(readFileSync(join(folder, file)))]).toEqual([name, [], digest]);
        }
      }
    }, 300_000);

    it('does not pull any other version', async ({ skip }) => {
      const { lock } = bags[0] ?? {};
      for (const { name, version } of lock?.members ?? []) {
        const { versions } = await server.getAddon('history', name);
        const other = versions.find((each) => each.version !== version && parseVersion(each.version).ok);
        if (other === undefined) continue;
        await expect(helm('pull', `lock-0/${name}`, '--version', other.version)).rejects.toThrow();
        return;
      }
      skip('no addon has another version');
    });
  });
});

function pairs(bags: readonly LockBag[], readings: ReadonlyMap<LockBag, readonly AddonReading[]>) {
  expect(bags.length).toBeGreaterThan(0);
  return bags.map((bag) => ({ lock: bag.lock, readings: readings.get(bag) ?? [] }));
}
