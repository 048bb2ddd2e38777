import { setImmediate } from 'node:timers/promises';
import type { PackageLimits } from '../../addon/limits.ts';
import { compareText } from '../../findings.ts';
import { findIdentity, type SourceFolder } from '../find-folder-findings.ts';
import { type IdentityReading, type ReadIdentityOptions, readIdentity } from '../read-identity.ts';
import type { HistoryAddon, HistoryStep } from './adopt-history.ts';
import type { ObjectReader } from './object-reader.ts';
import type { GitTreeEntry } from './parse-git-tree.ts';

/** A commit to be read, oldest first in a list. */
export interface HistoryCommit {
  readonly revision: string;
  /** RFC 3339, UTC. */
  readonly at: string;
}

/** A folder of a step, whether or not it is an addon. */
export interface HistoryFolder extends SourceFolder {
  readonly contentId: string;
}

export interface HistoryReading {
  readonly steps: readonly HistoryStep[];
  /** Every distinct folder that ever stood there, in the order of its first step. */
  readonly folders: readonly HistoryFolder[];
  /** What the last step holds; undefined when the followed path is no folder there. */
  readonly tip: HistoryTip | undefined;
}

export interface HistoryTip {
  readonly folders: readonly HistoryFolder[];
  /** Links and submodules where an addon's folder could stand. */
  readonly unreadable: readonly GitTreeEntry[];
}

export interface ReadHistoryOptions {
  readonly commits: readonly HistoryCommit[];
  /** Folder that holds addon folders, or is one; '' is the root. */
  readonly path: string;
  readonly limits: PackageLimits;
  readonly memory: HistoryMemory;
}

/** What the last reading found: folders never change, so a longer history costs what is new in it. Starts with an empty map. */
export interface HistoryMemory {
  /** By content and directory. */
  folders: ReadonlyMap<string, HistoryFolder>;
}

/**
 * Reads which addons stood in each commit. Every distinct tree and every distinct metadata.yaml is read once, however long the history.
 * A followed folder that itself holds metadata.yaml is one addon; otherwise each of its folders that holds one is.
 */
export async function readHistory(objects: ObjectReader, options: ReadHistoryOptions): Promise<HistoryReading> {
  const { commits, path, limits, memory } = options;
  const roots = await objects.findObjects(
    commits.map(({ revision }) => (path === '' ? `${revision}^{tree}` : `${revision}:${path}`)),
  );
  const rootIds = roots.map((root) => (root?.type === 'tree' ? root.objectId : undefined));
  const listings = await readListings(objects, rootIds);
  const places = new Map(
    [...listings.values()].flatMap((listing) => listing.folders.map((place) => [toKey(place), place])),
  );
  const folders = await readFolders(objects, places, { limits, known: memory.folders });
  memory.folders = folders;
  const views = new Map<string, readonly HistoryFolder[]>();
  const addons = new Map<string, readonly HistoryAddon[]>();
  for (const [rootId, listing] of listings) {
    const view = listing.folders.flatMap((place) => folders.get(toKey(place)) ?? []);
    views.set(rootId, view);
    addons.set(rootId, view.flatMap(toAddon));
  }
  const tipId = rootIds.at(-1) ?? '';
  const tip = views.get(tipId);
  return {
    steps: commits.map(({ revision, at }, index) => ({
      revision,
      at,
      addons: addons.get(rootIds[index] ?? '') ?? none,
    })),
    folders: [...folders.values()],
    tip: tip === undefined ? undefined : { folders: tip, unreadable: listings.get(tipId)?.unreadable ?? [] },
  };
}

const none: readonly HistoryAddon[] = [];

interface Place {
  readonly directory: string;
  readonly contentId: string;
}

/** What the followed folder held, ordered by name. */
interface Listing {
  readonly folders: readonly Place[];
  readonly unreadable: readonly GitTreeEntry[];
}

async function readListings(
  objects: ObjectReader,
  rootIds: readonly (string | undefined)[],
): Promise<ReadonlyMap<string, Listing>> {
  const distinct = [...new Set(rootIds)].filter((rootId) => rootId !== undefined);
  const trees = await objects.readTrees(distinct);
  return new Map(distinct.map((rootId, index) => [rootId, toListing(rootId, trees[index] ?? [])]));
}

