import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileTree, TreeFile } from '../../registry/addon/types.ts';

/** Reads the addons at the tip of the corpus, by the name of their folder, from Git objects alone. */
export function readCatalogTip(shared: string): ReadonlyMap<string, FileTree> {
  const folder = mkdtempSync(join(tmpdir(), 'chandlery-corpus-'));
  try {
    const git = (args: readonly string[], input?: string): Buffer =>
      execFileSync('git', ['--git-dir', join(folder, 'catalog.git'), ...args], { input, maxBuffer: 64 * 1024 * 1024 });
    const bundle = join(shared, 'corpus', 'kubevela-catalog-verified.bundle');
    execFileSync('git', ['clone', '--quiet', '--bare', bundle, join(folder, 'catalog.git')]);
    const entries = git(['ls-tree', '-r', '-z', 'main', 'addons/']).toString().split('\0').filter(Boolean);
    const paths = entries.map((entry) => entry.slice(entry.indexOf('\t') + 1));
    const batch = git(['cat-file', '--batch'], paths.map((path) => `main:${path}\n`).join(''));
    return groupByAddon(paths, listBlobs(batch));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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
