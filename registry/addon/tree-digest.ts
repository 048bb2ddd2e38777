import { type Digest, digestOf } from '../digest.ts';
import type { FileTree } from './types.ts';

/**
 * Returns the digest of a tree's content, the same whatever packed it and wherever it came from.
 * It is the sha256 over one line per file, in the tree's order (paths sorted by UTF-8 bytes):
 * `<mode> <sha256 of the content, 64 hexadecimal digits> <path>\n`, as UTF-8, after a first line `chandlery-tree 1\n`.
 * Paths hold no control characters, so a line break ends a line and nothing else. A `Chart.yaml` at the root is left out,
 * because packing writes it from the metadata. Folders, times and owners do not count.
 */
export function treeDigestOf(tree: FileTree, contentDigests: ReadonlyMap<string, Digest> = new Map()): Digest {
  const lines = tree.files
    .filter((file) => file.path !== 'Chart.yaml')
    .map((file) => {
      const digest = contentDigests.get(file.path) ?? digestOf(file.bytes);
      return `${file.mode} ${digest.slice('sha256:'.length)} ${file.path}\n`;
    });
  return digestOf(`chandlery-tree 1\n${lines.join('')}`);
}
