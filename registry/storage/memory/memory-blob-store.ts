import { type Digest, digestOf } from '../../digest.ts';
import { blobNotFound } from '../blob-error.ts';
import type { BlobStore } from '../types.ts';

/** Keeps blobs in memory: the reference that every other blob store is tested against. */
export function createMemoryBlobStore(): BlobStore {
  const blobs = new Map<Digest, Uint8Array>();
  return {
    async hasBlob(digest) {
      return blobs.has(digest);
    },
    async saveBlob(bytes) {
      const digest = digestOf(bytes);
      if (!blobs.has(digest)) blobs.set(digest, Uint8Array.from(bytes));
      return digest;
    },
    async readBlob(digest) {
      const bytes = blobs.get(digest);
      if (bytes === undefined) throw blobNotFound(digest);
      return Uint8Array.from(bytes);
    },
  };
}
