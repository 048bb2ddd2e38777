import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestOf } from '../../registry/digest.ts';
import type { StateAction } from '../../schemas/version-state.ts';
import { createTestRepository } from '../support/git-repository.ts';
import { type ChandleryServer, openChandlery } from './chandlery-server.ts';
import { describeJudge } from './describe-judge.ts';
import { readRegistry } from './registry-reader.ts';
import { runChecked } from './run-program.ts';

/** Versions of one addon, newest first, and what is done to each. */
const versions: Readonly<Record<string, StateAction | undefined>> = {
  '4.0.0': 'quarantine',
  '3.0.0': 'yank',
  '2.0.0': 'deprecate',
  '1.0.0': undefined,
};
const listed = ['2.0.0', '1.0.0'];

describeJudge(
  'Versions that are deprecated, yanked or quarantined',
  ['reader-1.10', 'reader-1.9', 'helm-3', 'helm-4'],
  (folders) => {
    const history = createTestRepository();
    let server: ChandleryServer;
    let lockUrl = '';

    beforeAll(async () => {
      for (const version of Object.keys(versions).reverse()) {
        history.commit({ 'addons/web/metadata.yaml': `name: web\nversion: ${version}\ndescription: a web server\n` });
      }
      server = await openChandlery({ shop: { type: 'git', url: history.folder, branch: 'main', path: 'addons' } });
      const lock = await server.findLock({ want: [{ name: 'web', range: '3.0.0' }] });
      lockUrl = lock?.url ?? '';
      for (const [version, action] of Object.entries(versions)) {
        if (action === undefined) continue;
        const path = ['catalogs', 'shop', 'addons', 'web', 'versions', version, 'state'];
        await server.administer(path, { action, reason: 'the judges said so' });
      }
    });

    afterAll(async () => {
      await server?.close();
      history.remove();
    });

    it('are marked in the index where they are listed', async () => {
      const index = await (await fetch(`${server.registryUrl('shop')}/index.yaml`)).text();
      expect(index.match(/deprecated: true/g)).toHaveLength(1);
    });

    it.each(['reader-1.10', 'reader-1.9'] as const)(
      "%s, KubeVela's own client, lists and loads the deprecated one",
      async (reader) => {
        const [web, ...others] = await readRegistry(folders[reader], server.registryUrl('shop'));
        expect(others).toEqual([]);
        expect(web?.versions.map(({ version, error }) => [version, error])).toEqual(
          listed.map((each) => [each, undefined]),
        );
        expect([web?.default, web?.versions[0]?.meta?.version]).toEqual(['2.0.0', '2.0.0']);
      },
    );

    it.each(['reader-1.10', 'reader-1.9'] as const)(
      '%s loads the yanked one from a lock that has it',
      async (reader) => {
        const [web] = await readRegistry(folders[reader], lockUrl);
        expect(web?.versions.map(({ version, error }) => [version, error])).toEqual([['3.0.0', undefined]]);
      },
    );

    describe.each(['helm-3', 'helm-4'] as const)('%s', (program) => {
      const home = mkdtempSync(join(tmpdir(), 'chandlery-states-'));
      const env = { HELM_CACHE_HOME: home, HELM_CONFIG_HOME: home, HELM_DATA_HOME: home };
      const helm = (...args: readonly string[]) => runChecked(join(folders[program], 'helm'), args, { env, cwd: home });
      afterAll(() => rmSync(home, { recursive: true, force: true }));

      it('finds and pulls the deprecated one, and neither of the others', async () => {
        await helm('repo', 'add', 'shop', server.registryUrl('shop'));
        const text = await helm('search', 'repo', 'shop/', '--versions', '-o', 'json');
        // `helm search repo --help` shows the fields.
        const found = JSON.parse(text) as { version: string }[];
        expect(found.map(({ version }) => version)).toEqual(listed);
        const { versions: known } = await server.getAddon('shop', 'web');
        await helm('pull', 'shop/web', '--version', '2.0.0', '--destination', home);
        const file = readdirSync(home).find((name) => name.endsWith('.tgz')) ?? '';
        const digest = known.find(({ version }) => version === '2.0.0')?.digest;
        expect(digestOf(readFileSync(join(home, file)))).toBe(digest);
        await expect(helm('pull', 'shop/web', '--version', '3.0.0')).rejects.toThrow();
      });
    });
  },
);
