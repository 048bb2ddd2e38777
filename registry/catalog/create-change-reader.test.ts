import { beforeEach, expect, test } from 'vitest';
import { anEntry } from '../../test/support/version-entry.ts';
import { createMemoryCatalogStore } from '../storage/memory/memory-catalog-store.ts';
import type { CatalogStore } from '../storage/types.ts';
import { createChangeReader } from './create-change-reader.ts';
import { openCatalogViews } from './open-catalog-views.ts';
import type { ChangeReader } from './types.ts';

const catalogs = [
  { name: 'official', title: 'Official', dependsOn: [] },
  { name: 'team', title: 'Team', dependsOn: [] },
  { name: 'all', title: 'All', dependsOn: [], union: ['team', 'official'] },
];

let store: CatalogStore;
let changes: ChangeReader;
let refresh: (catalog: string) => Promise<unknown>;

const publish = (catalog: string, addon: string, published: string) =>
  store.saveVersion(anEntry({ catalog, addon, published }));

beforeEach(async () => {
  store = createMemoryCatalogStore();
  await publish('official', 'fluxcd', '2024-01-01T00:00:00Z');
  await publish('official', 'web', '2024-03-01T00:00:00Z');
  await publish('team', 'web', '2024-02-01T00:00:00Z');
  await store.appendStateEvent({
    catalog: 'official',
    name: 'fluxcd',
    version: 'v1.0.0',
    action: 'yank',
    reason: 'broken',
    author: 'ann',
    at: '2024-02-15T00:00:00Z',
  });
  const views = await openCatalogViews({ store, catalogs, ruleSet: 'text', lines: [] });
  refresh = views.refresh;
  changes = createChangeReader({ store, views });
});

async function listAll(query: Parameters<ChangeReader['listChanges']>[0] = {}): Promise<string[]> {
  const { items } = await changes.listChanges(query);
  return items.map(({ change, catalog, name }) => `${change} ${catalog}/${name}`);
}

test('what happened stands newest first, of all catalogs once', async () => {
  expect(await listAll()).toEqual([
    'published official/web',
    'yanked official/fluxcd',
    'published team/web',
    'published official/fluxcd',
  ]);
});

test.each<[Parameters<ChangeReader['listChanges']>[0], string[]]>([
  [{ catalog: 'team' }, ['published team/web']],
  [{ catalog: 'official', addon: 'fluxcd' }, ['yanked official/fluxcd', 'published official/fluxcd']],
  // What the union does not serve did not happen in it.
  [{ catalog: 'all' }, ['yanked official/fluxcd', 'published team/web', 'published official/fluxcd']],
  [{ addon: 'web' }, ['published official/web', 'published team/web']],
])('%j is %j', async (query, expected) => {
  expect(await listAll(query)).toEqual(expected);
});

test('pages follow one another, and stay right while new things happen', async () => {
  const first = await changes.listChanges({ limit: 2 });
  await publish('team', 'newer', '2025-01-01T00:00:00Z');
  await refresh('team');
  const second = await changes.listChanges({ limit: 2, cursor: first.next ?? '' });
  expect(first.items.map(({ id }) => id)).toEqual(['published:official/web@1.0.0', 'state:1']);
  expect(second.items.map(({ id }) => id)).toEqual(['published:team/web@1.0.0', 'published:official/fluxcd@1.0.0']);
  expect(second.next).toBeUndefined();
  expect((await listAll())[0]).toBe('published team/newer');
});

test.each([
  [{ cursor: 'nonsense' }, 'INPUT_INVALID'],
  [{ limit: 0 }, 'INPUT_INVALID'],
  [{ catalog: 'none' }, 'CATALOG_NOT_FOUND'],
  [{ catalog: 'team', addon: 'none' }, 'ADDON_NOT_FOUND'],
])('%j is refused: %s', async (query, code) => {
  await expect(changes.listChanges(query)).rejects.toMatchObject({ code });
});
