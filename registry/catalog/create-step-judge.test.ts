import { expect, test } from 'vitest';
import { anEntry } from '../../test/support/version-entry.ts';
import { RegistryError } from '../errors.ts';
import { createMemoryCatalogStore } from '../storage/memory/memory-catalog-store.ts';
import { createStepJudge } from './create-step-judge.ts';
import { openCatalogViews } from './open-catalog-views.ts';
import type { StepFinder } from './types.ts';

async function judgeAll(versions: readonly string[], steps?: StepFinder) {
  const store = createMemoryCatalogStore();
  for (const version of versions) await store.saveVersion(anEntry({ key: version, version, content: version }));
  const catalogs = [{ name: 'official', title: 'Official', dependsOn: [] }];
  const views = await openCatalogViews({ store, catalogs, ruleSet: 'rules-1', lines: [] });
  const asked: string[] = [];
  const finder: StepFinder = steps ?? {
    async listStepFindings({ from, to }) {
      asked.push(`${from} -> ${to}`);
      return [];
    },
  };
  const judge = createStepJudge({ views, steps: finder });
  const addon = views.findView('official')?.byName.get('fluxcd');
  const found = [];
  for (const version of addon?.versions ?? []) found.push(...(await judge('fluxcd', version)));
  return { asked: asked.sort(), found };
}

test.each([
  [
    ['1.0.0', '1.0.1', '1.1.0'],
    ['1.0.0 -> 1.0.1', '1.0.1 -> 1.1.0'],
  ],
  // A number that announces everything is not looked at, and the first version follows none.
  [['1.9.0', '2.0.0'], []],
  [['0.1.0', '0.2.0', '0.2.1'], ['0.2.0 -> 0.2.1']],
  // Nobody builds on a pre-release; one is compared with what people have.
  [
    ['1.0.0', '1.1.0-rc.1', '1.1.0'],
    ['1.0.0 -> 1.1.0', '1.0.0 -> 1.1.0-rc.1'],
  ],
  [['1.0.0', 'newest'], []],
])('of %j it compares %j', async (versions, asked) => {
  expect((await judgeAll(versions)).asked).toEqual(asked);
});

test('an engine that is not there keeps nobody from seeing a version', async () => {
  const fail = (error: Error): StepFinder => ({
    async listStepFindings() {
      throw error;
    },
  });
  const busy = new RegistryError('ENGINE_BUSY', 'come back later');
  expect((await judgeAll(['1.0.0', '1.0.1'], fail(busy))).found).toEqual([]);
  await expect(judgeAll(['1.0.0', '1.0.1'], fail(new Error('a bug')))).rejects.toThrow('a bug');
});
