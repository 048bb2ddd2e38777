import { findKnownKey, metadataKeys } from './metadata-keys.ts';
import type { TextPosition, YamlNode } from './yaml-node.ts';

/** One key of metadata.yaml as it stands in the file. */
export interface MetadataEntry {
  /** From the top, as written; items of a list by their index: `['dependencies', '0', 'version']`. */
  readonly path: readonly string[];
  readonly position: TextPosition;
  readonly value: YamlNode;
  /** The client decodes it (in whatever letter case); false = it skips it. What hangs on an unknown key is not listed. */
  readonly known: boolean;
  /** A later key of the same name in the same mapping wins. */
  readonly overridden: boolean;
}

/** metadata.yaml with positions, for those who judge what is written rather than what it means. */
export interface MetadataDocument {
  readonly root: YamlNode;
  /** In the order of the file. */
  readonly entries: readonly MetadataEntry[];
}

/** Lists the keys of a parsed metadata.yaml. */
export function createMetadataDocument(root: YamlNode): MetadataDocument {
  return { root, entries: listEntries(root, [], metadataKeys.root) };
}

/** Finds the entry at a path that counts: the last one of that name. Letter case matters. */
export function findMetadataEntry(document: MetadataDocument, ...path: readonly string[]): MetadataEntry | undefined {
  return document.entries.findLast(
    (entry) => entry.path.length === path.length && entry.path.every((key, index) => key === path[index]),
  );
}

function listEntries(node: YamlNode, path: readonly string[], known: readonly string[] | undefined): MetadataEntry[] {
  if (node.kind !== 'mapping') return [];
  return node.entries.flatMap((entry) => {
    const here = [...path, entry.key];
    const knownAs = known === undefined ? entry.key : findKnownKey(known, entry.key);
    const { position, value, overridden } = entry;
    const self: MetadataEntry = { path: here, position, value, known: knownAs !== undefined, overridden };
    return knownAs === undefined || path.length > 0 ? [self] : [self, ...listBelow(knownAs, value, here)];
  });
}

function listBelow(key: string, value: YamlNode, path: readonly string[]): MetadataEntry[] {
  switch (key) {
    case 'deployTo':
    case 'system':
      return listEntries(value, path, metadataKeys[key]);
    case 'dependencies': {
      const items = value.kind === 'list' ? value.items : [];
      return items.flatMap((item, index) => listEntries(item, [...path, String(index)], metadataKeys.dependencies));
    }
    case 'annotations':
    case 'uxPlugins':
      return listEntries(value, path, undefined);
    default:
      return [];
  }
}
