import { beforeEach, expect, test } from 'vitest';
import { anEntry } from '../../test/support/version-entry.ts';
import { createMemoryCatalogStore } from '../storage/memory/memory-catalog-store.ts';
import type { CatalogStore } from '../storage/types.ts';
import { createStateHistory } from './list-state-history.ts';
import { openCatalogViews } from './open-catalog-views.ts';
import type { StateHistoryReader } from './types.ts';

const catalogs = [
  { name: 'official', title: 'Official', dependsOn: [] },
  { name: 'all', title: 'All', dependsOn: [], union: ['official'] },
];

let store: CatalogStore;
let history: StateHistoryReader;

beforeEach(async () => {
  store = createMemoryCatalogStore();
  await store.saveVersion(anEntry());
  history = createStateHistory({
    store,
    views: await openCatalogViews({ store, catalogs, ruleSet: 'text', lines: [] }),
  });
  const event = { catalog: 'official', reason: 'broken', author: 'ann', at: '2026-11-21T18:00:00.000Z' };
  await store.appendStateEvent({ ...event, name: 'fluxcd', version: 'v1.0.0', action: 'yank' });
  await store.appendStateEvent({ ...event, name: 'gone', version: '1.0.0', action: 'yank' });
  await store.appendStateEvent({ ...event, name: 'fluxcd', version: 'v1.0.0', action: 'unyank' });
});

test('the newest event stands first, and pages follow one another', async () => {
  const first = await history.listStateHistory({ catalog: 'official', addon: 'fluxcd', limit: 1 });
  expect(first).toMatchObject({ total: 2, items: [{ action: 'unyank' }] });
  const second = await history.listStateHistory({
    catalog: 'official',
    addon: 'fluxcd',
    limit: 1,
    ...(first.next === undefined ? {} : { cursor: first.next }),
  });
  expect(second).toMatchObject({ total: 2, items: [{ action: 'yank' }] });
  expect(second.next).toBeUndefined();
});

test('a union tells what was said where the addon comes from', async () => {
  expect(await history.listStateHistory({ catalog: 'all', addon: 'fluxcd' })).toEqual(
    await history.listStateHistory({ catalog: 'official', addon: 'fluxcd' }),
  );
});

test('an addon that is gone is known by its history, one that never was is not', async () => {
  expect((await history.listStateHistory({ catalog: 'official', addon: 'gone' })).total).toBe(1);
  await expect(history.listStateHistory({ catalog: 'official', addon: 'never' })).rejects.toMatchObject({
    code: 'ADDON_NOT_FOUND',
  });
  await expect(history.listStateHistory({ catalog: 'never', addon: 'gone' })).rejects.toMatchObject({
    code: 'CATALOG_NOT_FOUND',
  });
});
