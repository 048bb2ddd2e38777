import { open, readdir, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { defaultPackageLimits } from '../registry/addon/limits.ts';
import { readArchive } from '../registry/addon/read-archive.ts';
import { RegistryError } from '../registry/errors.ts';
import { compareText } from '../registry/findings.ts';
import { listFolder, TooManyEntries } from '../registry/sources/local/list-folder.ts';
import { FileUnreadable, readFolderTree } from '../registry/sources/local/read-folder-tree.ts';
import { joinPath } from './check/findings-report.ts';
import type { LocalPackage } from './examine-package.ts';

/** A path as the person wrote it, and where that is. */
interface Place {
  readonly shown: string;
  readonly path: string;
}

const limits = defaultPackageLimits;
// Far above what a package may hold, so that the package's own limit speaks first.
const maxListedEntries = 100_000;
// What makes a folder without metadata.yaml look like an addon all the same.
const addonParts = new Set(['template.cue', 'template.yaml', 'parameter.cue', 'resources', 'definitions']);

/**
 * Reads the addons at a path, which starts at the working folder: an archive, an addon folder, or a folder that holds
 * addon folders, in the order of their names. Throws INPUT_INVALID when there is none.
 */
export async function* readLocalPackages(workingFolder: string, path: string): AsyncGenerator<LocalPackage> {
  const place = { shown: path, path: resolve(workingFolder, path) };
  if ((await findKind(place)) === 'file') {
    yield await readArchiveFile(place);
    return;
  }
  const names = await listNames(place);
  if (names.includes('metadata.yaml')) {
    yield await readFolder(place);
    return;
  }
  let found = 0;
  for (const name of names) {
    const child = { shown: joinPath(path, name), path: resolve(place.path, name) };
    if (!(await isAddonFolder(child))) continue;
    found += 1;
    yield await readFolder(child);
  }
  if (found > 0) return;
  if (names.some((name) => addonParts.has(name))) {
    yield await readFolder(place);
    return;
  }
  throw inputInvalid(place, 'holds no addon: no metadata.yaml stands in it or in a folder in it');
}

async function findKind(place: Place): Promise<'file' | 'folder'> {
  const stats = await stat(place.path).catch((cause: unknown) => {
    throw unreadable(place, cause);
  });
  if (stats.isDirectory()) return 'folder';
  if (stats.isFile()) return 'file';
  throw inputInvalid(place, 'is neither a file nor a folder');
}

async function isAddonFolder(place: Place): Promise<boolean> {
  const stats = await stat(place.path).catch(() => undefined);
  if (stats?.isDirectory() !== true) return false;
  const names = await listNames(place);
  return names.includes('metadata.yaml') || names.some((name) => addonParts.has(name));
}

async function listNames(place: Place): Promise<readonly string[]> {
  try {
    return (await readdir(place.path)).sort(compareText);
  } catch (cause) {
    throw unreadable(place, cause);
  }
}

async function readFolder(place: Place): Promise<LocalPackage> {
  const { path: folder, shown } = place;
  const signal = new AbortController().signal;
  try {
    const entries = await listFolder(folder, { maxEntries: maxListedEntries, maxDepth: limits.maxDepth + 1, signal });
    const reading = await readFolderTree({ folder, entries, limits, signal });
    return { path: shown, directory: basename(folder), content: { reading, nestedTop: undefined } };
  } catch (cause) {
    if (cause instanceof FileUnreadable) throw inputInvalid(place, `cannot be read: ${cause.message}`, cause);
    if (cause instanceof TooManyEntries) throw inputInvalid(place, `holds ${cause.message}`, cause);
    throw unreadable(place, cause);
  }
}

async function readArchiveFile(place: Place): Promise<LocalPackage> {
  const { shown } = place;
  // One byte more than allowed lets the reader say that it is too large, however large it is.
  const archive = readArchive(await readStart(place, limits.maxArchiveBytes + 1));
  if (!archive.ok) return { path: shown, directory: undefined, content: { findings: archive.findings } };
  const nestedTop = archive.nested ? archive.top : undefined;
  return { path: shown, directory: undefined, content: { reading: archive.reading, nestedTop } };
}

async function readStart(place: Place, maxBytes: number): Promise<Uint8Array> {
  try {
    const file = await open(place.path, 'r');
    try {
      const { size } = await file.stat();
      const bytes = new Uint8Array(Math.min(size, maxBytes));
      let filled = 0;
      while (filled < bytes.length) {
        const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return bytes.subarray(0, filled);
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw unreadable(place, cause);
  }
}

function unreadable(place: Place, cause: unknown): RegistryError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
  const reason = { ENOENT: 'does not exist', EACCES: 'may not be read', ENOTDIR: 'does not exist' }[code];
  return inputInvalid(place, reason ?? `cannot be read (${code})`, cause);
}

function inputInvalid({ shown }: Place, what: string, cause?: unknown): RegistryError {
  return new RegistryError('INPUT_INVALID', `${shown} ${what}`, cause === undefined ? {} : { cause });
}
