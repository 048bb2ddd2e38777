import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../../../schemas/finding.ts';
import { createTree, type RawEntry, type RawEntryType } from '../../addon/create-tree.ts';
import type { PackageLimits } from '../../addon/limits.ts';
import { toPrintable } from '../../addon/path-rules.ts';
import { createReadingFinding } from '../../addon/reading-rule.ts';
import type { TreeReading } from '../../addon/types.ts';
import { compareFindings } from '../../findings.ts';
import type { FolderEntry } from './list-folder.ts';

/** A file could not be read as it was listed: it changed, went away, or may not be read. */
export class FileUnreadable extends Error {
  readonly path: string;
  readonly reason: string;
  /** It is in the middle of an edit; reading it again will do. */
  readonly changed: boolean;

  constructor(path: string, reason: string, options: { readonly changed?: boolean; readonly cause?: unknown } = {}) {
    super(`${path} ${reason}`, { cause: options.cause });
    this.name = 'FileUnreadable';
    this.path = path;
    this.reason = reason;
    this.changed = options.changed === true;
  }
}

export interface ReadFolderTreeOptions {
  /** The addon's folder. */
  readonly folder: string;
  /** What was listed below it. */
  readonly entries: readonly FolderEntry[];
  readonly limits: PackageLimits;
  readonly signal: AbortSignal;
}

const types: Readonly<Record<Exclude<FolderEntry['kind'], 'folder' | 'unreadable'>, RawEntryType>> = {
  file: 'file',
  link: 'symlink',
  special: 'other',
};

/** Reads the files of one addon from a folder, never through a link. Throws FileUnreadable. */
export async function readFolderTree(options: ReadFolderTreeOptions): Promise<TreeReading> {
  const { folder, entries, limits, signal } = options;
  const raw: RawEntry[] = [];
  const findings: Finding[] = [];
  let totalBytes = 0;
  for (const entry of entries) {
    signal.throwIfAborted();
    if (entry.kind === 'folder') continue;
    if (entry.kind === 'unreadable') throw new FileUnreadable(entry.path, 'may not be read');
    if (raw.length > limits.maxEntries) break;
    const fits = entry.kind !== 'file' || entry.sizeBytes <= limits.maxFileBytes;
    if (!fits) {
      findings.push(tooLarge(entry, limits));
      continue;
    }
    totalBytes += entry.kind === 'file' ? entry.sizeBytes : 0;
    raw.push({
      path: entry.path,
      type: types[entry.kind],
      mode: entry.executable ? 0o755 : 0o644,
      bytes: entry.kind === 'file' ? await readListedFile(folder, entry) : new Uint8Array(),
    });
    // This one file too many lets `createTree` say so.
    if (totalBytes > limits.maxExpandedBytes) break;
  }
  const reading = createTree(raw, limits);
  return { tree: reading.tree, findings: [...findings, ...reading.findings].sort(compareFindings) };
}

/** Reads a file that was listed as a regular one of a given size. Throws FileUnreadable when it is no such file any more. */
export async function readListedFile(folder: string, entry: FolderEntry): Promise<Uint8Array> {
  // Neither a link nor a pipe that took the file's place since it was listed is followed or waited for.
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const handle = await open(join(folder, entry.path), flags).catch((cause: unknown) => {
    throw toFileUnreadable(entry.path, cause);
  });
  try {
    const stats = await handle.stat();
    if (!stats.isFile() || stats.size !== entry.sizeBytes)
      throw new FileUnreadable(entry.path, 'changed while it was read', { changed: true });
    const bytes = new Uint8Array(stats.size);
    let filled = 0;
    while (filled < bytes.length) {
      const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, filled);
      if (bytesRead === 0) throw new FileUnreadable(entry.path, 'changed while it was read', { changed: true });
      filled += bytesRead;
    }
    return bytes;
  } finally {
    await handle.close();
  }
}

function toFileUnreadable(path: string, cause: unknown): FileUnreadable {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
  if (code === 'EACCES' || code === 'EPERM') return new FileUnreadable(path, 'may not be read', { cause });
  // Gone, or a link in its place (ELOOP).
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP') {
    return new FileUnreadable(path, 'changed while it was read', { changed: true, cause });
  }
  return new FileUnreadable(path, `cannot be read (${code})`, { cause });
}

function tooLarge({ path, sizeBytes }: FolderEntry, { maxFileBytes }: PackageLimits): Finding {
  const shown = toPrintable(path);
  const message = `${shown} has ${sizeBytes} bytes, more than ${maxFileBytes} (limit maxFileBytes)`;
  return createReadingFinding('package/file-too-large', { file: shown, message });
}
