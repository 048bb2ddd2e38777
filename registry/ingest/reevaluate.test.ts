import { expect, test } from 'vitest';
import { createMemorySource } from '../../test/support/memory-source.ts';
import { textRuleSet } from '../addon/lint/rule-set.ts';
import type { Digest } from '../digest.ts';
import { createMemoryBlobStore } from '../storage/memory/memory-blob-store.ts';
import { createMemoryCatalogStore } from '../storage/memory/memory-catalog-store.ts';
import { ingestSource } from './ingest-source.ts';
import { reevaluate } from './reevaluate.ts';
import type { IngestDependencies } from './types.ts';

async function openHouse() {
  const changes: string[] = [];
  const troubles: string[] = [];
  const store = createMemoryCatalogStore();
  const blobs = createMemoryBlobStore();
  const dependencies: IngestDependencies = {
    store,
    blobs,
    now: () => '2026-01-01T00:00:00Z',
    observer: {
      onProgress: () => {},
      onChange: (catalog) => changes.push(catalog),
      onTrouble: ({ addon }) => troubles.push(addon),
    },
  };
  const source = createMemorySource({ id: 'official/catalog' });
  source.versions = ['a', 'b', 'c'].map((name) => ({ name, version: '1.0.0', files: { 'README.md': name } }));
  const signal = AbortSignal.timeout(5_000);
  await ingestSource(dependencies, { source, catalog: 'official', adopted: undefined, signal });
  const fresh = await store.listEvaluations({ catalog: 'official', ruleSet: textRuleSet });
  /** Rules of an earlier release have seen every content, those of now none. */
  const records = await store.listVersions({ catalog: 'official' });
  const unevaluated = async (ruleSet: string) => (ruleSet === textRuleSet ? records : []);
  const saved: string[] = [];
  const aged: IngestDependencies = {
    ...dependencies,
    store: {
      ...store,
      listUnevaluated: unevaluated,
      saveEvaluation: async (evaluation) => {
        saved.push(evaluation.treeDigest);
        expect(fresh).toContainEqual(evaluation);
      },
    },
  };
  changes.length = 0;
  return { aged, blobs, records, changes, troubles, saved, signal };
}

test('says of every stored content what reading its source says', async () => {
  const { aged, records, changes, saved, signal } = await openHouse();
  expect(await reevaluate(aged, signal)).toBe(3);
  expect(saved).toEqual(records.map(({ treeDigest }) => treeDigest));
  expect(changes).toEqual(['official', 'official', 'official']);
});

test('content that was damaged on disk is told of and stops nobody', async () => {
  const { aged, blobs, records, troubles, saved, signal } = await openHouse();
  const damaged = records[0]?.digest;
  const readBlob = async (digest: Digest) => {
    if (digest === damaged) throw new Error('the blob was changed on disk');
    return blobs.readBlob(digest);
  };
  expect(await reevaluate({ ...aged, blobs: { ...blobs, readBlob } }, signal)).toBe(2);
  expect(troubles).toEqual(['a']);
  expect(saved).toHaveLength(2);
});

test('ends when it is told to', async () => {
  const { aged, saved } = await openHouse();
  await expect(reevaluate(aged, AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
  expect(saved).toEqual([]);
});
