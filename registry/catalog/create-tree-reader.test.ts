import { describe, expect, test } from 'vitest';
import { anEntry } from '../../test/support/version-entry.ts';
import { packAddon } from '../addon/pack-addon.ts';
import type { Digest } from '../digest.ts';
import { createMemoryBlobStore } from '../storage/memory/memory-blob-store.ts';
import { createTreeReader } from './create-tree-reader.ts';

async function openShelf(sizes: readonly number[], maxCachedBytes?: number) {
  const blobs = createMemoryBlobStore();
  const digests: Digest[] = [];
  for (const size of sizes) {
    const { metadata } = anEntry({ addon: 'fluxcd', key: '1.0.0', version: '1.0.0' }).record;
    const bytes = new Uint8Array(size).fill(97);
    digests.push(await blobs.saveBlob(packAddon({ files: [{ path: 'a.cue', mode: '0644', bytes }] }, metadata).bytes));
  }
  const asked: Digest[] = [];
  const trees = createTreeReader({
    blobs: {
      async readBlob(digest) {
        asked.push(digest);
        return blobs.readBlob(digest);
      },
    },
    ...(maxCachedBytes === undefined ? {} : { maxCachedBytes }),
  });
  return { blobs, trees, asked, digests };
}

describe('trees of stored archives', () => {
  test('one that is remembered is the very same', async () => {
    const { trees, asked, digests } = await openShelf([100]);
    const [digest = 'sha256:'] = digests;
    expect(await trees.readTree(digest)).toBe(await trees.readTree(digest));
    expect(asked).toEqual([digest]);
  });

  test('everybody who asks while it is read waits for the one reading', async () => {
    const { trees, asked, digests } = await openShelf([100]);
    const [digest = 'sha256:'] = digests;
    const [first, second] = await Promise.all([trees.readTree(digest), trees.readTree(digest)]);
    expect(first).toBe(second);
    expect(asked).toEqual([digest]);
  });

  test('the least recently asked goes when all weigh too much', async () => {
    const { trees, asked, digests } = await openShelf([20_000, 20_001, 20_002], 50_000);
    const [first = 'sha256:', second = 'sha256:', third = 'sha256:'] = digests;
    for (const digest of [first, second, first, third, first]) await trees.readTree(digest);
    expect(asked).toEqual([first, second, third]);
    await trees.readTree(second);
    expect(asked).toEqual([first, second, third, second]);
  });

  test('one that weighs too much alone is read each time, and pushes nothing out', async () => {
    const { trees, asked, digests } = await openShelf([100, 60_000], 50_000);
    const [small = 'sha256:', large = 'sha256:'] = digests;
    for (const digest of [small, large, large, small]) await trees.readTree(digest);
    expect(asked).toEqual([small, large, large]);
  });

  test('a failure is not remembered', async () => {
    const { blobs, trees, digests } = await openShelf([100]);
    const [digest = 'sha256:'] = digests;
    const bytes = await blobs.readBlob(digest);
    const empty = createMemoryBlobStore();
    const late = createTreeReader({ blobs: empty });
    await expect(late.readTree(digest)).rejects.toMatchObject({ code: 'BLOB_NOT_FOUND' });
    await empty.saveBlob(bytes);
    expect(await late.readTree(digest)).toEqual(await trees.readTree(digest));
  });
});
