import { type Digest, digestHex, digestOf } from '../digest.ts';
import { withoutByteOrderMark } from './byte-order-mark.ts';
import type { FileTree } from './types.ts';

/**
 * Returns the digest of a tree's content, the same whatever packed it and wherever it came from.
 * It is the sha256 of these lines, as UTF-8: `chandlery-tree 1\n`, then for each file in the tree's order (paths sorted
 * by UTF-8 bytes) `<mode> <sha256 of the content, 64 hexadecimal digits> <path>\n`, mode being `0644` or `0755`.
 * Paths hold no control characters, so a line break ends a line and nothing else.
 * Left out: a `Chart.yaml` at the root, which packing writes from the metadata, and a UTF-8 byte-order mark at the start
 * of a file, which clients drop when they load an archive. Folders, times and owners do not count.
 */
export function treeDigestOf(tree: FileTree): Digest {
  const lines = tree.files
    .filter(({ path }) => path !== 'Chart.yaml')
    .map(({ mode, bytes, path }) => `${mode} ${digestHex(digestOf(withoutByteOrderMark(bytes)))} ${path}\n`);
  return digestOf(`chandlery-tree 1\n${lines.join('')}`);
}
