import { beforeEach, expect, test } from 'vitest';
import { anEntry } from '../../test/support/version-entry.ts';
import { type LiveCatalogViews, openCatalogViews } from '../catalog/open-catalog-views.ts';
import type { CatalogDefinition } from '../catalog/types.ts';
import { createMemoryCatalogStore } from '../storage/memory/memory-catalog-store.ts';
import type { CatalogStore } from '../storage/types.ts';
import { changeVersionState } from './change-version-state.ts';
import type { StateChangeRequest } from './types.ts';

const catalogs: readonly CatalogDefinition[] = [
  { name: 'official', title: 'Official', dependsOn: [] },
  { name: 'team', title: 'Team', dependsOn: [] },
  { name: 'all', title: 'All', dependsOn: [], union: ['team', 'official'] },
];

let store: CatalogStore;
let views: LiveCatalogViews;
let published: string[];

beforeEach(async () => {
  store = createMemoryCatalogStore();
  for (const [catalog, addon, version] of [
    ['official', 'fluxcd', 'v1.0.0'],
    ['official', 'fluxcd', '1.1.0'],
    ['official', 'flux2', '2.0.0'],
    ['team', 'flux3', '3.0.0'],
  ] as const) {
    await store.saveVersion(
      anEntry({ catalog, addon, version, key: version.replace(/^v/, ''), content: `${addon} ${version}` }),
    );
  }
  views = await openCatalogViews({ store, catalogs, ruleSet: 'text', lines: [] });
  published = [];
});

function change(request: Partial<StateChangeRequest> = {}) {
  const dependencies = {
    catalogs,
    views,
    store,
    now: () => '2026-11-21T18:00:00.000Z',
    publish: async (catalog: string) => {
      published.push(catalog);
      await views.refresh(catalog);
    },
  };
  return changeVersionState(dependencies, {
    catalog: 'official',
    addon: 'fluxcd',
    version: '1.0.0',
    action: 'yank',
    reason: 'removes the wrong namespace',
    author: 'ann',
    ...request,
  });
}

/** The whole addon, as nobody may write `version: undefined`. */
function changeAddon(request: Partial<Omit<StateChangeRequest, 'version'>> = {}) {
  const dependencies = { catalogs, views, store, now: () => '2026-11-21T18:00:00.000Z', publish: views.refresh };
  return changeVersionState(dependencies, {
    catalog: 'official',
    addon: 'fluxcd',
    action: 'deprecate',
    reason: 'superseded',
    author: 'ann',
    ...request,
  });
}

const listEvents = () => store.listStateEvents({ catalog: 'official' });
const latest = () => views.findView('official')?.byName.get('fluxcd')?.latest?.version;

test('a yank is written as the version is called, and served at once', async () => {
  expect(await change()).toEqual({
    changed: true,
    detail: 'fluxcd v1.0.0 of official is yanked',
    notes: [],
    state: 'yanked',
    stateReason: { reason: 'removes the wrong namespace', author: 'ann', at: '2026-11-21T18:00:00.000Z' },
    event: (await listEvents())[0],
  });
  expect(published).toEqual(['official']);
  expect(await listEvents()).toMatchObject([{ name: 'fluxcd', version: 'v1.0.0', action: 'yank', author: 'ann' }]);
});

test('a yank that is one already changes nothing and tells whose it is', async () => {
  await change();
  expect(await change({ reason: 'something else', author: 'bob', version: 'v1.0.0' })).toMatchObject({
    changed: false,
    detail:
      'nothing changed: fluxcd v1.0.0 of official is yanked since 2026-11-21T18:00:00.000Z, by ann: removes the wrong namespace',
    state: 'yanked',
    stateReason: { author: 'ann' },
  });
  expect(published).toEqual(['official']);
  expect(await listEvents()).toHaveLength(1);
});

test('of two yanks at once one changes something', async () => {
  const answers = await Promise.all([change({ author: 'ann' }), change({ author: 'bob' })]);
  expect(answers.map(({ changed }) => changed).sort()).toEqual([false, true]);
  expect(await listEvents()).toHaveLength(1);
});

test('the newest stable version is chosen anew each time', async () => {
  expect(latest()).toBe('1.1.0');
  await change({ version: '1.1.0' });
  expect(latest()).toBe('v1.0.0');
  await change({ version: '1.0.0', action: 'quarantine' });
  expect(latest()).toBeUndefined();
  await change({ version: '1.1.0', action: 'unyank', reason: 'was a mistake' });
  expect(latest()).toBe('1.1.0');
});

test.each<[Partial<StateChangeRequest>[], string]>([
  [[{ action: 'unyank' }], 'nothing changed: fluxcd v1.0.0 of official is not yanked'],
  [
    [{ action: 'quarantine' }, { action: 'yank' }],
    'fluxcd v1.0.0 of official is yanked; it stays quarantined meanwhile',
  ],
  [
    [{ action: 'yank' }, { action: 'quarantine' }, { action: 'release' }],
    'fluxcd v1.0.0 of official is no longer quarantined; it is yanked',
  ],
  [[{ action: 'yank' }, { action: 'unyank' }], 'fluxcd v1.0.0 of official is no longer yanked; it is active'],
  [[{ action: 'deprecate' }], 'fluxcd v1.0.0 of official is deprecated'],
  [
    [{ action: 'deprecate' }, { action: 'undeprecate' }],
    'fluxcd v1.0.0 of official is no longer deprecated; it is active',
  ],
  [[{ action: 'release' }], 'nothing changed: fluxcd v1.0.0 of official is not quarantined'],
])('what is told after %j', async (requests, detail) => {
  let last = '';
  for (const request of requests) last = (await change(request)).detail;
  expect(last).toBe(detail);
});

