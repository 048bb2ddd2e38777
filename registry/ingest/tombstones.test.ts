import { expect, test } from 'vitest';
import { createMemorySource, type MemoryVersion } from '../../test/support/memory-source.ts';
import { openCatalogViews } from '../catalog/open-catalog-views.ts';
import { createMemoryBlobStore } from '../storage/memory/memory-blob-store.ts';
import { createMemoryCatalogStore } from '../storage/memory/memory-catalog-store.ts';
import { ingestSource } from './ingest-source.ts';
import type { IngestDependencies } from './types.ts';

const other: MemoryVersion = { name: 'dex', version: '1.0.0', files: {} };
const first: MemoryVersion = { name: 'web', version: '1.0.0', files: { 'README.md': 'the first content' } };
const second: MemoryVersion = { name: 'web', version: 'v1.0.0', files: { 'README.md': 'the second content' } };
const id = { catalog: 'official', addon: 'web', key: '1.0.0' };

/** A catalog with one source that has held the first content. */
async function openHouse(options: { readonly mutable: boolean }) {
  const store = createMemoryCatalogStore();
  const dependencies: IngestDependencies = {
    store,
    blobs: createMemoryBlobStore(),
    now: () => '2026-01-01T00:00:00Z',
    observer: { onProgress: () => {}, onChange: () => {}, onTrouble: () => {} },
  };
  const source = createMemorySource({ id: 'official/catalog', ...options });
  let revisions = 0;

  async function holds(...versions: readonly MemoryVersion[]): Promise<void> {
    revisions += 1;
    source.revision = String(revisions).padStart(40, '0');
    source.versions = [other, ...versions];
    const signal = AbortSignal.timeout(5_000);
    const report = await ingestSource(dependencies, { source, catalog: 'official', adopted: undefined, signal });
    expect(report).toMatchObject({ condition: 'ok', failed: 0 });
  }

  await holds(first);
  return {
    store,
    holds,
    say: (action: 'yank' | 'quarantine' | 'release') =>
      store.appendStateEvent({
        catalog: 'official',
        name: 'web',
        version: '1.0.0',
        action,
        reason: 'because',
        author: 'ann',
        at: '2026-01-01T00:00:00Z',
      }),
    async findState() {
      const catalogs = [{ name: 'official', title: 'Official', dependsOn: [] }];
      const views = await openCatalogViews({ store, catalogs, ruleSet: 'text', lines: [] });
      return views
        .findView('official')
        ?.byName.get('web')
        ?.versions.map(({ version, state }) => `${version} ${state}`);
    },
  };
}

test.each(['yank', 'quarantine'] as const)(
  'a sealed version never comes back with other content, and after a %s neither',
  async (action) => {
    const { store, holds, say, findState } = await openHouse({ mutable: false });
    const sealed = await store.findVersion(id);
    await say(action);
    const state = await findState();
    await holds();
    expect(await findState()).toEqual(state);
    await holds(second);
    expect(await store.findVersion(id)).toEqual(sealed);
    expect((await store.findObservation(id))?.findings).toMatchObject([{ rule: 'version/changed-without-bump' }]);
    expect(await findState()).toEqual(state);
    expect(await store.listStateEvents({ catalog: 'official' })).toHaveLength(1);
  },
);

test('what is quarantined stays so in a mutable source, whatever stands there under its number', async () => {
  const { store, holds, say, findState } = await openHouse({ mutable: true });
  const blocked = (await store.findVersion(id))?.treeDigest;
  await say('quarantine');
  await holds(second);
  expect((await store.findVersion(id))?.treeDigest).not.toBe(blocked);
  expect(await findState()).toEqual(['v1.0.0 quarantined']);
  await holds();
  expect(await store.findVersion(id)).toBeUndefined();
  expect(await findState()).toBeUndefined();
  await holds(first);
  expect((await store.findVersion(id))?.treeDigest).toBe(blocked);
  expect(await findState()).toEqual(['1.0.0 quarantined']);
  await say('release');
  expect(await findState()).toEqual(['1.0.0 active']);
});

test('a version that was yanked and goes from a mutable source is yanked when it comes back', async () => {
  const { holds, say, findState, store } = await openHouse({ mutable: true });
  await say('yank');
  await holds();
  await holds(second);
  expect(await findState()).toEqual(['v1.0.0 yanked']);
  expect(await store.listStateEvents({ catalog: 'official', addon: 'web' })).toHaveLength(1);
});
