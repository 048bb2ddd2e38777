import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileTree, TreeFile } from '../../registry/addon/types.ts';

type Git = (args: readonly string[], input?: string) => Buffer;

/** Reads the addons at the tip of the corpus, by the name of their folder, from Git objects alone. */
export function readCatalogTip(shared: string): ReadonlyMap<string, FileTree> {
  return withCatalog(shared, (git) => readFolder(git, 'main', 'addons/'));
}

/** Reads addons as they last stood in the corpus under exactly this version, by `<name> <version>`. */
export function readCatalogVersions(
  shared: string,
  wanted: readonly { readonly addon: string; readonly version: string }[],
): ReadonlyMap<string, FileTree> {
  return withCatalog(shared, (git) => {
    const found = new Map<string, FileTree>();
    for (const { addon, version } of wanted) {
      const metadata = `addons/${addon}/metadata.yaml`;
      const commits = git(['log', '--format=%H', 'main', '--', `addons/${addon}`])
        .toString()
        .split('\n')
        .filter(Boolean);
      const commit = commits.find((each) => isVersion(git(['show', `${each}:${metadata}`]).toString(), version));
      const tree = commit === undefined ? undefined : readFolder(git, commit, `addons/${addon}/`).get(addon);
      if (tree !== undefined) found.set(`${addon} ${version}`, tree);
    }
    return found;
  });
}

function isVersion(metadata: string, version: string): boolean {
  return /^version:\s*"?([^"\s]+)/m.exec(metadata)?.[1] === version;
}

function withCatalog<Value>(shared: string, read: (git: Git) => Value): Value {
  const folder = mkdtempSync(join(tmpdir(), 'chandlery-corpus-'));
  try {
    const git: Git = (args, input) =>
      execFileSync('git', ['--git-dir', join(folder, 'catalog.git'), ...args], { input, maxBuffer: 64 * 1024 * 1024 });
    const bundle = join(shared, 'corpus', 'kubevela-catalog-verified.bundle');
    execFileSync('git', ['clone', '--quiet', '--bare', bundle, join(folder, 'catalog.git')]);
    return read(git);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readFolder(git: Git, commit: string, folder: string): ReadonlyMap<string, FileTree> {
  const entries = git(['ls-tree', '-r', '-z', commit, folder]).toString().split('\0').filter(Boolean);
  const paths = entries.map((entry) => entry.slice(entry.indexOf('\t') + 1));
  const batch = git(['cat-file', '--batch'], paths.map((path) => `${commit}:${path}\n`).join(''));
  return groupByAddon(paths, listBlobs(batch));
}

/** Splits what `git cat-file --batch` prints: a line with the size in bytes, the content, a line end. */
function* listBlobs(batch: Buffer): Generator<Uint8Array> {
  let offset = 0;
  while (offset < batch.length) {
    const lineEnd = batch.indexOf('\n', offset);
    const size = Number(batch.toString('utf8', offset, lineEnd).split(' ').at(-1));
    yield new Uint8Array(batch.subarray(lineEnd + 1, lineEnd + 1 + size));
    offset = lineEnd + 1 + size + 1;
  }
}

function groupByAddon(paths: readonly string[], blobs: Iterable<Uint8Array>): ReadonlyMap<string, FileTree> {
  const addons = new Map<string, TreeFile[]>();
  let index = 0;
  for (const bytes of blobs) {
    const [, addon = '', ...rest] = (paths[index] ?? '').split('/');
    index += 1;
    if (rest.length === 0) continue;
    const files = addons.get(addon) ?? [];
    files.push({ path: rest.join('/'), mode: '0644', bytes });
    addons.set(addon, files);
  }
  return new Map([...addons].map(([addon, files]) => [addon, { files }]));
}
