import type { BigIntStats } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { compareText } from '../../findings.ts';

/** Something below a folder, as `lstat` sees it: links are never followed. */
export interface FolderEntry {
  /** From the folder, with `/`. */
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'link' | 'special' | 'unreadable';
  readonly executable: boolean;
  readonly sizeBytes: number;
  /** Changes with every edit that the file system notices: size, mode, time and inode. */
  readonly stamp: string;
  /** Milliseconds since 1970. */
  readonly modifiedMs: number;
}

/** What a folder holds now, and the revision that stands for it. */
export interface FolderListing {
  /** Without links in it. */
  readonly folder: string;
  readonly entries: readonly FolderEntry[];
  readonly revision: string;
}

export interface ListFolderOptions {
  readonly maxEntries: number;
  readonly maxDepth: number;
  readonly signal: AbortSignal;
}

/** More entries than any folder of addons has. */
export class TooManyEntries extends Error {}

/** Lists everything below a folder but `.git`, ordered by path, down to `maxDepth`. Throws TooManyEntries, or what `readdir` throws for the folder itself. */
export async function listFolder(folder: string, options: ListFolderOptions): Promise<readonly FolderEntry[]> {
  const entries: FolderEntry[] = [];
  let level = [''];
  for (let depth = 0; level.length > 0 && depth <= options.maxDepth; depth += 1) {
    const next: string[] = [];
    for (const parent of level) {
      options.signal.throwIfAborted();
      const names = await listNames(folder, parent);
      if (names === undefined) {
        entries.push({ path: parent, kind: 'unreadable', executable: false, sizeBytes: 0, stamp: '', modifiedMs: 0 });
        continue;
      }
      if (entries.length + names.length > options.maxEntries)
        throw new TooManyEntries(`more than ${options.maxEntries} entries`);
      const found = await Promise.all(
        names.map((name) => findEntry(folder, parent === '' ? name : `${parent}/${name}`)),
      );
      for (const entry of found) {
        if (entry === undefined) continue;
        entries.push(entry);
        if (entry.kind === 'folder') next.push(entry.path);
      }
    }
    level = next;
  }
  return entries.sort((left, right) => compareText(left.path, right.path));
}

/** Undefined when a folder below cannot be read. */
async function listNames(folder: string, parent: string): Promise<readonly string[] | undefined> {
  try {
    const names = await readdir(join(folder, parent));
    return names.filter((name) => name !== '.git');
  } catch (error) {
    if (parent === '') throw error;
    return undefined;
  }
}

/** Undefined when it went away between listing and looking. */
async function findEntry(folder: string, path: string): Promise<FolderEntry | undefined> {
  const stats = await lstat(join(folder, path), { bigint: true }).catch(() => undefined);
  if (stats === undefined) return undefined;
  return {
    path,
    kind: toKind(stats),
    executable: (stats.mode & 0o100n) !== 0n,
    sizeBytes: Number(stats.size),
    // A folder's own time changes with every file that an editor makes and removes; what it holds is listed anyway.
    stamp: stats.isDirectory() ? '' : [stats.size, stats.mode, stats.mtimeNs, stats.ino].join(' '),
    modifiedMs: Number(stats.mtimeMs),
  };
}

function toKind(stats: BigIntStats): FolderEntry['kind'] {
  if (stats.isFile()) return 'file';
  if (stats.isDirectory()) return 'folder';
  return stats.isSymbolicLink() ? 'link' : 'special';
}
