import type { Finding } from '../../../schemas/finding.ts';
import { createTree, type RawEntry, type RawEntryType } from '../../addon/create-tree.ts';
import type { PackageLimits } from '../../addon/limits.ts';
import { toPrintable } from '../../addon/path-rules.ts';
import { createReadingFinding } from '../../addon/reading-rule.ts';
import type { TreeReading } from '../../addon/types.ts';
import { compareFindings } from '../../findings.ts';
import type { ObjectReader } from './object-reader.ts';
import type { GitTreeEntry } from './parse-git-tree.ts';

interface FoundEntry {
  readonly path: string;
  readonly kind: Exclude<GitTreeEntry['kind'], 'folder'>;
  readonly objectId: string;
}

/** Entries of a tree with what keeps others from being read. */
interface Selection {
  readonly entries: readonly FoundEntry[];
  readonly findings: readonly Finding[];
}

const types: Readonly<Record<FoundEntry['kind'], RawEntryType>> = {
  file: 'file',
  executable: 'file',
  link: 'symlink',
  submodule: 'submodule',
  unknown: 'other',
};

/** Reads the files of one addon from Git objects. Sizes are asked for before anything is read; what cannot be a file is a finding. */
export async function readAddonTree(
  objects: ObjectReader,
  contentId: string,
  limits: PackageLimits,
): Promise<TreeReading> {
  const found = await listEntries(objects, contentId, limits);
  const affordable = await selectAffordable(objects, found.entries, limits);
  const files = affordable.entries.filter(isFile);
  const contents = await objects.readObjects(files.map(({ objectId }) => objectId));
  const bytes = new Map(files.map((file, index) => [file, contents[index]]));
  const reading = createTree(
    affordable.entries.map(
      (entry): RawEntry => ({
        path: entry.path,
        type: types[entry.kind],
        mode: entry.kind === 'executable' ? 0o755 : 0o644,
        bytes: bytes.get(entry) ?? new Uint8Array(),
      }),
    ),
    limits,
  );
  return {
    tree: reading.tree,
    findings: [...found.findings, ...affordable.findings, ...reading.findings].sort(compareFindings),
  };
}

/** Lists what is below a tree, level by level, within the limits of count and depth. */
async function listEntries(objects: ObjectReader, contentId: string, limits: PackageLimits): Promise<Selection> {
  const entries: FoundEntry[] = [];
  let level = [{ path: '', objectId: contentId }];
  // Equal folders are counted each time they occur: a few small objects can describe a tree without end.
  let count = 0;
  // One level beyond the limit is listed, so that what is too deep is reported by its path.
  for (let depth = 0; level.length > 0 && depth <= limits.maxDepth; depth += 1) {
    const trees = await objects.readTrees(level.map(({ objectId }) => objectId));
    const next: typeof level = [];
    for (const [index, folder] of level.entries()) {
      for (const { name, kind, objectId } of trees[index] ?? []) {
        count += 1;
        if (count > limits.maxEntries) return { entries, findings: [tooMany(limits)] };
        const path = folder.path === '' ? name : `${folder.path}/${name}`;
        if (kind === 'folder') next.push({ path, objectId });
        else entries.push({ path, kind, objectId });
      }
    }
    level = next;
  }
  return { entries, findings: level.map(({ path }) => tooDeep(path, limits)) };
}

/** Leaves out files that are too large by themselves or together, before anything of them is read. */
async function selectAffordable(
  objects: ObjectReader,
  entries: readonly FoundEntry[],
  limits: PackageLimits,
): Promise<Selection> {
  const files = entries.filter(isFile);
  const described = await objects.describeObjects(files.map(({ objectId }) => objectId));
  const sizes = new Map(files.map((file, index) => [file, described[index]?.sizeBytes ?? 0]));
  const kept: FoundEntry[] = [];
  const findings: Finding[] = [];
  let totalBytes = 0;
  for (const entry of entries) {
    const sizeBytes = sizes.get(entry) ?? 0;
    if (sizeBytes > limits.maxFileBytes) {
      findings.push(tooLarge(entry.path, sizeBytes, limits));
      continue;
    }
    totalBytes += sizeBytes;
    if (totalBytes > limits.maxExpandedBytes)
      return { entries: kept, findings: [...findings, tooLargeTogether(entry.path, limits)] };
    kept.push(entry);
  }
  return { entries: kept, findings };
}

function isFile({ kind }: FoundEntry): boolean {
  return kind === 'file' || kind === 'executable';
}

function tooMany({ maxEntries }: PackageLimits): Finding {
  const message = `the package has more than ${maxEntries} entries (limit maxEntries); the rest is not read`;
  return createReadingFinding('package/too-many-files', { message });
}

function tooDeep(path: string, { maxDepth }: PackageLimits): Finding {
  const message = `${toPrintable(path)} is deeper than ${maxDepth} folders (limit maxDepth)`;
  return createReadingFinding('package/path-too-long', { file: toPrintable(path), message });
}

function tooLarge(path: string, sizeBytes: number, { maxFileBytes }: PackageLimits): Finding {
  const message = `${toPrintable(path)} has ${sizeBytes} bytes, more than ${maxFileBytes} (limit maxFileBytes)`;
  return createReadingFinding('package/file-too-large', { file: toPrintable(path), message });
}

function tooLargeTogether(path: string, { maxExpandedBytes }: PackageLimits): Finding {
  const message = `the files have more than ${maxExpandedBytes} bytes (limit maxExpandedBytes); the rest is not read`;
  return createReadingFinding('package/too-large', { file: toPrintable(path), message });
}
