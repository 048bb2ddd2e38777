import type { Finding } from '../../../schemas/finding.ts';
import type { TreeFile, TreeReading } from '../../addon/types.ts';
import { compareText, createFinding } from '../../findings.ts';
import type { ObjectReader } from './object-reader.ts';
import type { GitTreeEntry } from './parse-git-tree.ts';

/** What reading one addon may cost. */
export interface TreeLimits {
  readonly maxEntries: number;
  readonly maxDepth: number;
  readonly maxFileBytes: number;
  readonly maxExpandedBytes: number;
}

interface FoundEntry {
  readonly path: string;
  readonly kind: GitTreeEntry['kind'];
  readonly objectId: string;
}

/** Reads the files of one addon from Git objects. Sizes are asked for before anything is read; what cannot be a file is a finding. */
export async function readAddonTree(
  objects: ObjectReader,
  contentId: string,
  limits: TreeLimits,
): Promise<TreeReading> {
  const { entries, findings } = await listEntries(objects, contentId, limits);
  const isFile = ({ kind }: FoundEntry): boolean => kind === 'file' || kind === 'executable';
  const refused = entries.filter((entry) => !isFile(entry)).map(toRefusal);
  const candidates = entries.filter(isFile);
  const described = await objects.describeObjects(candidates.map(({ objectId }) => objectId));
  const wanted: FoundEntry[] = [];
  let totalBytes = 0;
  for (const [index, entry] of candidates.entries()) {
    const sizeBytes = described[index]?.sizeBytes ?? 0;
    if (sizeBytes > limits.maxFileBytes) {
      refused.push(tooLarge(entry.path, `has ${sizeBytes} bytes; at most ${limits.maxFileBytes} are read`));
    } else if (totalBytes + sizeBytes > limits.maxExpandedBytes) {
      refused.push(tooLarge(entry.path, `exceeds the limit of ${limits.maxExpandedBytes} bytes for the whole addon`));
    } else {
      totalBytes += sizeBytes;
      wanted.push(entry);
    }
  }
  const contents = await objects.readObjects(wanted.map(({ objectId }) => objectId));
  const files = wanted.map(
    ({ path, kind }, index): TreeFile => ({
      path,
      mode: kind === 'executable' ? '0755' : '0644',
      bytes: contents[index] ?? new Uint8Array(),
    }),
  );
  files.sort((left, right) => compareText(left.path, right.path));
  return { tree: { files }, findings: [...findings, ...refused] };
}

async function listEntries(
  objects: ObjectReader,
  contentId: string,
  limits: TreeLimits,
): Promise<{ readonly entries: readonly FoundEntry[]; readonly findings: readonly Finding[] }> {
  const entries: FoundEntry[] = [];
  let level = [{ path: '', objectId: contentId }];
  // Equal folders are counted each time they occur: a few small objects can describe a tree without end.
  let count = 0;
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > limits.maxDepth) return { entries, findings: [tooDeep(level[0]?.path ?? '', limits)] };
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
  return { entries, findings: [] };
}

function toRefusal({ path, kind }: FoundEntry): Finding {
  const what = { link: 'a symbolic link', submodule: 'a submodule' }[kind as string] ?? 'no regular file';
  return createFinding({
    rule: 'package/not-a-file',
    severity: 'warning',
    file: path,
    message: `"${path}" is ${what} and is left out`,
  });
}

function tooLarge(path: string, what: string): Finding {
  return createFinding({ rule: 'package/too-large', severity: 'error', file: path, message: `"${path}" ${what}` });
}

function tooMany({ maxEntries }: TreeLimits): Finding {
  return createFinding({
    rule: 'package/too-many-entries',
    severity: 'error',
    message: `the addon has more than ${maxEntries} entries`,
  });
}

function tooDeep(path: string, { maxDepth }: TreeLimits): Finding {
  return createFinding({
    rule: 'package/too-deep',
    severity: 'error',
    file: path,
    message: `the addon has folders deeper than ${maxDepth}`,
  });
}
