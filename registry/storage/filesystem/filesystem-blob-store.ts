import { randomBytes } from 'node:crypto';
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Digest, digestHex, digestOf, isDigest } from '../../digest.ts';
import { blobCorrupt, blobNotFound } from '../blob-error.ts';
import { toStorageError } from '../storage-error.ts';
import type { BlobStore } from '../types.ts';

/**
 * Opens the blobs of a data folder: one file per content at `blobs/sha256/ab/abcdef…`.
 * The caller owns the folder alone, so what stands in `blobs/tmp` is left over from a process that died, and goes.
 */
export async function openFilesystemBlobStore(folder: string): Promise<BlobStore> {
  const root = join(folder, 'blobs');
  const temporaryFolder = join(root, 'tmp');
  try {
    await rm(temporaryFolder, { recursive: true, force: true });
    await mkdir(temporaryFolder, { recursive: true });
    await mkdir(join(root, 'sha256'), { recursive: true });
  } catch (error) {
    throw toStorageError(error, folder) ?? error;
  }

  function pathOf(digest: Digest): string {
    const text: string = digest;
    if (!isDigest(text)) throw new Error(`"${text}" is no digest and must not become a path`);
    const hex = digestHex(digest);
    return join(root, 'sha256', hex.slice(0, 2), hex);
  }

  async function place(bytes: Uint8Array, path: string): Promise<void> {
    const temporary = join(temporaryFolder, randomBytes(12).toString('hex'));
    try {
      await writeSynced(temporary, bytes);
      const created = await mkdir(dirname(path), { recursive: true });
      await rename(temporary, path);
      await syncFolder(dirname(path));
      if (created !== undefined) await syncFolder(dirname(created));
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined);
      throw toStorageError(error, folder) ?? error;
    }
  }

  return {
    async hasBlob(digest) {
      return exists(pathOf(digest));
    },

    async saveBlob(bytes) {
      const digest = digestOf(bytes);
      const path = pathOf(digest);
      const present = await findBytes(path);
      // A file that rotted on disk is healed by whoever brings the right bytes again.
      if (present !== undefined && digestOf(present) === digest) return digest;
      await place(bytes, path);
      return digest;
    },

    async readBlob(digest) {
      const bytes = await findBytes(pathOf(digest));
      if (bytes === undefined) throw blobNotFound(digest);
      if (digestOf(bytes) !== digest) throw blobCorrupt(digest);
      return bytes;
    },
  };
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

async function findBytes(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o644);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes a new name in a folder survive a power loss. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
