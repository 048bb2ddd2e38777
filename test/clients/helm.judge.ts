import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseVersion } from '../../registry/version/parse-version.ts';
import type { AddonDetail } from '../../schemas/rest.ts';
import { type ChandleryServer, openChandlery } from './chandlery-server.ts';
import { describeJudge } from './describe-judge.ts';
import { type JudgedHistory, openJudgedHistory } from './judged-catalogs.ts';
import { ownAddons } from './own-addon.ts';
import { runChecked } from './run-program.ts';

const catalogs = ['history', 'own'] as const;

describeJudge('Helm', ['helm-3', 'helm-4'], (folders) => {
  let history: JudgedHistory;
  let server: ChandleryServer;
  const addons = new Map<string, AddonDetail[]>();

  beforeAll(async () => {
    history = await openJudgedHistory();
    server = await openChandlery({
      history: { type: 'git', url: history.folder, branch: 'main', path: 'addons' },
      own: { type: 'local', path: ownAddons },
    });
    for (const catalog of catalogs) {
      const details: AddonDetail[] = [];
      for (const name of await server.listAddonNames(catalog)) details.push(await server.getAddon(catalog, name));
      addons.set(catalog, details);
    }
  });

  afterAll(async () => {
    await server?.close();
    history?.close();
  });

  describe.each(['helm-3', 'helm-4'] as const)('%s', (program) => {
    const home = mkdtempSync(join(tmpdir(), 'chandlery-helm-'));
    const env = { HELM_CACHE_HOME: home, HELM_CONFIG_HOME: home, HELM_DATA_HOME: home };
    const helm = (...args: readonly string[]) => runChecked(join(folders[program], 'helm'), args, { env, cwd: home });
    afterAll(() => rmSync(home, { recursive: true, force: true }));

    it.each(catalogs)('adds catalog %s', async (catalog) => {
      expect(await helm('repo', 'add', catalog, server.registryUrl(catalog))).toContain('has been added');
    });

    it('updates', async () => {
      expect(await helm('repo', 'update')).toContain('Update Complete');
    });

    it.each(catalogs)('finds every version that is a semantic one in catalog %s', async (catalog) => {
      const text = await helm('search', 'repo', `${catalog}/`, '--versions', '--devel', '-o', 'json');
      // `helm search repo --help` shows the fields.
      const found = JSON.parse(text) as { name: string; version: string }[];
      expect(found.map(({ name, version }) => `${name} ${version}`).sort()).toEqual(
        installable(addons.get(catalog))
          .flatMap(({ name, versions }) => versions.map(({ version }) => `${catalog}/${name} ${version}`))
          .sort(),
      );
    });

    it.each(catalogs)(
      'pulls the newest version of each addon of catalog %s with the digest that is stated',
      async (catalog) => {
        const newest = installable(addons.get(catalog)).map(({ name, versions }) => ({ name, version: versions[0] }));
        expect(newest.length).toBeGreaterThan(0);
        const differences: string[] = [];
        for (const { name, version } of newest) {
          const folder = mkdtempSync(join(home, 'pulled-'));
          await helm('pull', `${catalog}/${name}`, '--version', version?.version ?? '', '--destination', folder);
          const files = readdirSync(folder);
          const bytes = readFileSync(join(folder, files[0] ?? ''));
          const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
          if (files.length !== 1 || digest !== version?.digest) differences.push(`${name}: ${files} ${digest}`);
        }
        expect(differences).toEqual([]);
      },
    );

    it.each(catalogs)('shows the chart of the newest version of each addon of catalog %s', async (catalog) => {
      for (const { name, versions } of installable(addons.get(catalog))) {
        const version = versions[0]?.version ?? '';
        const chart = parse(await helm('show', 'chart', `${catalog}/${name}`, '--version', version), {
          version: '1.1',
        });
        expect(chart).toMatchObject({ name, version });
      }
    });
  });
});

// Helm leaves out what is no semantic version, and an addon of which nothing is left.
function installable(details: readonly AddonDetail[] | undefined): AddonDetail[] {
  return (details ?? [])
    .map((addon) => ({ ...addon, versions: addon.versions.filter(({ version }) => parseVersion(version).ok) }))
    .filter(({ versions }) => versions.length > 0);
}
