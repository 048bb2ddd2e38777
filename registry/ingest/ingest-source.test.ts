import { expect, test } from 'vitest';
import { createMemorySource, type MemorySource } from '../../test/support/memory-source.ts';
import { createMemoryBlobStore } from '../storage/memory/memory-blob-store.ts';
import { createMemoryCatalogStore } from '../storage/memory/memory-catalog-store.ts';
import type { CatalogStore } from '../storage/types.ts';
import { ingestSource } from './ingest-source.ts';
import type { IngestDependencies } from './types.ts';

function createHouse(options: { readonly mutable?: boolean } = {}) {
  const changes: string[] = [];
  const troubles: string[] = [];
  const dependencies: IngestDependencies = {
    store: createMemoryCatalogStore(),
    blobs: createMemoryBlobStore(),
    now: () => '2026-01-01T00:00:00Z',
    observer: {
      onProgress: () => {},
      onChange: (catalog) => changes.push(catalog),
      onTrouble: ({ addon, version }) => troubles.push(`${addon}@${version}`),
    },
  };
  const source = createMemorySource({ id: 'official/catalog', ...options });
  const run = (from: MemorySource = source) =>
    ingestSource(dependencies, {
      source: from,
      catalog: 'official',
      adopted: undefined,
      signal: AbortSignal.timeout(5_000),
    });
  return { ...dependencies, source, run, changes, troubles };
}

async function versionsOf(store: CatalogStore): Promise<string[]> {
  return (await store.listVersions({ catalog: 'official' })).map(({ addon, version }) => `${addon}@${version}`);
}

test('every version of a snapshot becomes a row and a blob', async () => {
  const { source, run, store, blobs } = createHouse();
  source.versions = [
    { name: 'web', version: 'v1.0.0', files: {} },
    { name: 'web', version: '1.1.0', files: {} },
    { name: 'Odd Name', version: 'latest', files: {} },
  ];
  expect(await run()).toMatchObject({ condition: 'ok', changed: true, saved: 3, failed: 0 });
  expect(await versionsOf(store)).toEqual(['Odd Name@latest', 'web@v1.0.0', 'web@1.1.0']);
  const record = await store.findVersion({ catalog: 'official', addon: 'web', key: '1.0.0' });
  expect(record && (await blobs.hasBlob(record.digest))).toBe(true);
});

test('an unchanged revision is not opened again', async () => {
  const { source, run } = createHouse();
  source.versions = [{ name: 'web', version: '1.0.0', files: {} }];
  await run();
  expect(await run()).toMatchObject({ condition: 'ok', changed: false, saved: 0 });
  expect(source.reads).toEqual(['web@1.0.0']);
});

test('a new revision reads only what is new', async () => {
  const { source, run } = createHouse();
  source.versions = [{ name: 'web', version: '1.0.0', files: {} }];
  await run();
  source.revision = '3'.repeat(40);
  source.versions = [...source.versions, { name: 'web', version: '1.1.0', files: {} }];
  expect(await run()).toMatchObject({ saved: 1 });
  expect(source.reads).toEqual(['web@1.0.0', 'web@1.1.0']);
});

test('one version that cannot be read stops nobody and is tried again', async () => {
  const { source, run, store, troubles } = createHouse();
  source.versions = [
    { name: 'bad', version: '1.0.0', files: {} },
    { name: 'web', version: '1.0.0', files: {} },
  ];
  source.beforeRead = ({ name }) => {
    if (name === 'bad') throw new Error('out of luck');
  };
  expect(await run()).toMatchObject({ saved: 1, failed: 1 });
  expect([await versionsOf(store), troubles]).toEqual([['web@1.0.0'], ['bad@1.0.0']]);
  source.beforeRead = () => {};
  expect(await run()).toMatchObject({ saved: 1, failed: 0 });
  expect(await versionsOf(store)).toEqual(['bad@1.0.0', 'web@1.0.0']);
});

test('content that no client can load is listed with an error finding', async () => {
  const { source, run, store } = createHouse();
  source.versions = [
    { name: 'web', version: '1.0.0', files: { 'metadata.yaml': 'name: web\nversion: 1.0.0\ntags: {a: b}\n' } },
  ];
  await run();
  const [record] = await store.listVersions({ catalog: 'official' });
  const evaluations = await store.listUnevaluated('another rule set');
  expect(record?.metadata).toMatchObject({ name: 'web', version: '1.0.0' });
  expect(evaluations).toHaveLength(1);
});

test('a source that goes away is stale, keeps what it brought, and never was when it was never read', async () => {
  const { source, run, store } = createHouse();
  source.failure = 'host does not answer';
  expect(await run()).toMatchObject({ condition: 'unreachable', message: 'host does not answer' });
  source.failure = undefined;
  source.versions = [{ name: 'web', version: '1.0.0', files: {} }];
  await run();
  source.failure = 'host does not answer';
  expect(await run()).toMatchObject({ condition: 'stale' });
  expect(await versionsOf(store)).toEqual(['web@1.0.0']);
  expect(await store.findSource('official/catalog')).toMatchObject({ condition: 'stale', revision: source.revision });
});