function toListing(rootId: string, entries: readonly GitTreeEntry[]): Listing {
  if (entries.some(({ name }) => name === metadataFile)) {
    return { folders: [{ directory: '', contentId: rootId }], unreadable: [] };
  }
  return {
    folders: entries
      .filter(({ kind }) => kind === 'folder')
      .map(({ name, objectId }) => ({ directory: name, contentId: objectId }))
      .toSorted((left, right) => compareText(left.directory, right.directory)),
    unreadable: entries.filter(({ kind }) => kind === 'link' || kind === 'submodule'),
  };
}

interface ReadFoldersOptions {
  readonly limits: PackageLimits;
  readonly known: ReadonlyMap<string, HistoryFolder>;
}

/** Reads the folders that are not known yet. */
async function readFolders(
  objects: ObjectReader,
  places: ReadonlyMap<string, Place>,
  { limits, known }: ReadFoldersOptions,
): Promise<ReadonlyMap<string, HistoryFolder>> {
  const unknown = [...places].filter(([key]) => !known.has(key)).map(([, { contentId }]) => contentId);
  const metadata = await readMetadataFiles(objects, [...new Set(unknown)], limits);
  const folders = new Map<string, HistoryFolder>();
  let startedAt = performance.now();
  for (const [key, { directory, contentId }] of places) {
    const file = metadata.get(contentId);
    const identity = file === undefined ? undefined : toIdentity(file, { directory, limits });
    folders.set(key, known.get(key) ?? { directory, contentId, identity });
    // Parsing a long history takes a while; whoever else waits for this thread gets turns.
    if (performance.now() - startedAt > turnMs) {
      await setImmediate();
      startedAt = performance.now();
    }
  }
  return folders;
}

const turnMs = 10;

function toKey({ directory, contentId }: Place): string {
  return `${contentId} ${directory}`;
}

function toIdentity(file: MetadataFile, options: ReadIdentityOptions): IdentityReading {
  if ('fault' in file) return { fault: file.fault, line: 1, column: 1 };
  return readIdentity(file.bytes, options);
}

/** metadata.yaml of one folder: its bytes, or why there are none. */
type MetadataFile = { readonly bytes: Uint8Array } | { readonly fault: string };

const metadataFile = 'metadata.yaml';

/** Reads metadata.yaml of each folder that has one. */
async function readMetadataFiles(
  objects: ObjectReader,
  contentIds: readonly string[],
  { maxMetadataBytes }: PackageLimits,
): Promise<ReadonlyMap<string, MetadataFile>> {
  const trees = await objects.readTrees(contentIds);
  const entries = new Map<string, GitTreeEntry>();
  for (const [index, contentId] of contentIds.entries()) {
    const entry = trees[index]?.find(({ name }) => name === metadataFile);
    if (entry !== undefined) entries.set(contentId, entry);
  }
  const files = [...entries.values()].filter(({ kind }) => kind === 'file' || kind === 'executable');
  const described = await objects.describeObjects([...new Set(files.map(({ objectId }) => objectId))]);
  const sane = described.filter(({ sizeBytes }) => sizeBytes <= maxMetadataBytes).map(({ objectId }) => objectId);
  const contents = await objects.readObjects(sane);
  const bytesOf = new Map(sane.map((objectId, index) => [objectId, contents[index] ?? new Uint8Array()]));
  return new Map(
    [...entries].map(([contentId, { kind, objectId }]) => {
      if (kind !== 'file' && kind !== 'executable') return [contentId, { fault: 'it is no regular file' }];
      const bytes = bytesOf.get(objectId);
      return [contentId, bytes === undefined ? { fault: `it has more than ${maxMetadataBytes} bytes` } : { bytes }];
    }),
  );
}

/** Folders that cannot be read or addressed are no versions; `findHistoryFindings` says so. */
function toAddon(folder: HistoryFolder): readonly HistoryAddon[] {
  const identity = findIdentity(folder);
  if (identity === undefined) return [];
  return [{ directory: folder.directory, contentId: folder.contentId, name: identity.name, version: identity.version }];
}