test('a whole addon is deprecated with every version, and one of them cannot be excepted', async () => {
  expect(await changeAddon()).toMatchObject({ changed: true, detail: 'the addon fluxcd of official is deprecated' });
  const versions = views.findView('official')?.byName.get('fluxcd')?.versions ?? [];
  expect(versions.map(({ state }) => state)).toEqual(['deprecated', 'deprecated']);
  expect(await change({ action: 'undeprecate' })).toMatchObject({
    changed: false,
    state: 'deprecated',
    detail: 'nothing changed: fluxcd v1.0.0 of official is not deprecated by itself, but its whole addon is',
  });
  await change({ action: 'deprecate' });
  expect((await change({ action: 'undeprecate' })).detail).toBe(
    'fluxcd v1.0.0 of official is no longer deprecated by itself, but its whole addon is',
  );
  expect(await changeAddon({ action: 'undeprecate' })).toMatchObject({ changed: true });
});

test.each([
  ['flux2', 'official/flux2', []],
  ['official/flux2@v2.0.0', 'official/flux2@2.0.0', []],
  ['flux3', 'team/flux3', []],
  ['fluxcd@1.1.0', 'official/fluxcd@1.1.0', []],
  ['elsewhere/flux9@1', 'elsewhere/flux9@1', ['elsewhere/flux9@1 is not in this registry']],
  ['flux2@9.0.0', 'official/flux2@9.0.0', ['official/flux2 has no version 9.0.0']],
])('the replacement %s is written as %s', async (replacement, written, notes) => {
  expect(await change({ action: 'deprecate', replacement })).toMatchObject({
    notes,
    stateReason: { replacement: written },
  });
});

test('a replacement that nobody should take is pointed out', async () => {
  await change({ version: '1.1.0' });
  const { notes } = await change({ action: 'deprecate', replacement: 'fluxcd@1.1.0' });
  expect(notes).toEqual(['official/fluxcd 1.1.0 is yanked itself']);
});

test.each<[Partial<StateChangeRequest>, string, string]>([
  [{ catalog: 'nobody' }, 'CATALOG_NOT_FOUND', 'no catalog is called "nobody"'],
  [{ addon: 'fluxdc' }, 'ADDON_NOT_FOUND', 'catalog "official" has no addon called "fluxdc"'],
  [{ version: '9.9.9' }, 'VERSION_NOT_FOUND', 'addon "fluxcd" of catalog "official" has no version "9.9.9"'],
  [{ version: 'latest' }, 'INPUT_INVALID', 'name the version itself: what is the latest today is another one tomorrow'],
  [{ catalog: 'all' }, 'INPUT_INVALID', '"all" unites other catalogs: name official/fluxcd'],
  [{ catalog: 'all', addon: 'nobody' }, 'ADDON_NOT_FOUND', 'catalog "all" has no addon called "nobody"'],
  [{ reason: ' \n\t ' }, 'INPUT_INVALID', 'reason must not be empty'],
  [{ author: '' }, 'INPUT_INVALID', 'author must not be empty'],
  [{ reason: 'a\u001b[31mb' }, 'INPUT_INVALID', 'reason must not hold control characters'],
  [{ reason: 'gpj.\u202eexe' }, 'INPUT_INVALID', 'reason must not hold control characters'],
  [{ reason: 'half \ud83d' }, 'INPUT_INVALID', 'reason must not hold control characters'],
  [{ author: '\u0000root' }, 'INPUT_INVALID', 'author must not hold control characters'],
  [{ reason: 'x'.repeat(1001) }, 'INPUT_INVALID', 'reason has 1001 characters; at most 1000 are kept'],
  [{ replacement: 'flux2' }, 'INPUT_INVALID', 'only "deprecate" names a replacement, not "yank"'],
  [
    { action: 'deprecate', replacement: 'a/b/c' },
    'INPUT_INVALID',
    'replacement "a/b/c" must be [catalog/]name[@version]',
  ],
  [{ action: 'deprecate', replacement: 'fluxcd' }, 'INPUT_INVALID', 'replacement "fluxcd" is what it would replace'],
  [
    { action: 'deprecate', replacement: 'official/fluxcd@1.0.0' },
    'INPUT_INVALID',
    'replacement "official/fluxcd@1.0.0" is what it would replace',
  ],
])('%j is refused with %s', async (request, code, message) => {
  await expect(change(request)).rejects.toMatchObject({ code, message });
  expect(await listEvents()).toEqual([]);
  expect(published).toEqual([]);
});

test('a whole addon is not yanked', async () => {
  await expect(changeAddon({ action: 'yank' })).rejects.toMatchObject({
    code: 'INPUT_INVALID',
    message: 'name the version: a whole addon can be deprecated, but "yank" is for one version',
  });
});

test('a reason of several lines is kept as one, a long one of wide characters whole', async () => {
  const { stateReason } = await change({ reason: '  breaks\r\n\tfluxcd 🚢 ' });
  expect(stateReason?.reason).toBe('breaks fluxcd 🚢');
  expect((await change({ version: '1.1.0', reason: '🚢'.repeat(1000) })).changed).toBe(true);
});

test('what was said of a version that is gone can be taken back', async () => {
  await change({ action: 'quarantine' });
  await store.removeVersion({ catalog: 'official', addon: 'fluxcd', key: '1.0.0' });
  await views.refresh('official');
  expect(await change({ action: 'release' })).toMatchObject({ changed: true, state: 'active' });
});