test('other content under a sealed number is refused with a finding, and the bytes stay', async () => {
  const { source, run, store } = createHouse();
  source.versions = [{ name: 'web', version: '1.0.0', files: { 'README.md': 'one' } }];
  await run();
  const before = await store.listVersions({ catalog: 'official' });
  source.revision = '3'.repeat(40);
  source.versions = [{ name: 'web', version: '1.0.0', files: { 'README.md': 'two' } }];
  await run();
  const [after] = await store.listVersions({ catalog: 'official' });
  expect(after).toEqual(before[0]);
  const observation = await store.findObservation({ catalog: 'official', addon: 'web', key: '1.0.0' });
  expect(observation?.findings.map(({ rule }) => rule)).toEqual(['version/changed-without-bump']);
});

test('what the history refused is told once for each content', async () => {
  const { source, run, store } = createHouse();
  source.versions = [{ name: 'web', version: '1.0.0', files: {}, refused: ['a'.repeat(40), 'b'.repeat(40)] }];
  await run();
  source.revision = '3'.repeat(40);
  await run();
  const observation = await store.findObservation({ catalog: 'official', addon: 'web', key: '1.0.0' });
  expect(observation?.contents).toHaveLength(3);
  expect(observation?.findings.map(({ message }) => message)).toEqual([
    'aaaaaaaaaaaa of 2024-06-01 changes web but keeps version 1.0.0; the content of 222222222222 stays served',
    'bbbbbbbbbbbb of 2024-06-01 changes web but keeps version 1.0.0; the content of 222222222222 stays served',
  ]);
});

test('a mutable source replaces and removes, but an empty snapshot removes nothing', async () => {
  const { source, run, store } = createHouse({ mutable: true });
  source.versions = [
    { name: 'web', version: '1.0.0', files: { 'README.md': 'one' } },
    { name: 'gone', version: '1.0.0', files: {} },
  ];
  await run();
  const before = await store.findVersion({ catalog: 'official', addon: 'web', key: '1.0.0' });
  source.revision = '3'.repeat(40);
  source.versions = [{ name: 'web', version: '1.0.0', files: { 'README.md': 'two' } }];
  await run();
  const after = await store.findVersion({ catalog: 'official', addon: 'web', key: '1.0.0' });
  expect(after?.treeDigest).not.toBe(before?.treeDigest);
  expect(await versionsOf(store)).toEqual(['web@1.0.0']);
  source.revision = '4'.repeat(40);
  source.versions = [];
  await run();
  expect(await versionsOf(store)).toEqual(['web@1.0.0']);
  expect((await store.findSource('official/catalog'))?.findings.map(({ rule }) => rule)).toEqual([
    'source/suddenly-empty',
  ]);
});

test('the same version from two sources: the first stays, the other is told', async () => {
  const { source, run, store } = createHouse();
  source.versions = [{ name: 'web', version: '1.0.0', files: { 'README.md': 'one' } }];
  await run();
  const other = createMemorySource({ id: 'official/other' });
  other.versions = [{ name: 'web', version: 'v1.0.0', files: { 'README.md': 'two' } }];
  await run(other);
  expect((await store.listVersions({ catalog: 'official' })).map((record) => record.source)).toEqual([
    'official/catalog',
  ]);
  const observation = await store.findObservation({ catalog: 'official', addon: 'web', key: '1.0.0' });
  expect(observation?.findings.map(({ rule }) => rule)).toEqual(['version/owned-by-another-source']);
});

test('a run that is cut off leaves whole versions, and the next one finishes', async () => {
  const { source, run, store, blobs, now, observer } = createHouse();
  const all = Array.from({ length: 20 }, (_, minor) => `1.${minor}.0`);
  source.versions = all.map((version) => ({ name: 'web', version, files: {} }));
  const cut = new AbortController();
  source.beforeRead = ({ version }) => {
    if (version === '1.8.0') cut.abort(new Error('killed'));
  };
  const options = { source, catalog: 'official', adopted: undefined, signal: cut.signal };
  await expect(ingestSource({ store, blobs, now, observer }, options)).rejects.toThrow('killed');
  const stored = await store.listVersions({ catalog: 'official' });
  expect(stored.length).toBeGreaterThan(0);
  expect(stored.length).toBeLessThan(all.length);
  for (const { digest } of stored) expect(await blobs.hasBlob(digest)).toBe(true);
  expect(await store.findSource('official/catalog')).toBeUndefined();
  source.beforeRead = () => {};
  expect(await run()).toMatchObject({ condition: 'ok', failed: 0 });
  expect((await versionsOf(store)).sort()).toEqual(all.map((version) => `web@${version}`).sort());
});
