import { beforeEach, expect, test } from 'vitest';
import { digestOf } from '../../registry/digest.ts';
import type { BlobStore } from '../../registry/storage/types.ts';

/** Everything that the port BlobStore promises, as tests on one adapter. `open` gives an empty store. */
export function describeBlobContract(open: () => Promise<BlobStore>): void {
  let blobs: BlobStore;
  beforeEach(async () => {
    blobs = await open();
  });

  test('bytes come back as they were, under their sha256 digest', async () => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 251);
    const digest = await blobs.saveBlob(bytes);
    expect(digest).toBe(digestOf(bytes));
    expect(Buffer.compare(await blobs.readBlob(digest), bytes)).toBe(0);
    expect(await blobs.hasBlob(digest)).toBe(true);
  });

  test('no bytes at all are a blob, too', async () => {
    const digest = await blobs.saveBlob(new Uint8Array());
    expect(digest).toBe('sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(await blobs.readBlob(digest)).toHaveLength(0);
  });

  test('a blob that was never saved is not found', async () => {
    const digest = digestOf('nothing');
    expect(await blobs.hasBlob(digest)).toBe(false);
    await expect(blobs.readBlob(digest)).rejects.toMatchObject({
      code: 'BLOB_NOT_FOUND',
      message: `no blob is stored under ${digest}`,
    });
  });

  test('the same bytes are kept once, however often and at once they are saved', async () => {
    const bytes = Buffer.from('the same bytes');
    const digests = await Promise.all(Array.from({ length: 16 }, () => blobs.saveBlob(bytes)));
    expect(new Set(digests)).toEqual(new Set([digestOf(bytes)]));
    expect(Buffer.from(await blobs.readBlob(digestOf(bytes))).toString()).toBe('the same bytes');
  });

  test('neither the saved nor the read bytes are shared with the caller', async () => {
    const bytes = Uint8Array.of(1, 2, 3);
    const digest = await blobs.saveBlob(bytes);
    bytes[0] = 9;
    (await blobs.readBlob(digest))[1] = 9;
    expect([...(await blobs.readBlob(digest))]).toEqual([1, 2, 3]);
  });
}
