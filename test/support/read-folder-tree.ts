import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { FileTree } from '../../registry/addon/types.ts';

/** Reads the regular files of a folder as the tree of one addon, sorted by the bytes of their paths. */
export function readFolderTree(folder: string): FileTree {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({
      path: relative(folder, path),
      mode: '0644' as const,
      bytes: new Uint8Array(readFileSync(path)),
    }))
    .sort((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)));
  return { files };
}
