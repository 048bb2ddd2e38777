import type { FileTree } from '../addon/types.ts';
import { BoundedCache } from '../bounded-cache.ts';
import type { Digest } from '../digest.ts';
import type { BlobStore } from '../storage/types.ts';
import { readStoredTree } from './read-stored-tree.ts';

/** Reads the files of stored archives. Throws BLOB_NOT_FOUND or BLOB_CORRUPT. */
export interface TreeReader {
  /** The same tree for the same digest for as long as it is remembered, so that what others remember of a tree lasts as long. */
  readTree(digest: Digest): Promise<FileTree>;
}

export interface TreeReaderOptions {
  readonly blobs: Pick<BlobStore, 'readBlob'>;
  /** What remembered trees may weigh together, in bytes of their files; default 6 MiB. What is read of them takes about eight times as much. */
  readonly maxCachedBytes?: number;
}

/** What an entry weighs besides its files: maps, paths and promises. */
const entryBytes = 512;

/** Reads trees once for everybody who asks while one is read or remembered; a failure is not remembered. */
export function createTreeReader({ blobs, maxCachedBytes = 6 * 1024 * 1024 }: TreeReaderOptions): TreeReader {
  const trees = new BoundedCache<FileTree>({ maxWeight: maxCachedBytes });
  const reading = new Map<Digest, Promise<FileTree>>();

  async function read(digest: Digest): Promise<FileTree> {
    try {
      const tree = await readStoredTree(blobs, digest);
      trees.save(digest, tree, weigh(tree));
      return tree;
    } finally {
      reading.delete(digest);
    }
  }

  return {
    async readTree(digest) {
      const known = trees.find(digest) ?? reading.get(digest);
      if (known !== undefined) return known;
      const started = read(digest);
      reading.set(digest, started);
      return started;
    },
  };
}

function weigh({ files }: FileTree): number {
  return files.reduce((sum, { path, bytes }) => sum + path.length * 2 + bytes.length, entryBytes);
}
