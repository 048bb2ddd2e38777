import { readArchive } from '../addon/read-archive.ts';
import type { FileTree } from '../addon/types.ts';
import type { Digest } from '../digest.ts';
import { RegistryError } from '../errors.ts';
import type { BlobStore } from '../storage/types.ts';

/** Reads the files of a stored archive. Throws BLOB_NOT_FOUND or BLOB_CORRUPT. */
export async function readStoredTree(blobs: Pick<BlobStore, 'readBlob'>, digest: Digest): Promise<FileTree> {
  const archive = readArchive(await blobs.readBlob(digest));
  if (!archive.ok) throw new RegistryError('BLOB_CORRUPT', `the stored archive ${digest} cannot be read`);
  return archive.reading.tree;
}
