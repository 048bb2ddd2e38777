import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestRepository } from '../support/git-repository.ts';
import { loadBreakingRules } from './breaking-rules.ts';
import { type ChandleryServer, openChandlery } from './chandlery-server.ts';
import {
  type CatalogAnswers,
  compareFiles,
  compareListed,
  compareLoading,
  compareMetadata,
  toListing,
} from './compare-reading.ts';
import { describeJudge } from './describe-judge.ts';
import { type JudgedHistory, openJudgedHistory, readCorpusPairs } from './judged-catalogs.ts';
import { malformedAddons, malformedCommit } from './malformed-addons.ts';
import { ownAddons } from './own-addon.ts';
import { type AddonReading, readRegistry } from './registry-reader.ts';
import { ruleExampleCommit } from './rule-examples.ts';

const lines = ['1.10', '1.9'] as const;
const catalogs = ['history', 'own', 'malformed', 'examples'] as const;
type JudgedCatalog = (typeof catalogs)[number];

describeJudge("KubeVela's own registry client", ['reader-1.10', 'reader-1.9'], (folders) => {
  let history: JudgedHistory;
  const malformed = createTestRepository();
  const examples = createTestRepository();
  let server: ChandleryServer;
  const answers = new Map<JudgedCatalog, CatalogAnswers>();
  const readings = new Map<string, readonly AddonReading[]>();

  beforeAll(async () => {
    history = await openJudgedHistory();
    malformed.commit(malformedCommit());
    examples.commit(ruleExampleCommit());
    const git = (folder: string) => ({ type: 'git', url: folder, branch: 'main', path: 'addons' });
    server = await openChandlery({
      history: git(history.folder),
      own: { type: 'local', path: ownAddons },
      malformed: git(malformed.folder),
      examples: git(examples.folder),
    });
    // The others hold nothing that only an evaluation can tell.
    await server.waitUntilEvaluated('malformed');
    for (const catalog of catalogs) {
      answers.set(catalog, await readAnswers(server, catalog));
      for (const line of lines) {
        readings.set(`${catalog} ${line}`, await readRegistry(folders[`reader-${line}`], server.registryUrl(catalog)));
      }
    }
  }, 600_000);

  afterAll(async () => {
    await server?.close();
    history?.close();
    malformed.remove();
    examples.remove();
  });

  const answersOf = (catalog: JudgedCatalog): CatalogAnswers => answers.get(catalog) ?? { addons: [] };
  const readingsOf = (catalog: JudgedCatalog, line: string) => readings.get(`${catalog} ${line}`) ?? [];

  it('is asked about every version of the corpus', async ({ skip }) => {
    if (history.kind !== 'corpus') skip('needs the corpus in the shared folder');
    const { addons } = answersOf('history');
    const pairs = addons.flatMap(({ addon }) => addon.versions.map(({ version }) => `${addon.name}: ${version}`));
    expect(pairs.sort()).toEqual(await readCorpusPairs());
    expect([addons.length, pairs.length]).toEqual([53, 313]);
  });

  it('is asked about every malformed addon', () => {
    const names = answersOf('malformed').addons.map(({ addon }) => addon.name);
    expect(names.sort()).toEqual(malformedAddons.map(({ name }) => name).sort());
  });

  it('has a finding for each that does not load, and only for those', () => {
    const silent = answersOf('malformed').addons.filter(({ versions }) =>
      versions.every(({ findings }) => !findings.some(({ rule }) => loadBreakingRules.has(rule))),
    );
    const loading = malformedAddons.filter(({ loads }) => loads).map(({ name }) => name);
    expect(silent.map(({ addon }) => addon.name).sort()).toEqual(loading.sort());
  });

  describe.each(lines)('of KubeVela %s', (line) => {
    describe.each(catalogs)('on catalog %s', (catalog) => {
      it('lists the same addons and versions in the same order', () => {
        const ours = answersOf(catalog).addons.map(({ addon }) => addon);
        expect(ours.length).toBeGreaterThan(0);
        expect(toListing(readingsOf(catalog, line))).toEqual(toListing(ours));
      });

      it('takes the same version when none is named, and lists the same texts', () => {
        expect(compareListed(answersOf(catalog), readingsOf(catalog, line))).toEqual([]);
      });

      it('loads exactly the versions without a finding that breaks loading', () => {
        const differences = compareLoading(answersOf(catalog), readingsOf(catalog, line), loadBreakingRules);
        expect(differences).toEqual([]);
      });

      it('reads the same metadata and requirements', () => {
        expect(compareMetadata(answersOf(catalog), readingsOf(catalog, line))).toEqual([]);
      });

      it('takes the same files for the same things', () => {
        expect(compareFiles(answersOf(catalog), readingsOf(catalog, line))).toEqual([]);
      });
    });

    it('loads every version of the project’s own addons', () => {
      const failed = readingsOf('own', line).flatMap(({ name, versions }) =>
        versions.filter(({ error }) => error !== undefined).map(({ version, error }) => `${name} ${version}: ${error}`),
      );
      expect(failed).toEqual([]);
    });

    it.each(malformedAddons)('judges $name: loads = $loads', ({ name, loads }) => {
      const reading = readingsOf('malformed', line).find((addon) => addon.name === name);
      expect(reading?.versions[0]?.error === undefined).toBe(loads);
    });
  });
});

async function readAnswers(server: ChandleryServer, catalog: string): Promise<CatalogAnswers> {
  const addons: CatalogAnswers['addons'][number][] = [];
  for (const name of await server.listAddonNames(catalog)) {
    const addon = await server.getAddon(catalog, name);
    const versions = [];
    for (const { version } of addon.versions) versions.push(await server.getVersion(catalog, name, version));
    addons.push({ addon, versions });
  }
  return { addons };
}
