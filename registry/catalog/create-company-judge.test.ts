import { expect, test } from 'vitest';
import { aDefinition, aLineEvaluation } from '../../test/support/line-evaluation.ts';
import { anEntry } from '../../test/support/version-entry.ts';
import { createMemoryCatalogStore } from '../storage/memory/memory-catalog-store.ts';
import { createCompanyJudge } from './create-company-judge.ts';
import { openCatalogViews } from './open-catalog-views.ts';

test('the version that stands for an addon is judged beside those of all catalogs, whatever is newest in the store', async () => {
  const store = createMemoryCatalogStore();
  const catalogs = ['official', 'team'].map((name) => ({ name, title: name, dependsOn: [] }));
  async function save(catalog: string, addon: string, version: string, definitions: readonly string[]) {
    const content = `${catalog} ${addon} ${version}`;
    await store.saveVersion(anEntry({ catalog, addon, key: version, version, content }));
    const facts = { definitions: definitions.map((name) => aDefinition({ name })), uses: [] };
    await store.saveLineEvaluations([aLineEvaluation({ content, facts })]);
  }
  await save('official', 'fluxcd', '1.0.0', ['helm']);
  await save('official', 'fluxcd', '2.0.0-beta.1', ['helm']);
  await save('team', 'charts', '1.0.0', ['helm', 'own']);
  await save('team', 'old', '1.0.0', ['own']);
  await save('team', 'old', '1.1.0', []);
  const views = await openCatalogViews({ store, catalogs, ruleSet: 'rules-1', lines: [] });
  const judge = createCompanyJudge({ views, store, lines: ['1.9', '1.10', '1.11'] });
  const messages = async (catalog: string, addon: string, key: string) => {
    const version = views
      .findView(catalog)
      ?.byName.get(addon)
      ?.versions.find((each) => each.key === key);
    return version === undefined ? undefined : (await judge(addon, version)).map(({ message }) => message);
  };
  expect(await messages('official', 'fluxcd', '1.0.0')).toEqual(['The component `helm` is also brought by `charts`.']);
  expect(await messages('official', 'fluxcd', '2.0.0-beta.1')).toEqual([]);
  expect(await messages('team', 'charts', '1.0.0')).toEqual(['The component `helm` is also brought by `fluxcd`.']);
  expect(await messages('team', 'old', '1.0.0')).toEqual([]);
  await save('team', 'old', '1.2.0', ['own']);
  await views.refresh('team');
  expect(await messages('team', 'charts', '1.0.0')).toEqual([
    'The component `helm` is also brought by `fluxcd`.',
    'The component `own` is also brought by `old`.',
  ]);
});
