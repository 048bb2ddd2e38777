import type { FileTree } from '../types.ts';
import { compareUtf8 } from '../utf8-order.ts';

/** Makes a tree of plain files from their texts. */
export function makeTree(files: Readonly<Record<string, string>>): FileTree {
  return {
    files: Object.entries(files)
      .sort(([left], [right]) => compareUtf8(left, right))
      .map(([path, text]) => ({ path, mode: '0644', bytes: new TextEncoder().encode(text) })),
  };
}
