import { expect, test } from 'vitest';
import { anEntry } from '../../test/support/version-entry.ts';
import { createMemoryCatalogStore } from '../storage/memory/memory-catalog-store.ts';
import { openCatalogViews, type ViewStore } from './open-catalog-views.ts';

const catalogs = [
  { name: 'official', title: 'Official', dependsOn: [] },
  { name: 'team', title: 'Team', dependsOn: ['official'] },
];

async function openHouse(change: (store: ViewStore) => Partial<ViewStore> = () => ({})) {
  const store = createMemoryCatalogStore();
  const views = await openCatalogViews({ store: { ...store, ...change(store) }, catalogs, ruleSet: 'text', lines: [] });
  const count = () => views.findView('official')?.versionCount;
  return { store, views, count };
}

test('every configured catalog has a view, in its order, be it empty', async () => {
  const { views } = await openHouse();
  expect(views.listViews().map(({ catalog, versionCount }) => [catalog, versionCount])).toEqual([
    ['official', 0],
    ['team', 0],
  ]);
  expect(views.findView('nobody')).toBeUndefined();
});

test('a union follows its members and stands in no list', async () => {
  const store = createMemoryCatalogStore();
  const all = { name: 'all', title: 'All', dependsOn: [], union: ['team', 'official'] };
  const views = await openCatalogViews({ store, catalogs: [all, ...catalogs], ruleSet: 'text', lines: [] });
  await store.saveVersion(anEntry());
  expect(await views.refresh('official')).toEqual(['official', 'all']);
  expect(views.findView('all')?.byName.get('fluxcd')?.versions[0]?.catalog).toBe('official');
  const before = views.findView('all');
  await store.saveVersion(anEntry({ catalog: 'team' }));
  expect(await views.refresh('all')).toEqual(['all']);
  expect(views.findView('all')).toBe(before);
  await views.refresh('team');
  expect(views.findView('all')?.byName.get('fluxcd')?.versions[0]?.catalog).toBe('team');
  expect(views.findView('all')?.shadowed).toEqual([{ name: 'fluxcd', catalog: 'official', by: 'team' }]);
  expect(views.listViews().map(({ catalog }) => catalog)).toEqual(['official', 'team']);
});

test('a view changes when it is refreshed, and only when rows did', async () => {
  const { store, views, count } = await openHouse();
  await store.saveVersion(anEntry());
  expect(count()).toBe(0);
  await views.refresh('official');
  expect(count()).toBe(1);
  const view = views.findView('official');
  await views.refresh('official');
  expect(views.findView('official')).toBe(view);
});

test('a change that comes while rows are read is shown by the refresh that follows it', async () => {
  let release: () => void = () => undefined;
  let hold: Promise<void> | undefined;
  const { store, views, count } = await openHouse((inner) => ({
    async listVersions(filter) {
      const records = await inner.listVersions(filter);
      await hold;
      return records;
    },
  }));
  await store.saveVersion(anEntry());
  hold = new Promise((resolve) => {
    release = resolve;
  });
  const first = views.refresh('official');
  await new Promise((resolve) => setImmediate(resolve));
  await store.saveVersion(anEntry({ key: '2.0.0', version: '2.0.0' }));
  const second = views.refresh('official');
  hold = undefined;
  release();
  await Promise.all([first, second]);
  expect(count()).toBe(2);
});

test('a refresh that fails does not fail the next', async () => {
  let failures = 1;
  const { store, views, count } = await openHouse((inner) => ({
    async listObservations(filter) {
      const isRefresh = (await inner.readGeneration(filter.catalog)) > 0;
      if (isRefresh && failures > 0) {
        failures -= 1;
        throw new Error('no');
      }
      return inner.listObservations(filter);
    },
  }));
  await store.saveVersion(anEntry());
  const first = views.refresh('official');
  const second = views.refresh('official');
  await expect(first).rejects.toThrow('no');
  await second;
  expect(count()).toBe(1);
});
