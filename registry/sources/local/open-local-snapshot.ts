import { join } from 'node:path';
import type { Finding } from '../../../schemas/finding.ts';
import type { PackageLimits } from '../../addon/limits.ts';
import { treeDigestOf } from '../../addon/tree-digest.ts';
import type { TreeReading } from '../../addon/types.ts';
import { RegistryError } from '../../errors.ts';
import { compareText } from '../../findings.ts';
import {
  createLinkFinding,
  findFolderFindings,
  findIdentity,
  findUnusableNames,
  joinPath,
  type SourceFolder,
} from '../find-folder-findings.ts';
import { type IdentityReading, readIdentity } from '../read-identity.ts';
import { createSourceFinding } from '../source-rules.ts';
import type { Snapshot, SourceVersion } from '../types.ts';
import { toVersionIdentity } from '../version-identity.ts';
import type { FolderEntry, FolderListing } from './list-folder.ts';
import { FileUnreadable, readFolderTree, readListedFile } from './read-folder-tree.ts';

export interface OpenLocalSnapshotOptions {
  readonly id: string;
  /** For people. */
  readonly location: string;
  readonly limits: PackageLimits;
  readonly signal: AbortSignal;
}

/** A folder where an addon may stand: its place on disk and what was listed below it. */
interface Place {
  readonly directory: string;
  readonly folder: string;
  readonly entries: readonly FolderEntry[];
}

/** Reads the addons of a listed folder. Throws SOURCE_UNAVAILABLE when files change meanwhile: the next run reads them. */
export async function openLocalSnapshot(listing: FolderListing, options: OpenLocalSnapshotOptions): Promise<Snapshot> {
  const { limits } = options;
  const places = listPlaces(listing);
  const folders: SourceFolder[] = [];
  const versions = new Map<string, SourceVersion>();
  const findings: Finding[] = [];
  for (const place of places) {
    options.signal.throwIfAborted();
    try {
      const folder = { directory: place.directory, identity: await findMetadata(place, limits) };
      folders.push(folder);
      const identity = findIdentity(folder);
      // Where two folders claim one version, the first by name counts.
      if (identity === undefined || versions.has(toVersionIdentity(identity))) continue;
      const { tree } = await readPlace(place, options, options.signal);
      const contentId = treeDigestOf(tree);
      // The revision of the folder changes with every edit of a neighbour.
      const content = { contentId, revision: contentId, at: toTime(place) };
      versions.set(toVersionIdentity(identity), {
        name: identity.name,
        version: identity.version,
        directory: place.directory,
        content,
        published: content.at,
        contents: [content],
        refused: [],
      });
    } catch (error) {
      if (!(error instanceof FileUnreadable)) throw error;
      if (error.changed) throw changed(options, error);
      findings.push(
        createSourceFinding('source/unreadable', {
          file: joinPath(place.directory, error.path),
          message: `${joinPath(place.directory, error.path)} ${error.reason}; the addon is left out`,
        }),
      );
    }
  }
  const placeOf = new Map(places.map((place) => [place.directory, place]));
  return {
    revision: listing.revision,
    adopted: undefined,
    versions: [...versions.values()],
    findings: [
      ...findings,
      ...findUnusableNames(folders, ''),
      ...listLinks(listing),
      ...findFolderFindings(folders, ''),
    ],
    async readTree(version, signal) {
      const place = placeOf.get(version.directory);
      if (place === undefined) throw new Error(`the snapshot holds no folder "${version.directory}"`);
      try {
        const reading = await readPlace(place, options, signal);
        if (treeDigestOf(reading.tree) === version.content.contentId) return reading;
      } catch (error) {
        if (!(error instanceof FileUnreadable)) throw error;
        throw changed(options, error);
      }
      throw changed(options);
    },
    close: () => Promise.resolve(),
  };
}

/** The followed folder when it holds metadata.yaml itself, else each folder in it, ordered by name. */
function listPlaces({ folder, entries }: FolderListing): readonly Place[] {
  if (entries.some(({ path }) => path === 'metadata.yaml')) return [{ directory: '', folder, entries }];
  const below = new Map<string, FolderEntry[]>();
  for (const entry of entries) {
    const [directory = '', rest] = splitFirst(entry.path);
    if (rest === undefined && entry.kind !== 'folder' && entry.kind !== 'unreadable') continue;
    const list = below.get(directory) ?? [];
    below.set(directory, list);
    if (rest !== undefined) list.push({ ...entry, path: rest });
    else if (entry.kind === 'unreadable') list.push({ ...entry, path: '' });
  }
  return [...below]
    .map(([directory, list]) => ({ directory, folder: join(folder, directory), entries: list }))
    .toSorted((left, right) => compareText(left.directory, right.directory));
}

function listLinks({ entries }: FolderListing): readonly Finding[] {
  if (entries.some(({ path }) => path === 'metadata.yaml')) return [];
  return entries
    .filter(({ path, kind }) => !path.includes('/') && (kind === 'link' || kind === 'special'))
    .map(({ path, kind }) => createLinkFinding('', path, kind === 'link' ? 'symbolic link' : 'device or pipe'));
}

async function findMetadata(place: Place, limits: PackageLimits): Promise<IdentityReading | undefined> {
  const entry = place.entries.find(({ path }) => path === 'metadata.yaml');
  const unreadable = place.entries.find(({ path, kind }) => path === '' && kind === 'unreadable');
  if (unreadable !== undefined) throw new FileUnreadable('', 'may not be read');
  if (entry === undefined) return undefined;
  if (entry.kind !== 'file') return { fault: 'it is no regular file', line: 1, column: 1 };
  if (entry.sizeBytes > limits.maxMetadataBytes) {
    return { fault: `it has more than ${limits.maxMetadataBytes} bytes`, line: 1, column: 1 };
  }
  return readIdentity(await readListedFile(place.folder, entry), { directory: place.directory, limits });
}

function readPlace(place: Place, { limits }: OpenLocalSnapshotOptions, signal: AbortSignal): Promise<TreeReading> {
  return readFolderTree({ folder: place.folder, entries: place.entries, limits, signal });
}

/** When the newest of its files was changed. */
function toTime({ entries }: Place): string {
  const newest = Math.max(0, ...entries.filter(({ kind }) => kind === 'file').map(({ modifiedMs }) => modifiedMs));
  const lastMs = Date.UTC(9999, 11, 31);
  return new Date(Math.min(newest, lastMs)).toISOString();
}

function splitFirst(path: string): readonly [string, string | undefined] {
  const end = path.indexOf('/');
  return end < 0 ? [path, undefined] : [path.slice(0, end), path.slice(end + 1)];
}

function changed({ id, location }: OpenLocalSnapshotOptions, cause?: unknown): RegistryError {
  return new RegistryError(
    'SOURCE_UNAVAILABLE',
    `source "${id}" (${location}): files changed while they were read; they will be read again`,
    {
      details: { source: id, location },
      cause,
    },
  );
}
