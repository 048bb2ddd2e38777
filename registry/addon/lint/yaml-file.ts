import { defaultPackageLimits, type PackageLimits } from '../limits.ts';
import { readYaml } from '../metadata/read-yaml.ts';
import type { TextPosition, YamlEntry, YamlFault, YamlNode } from '../metadata/yaml-node.ts';

/** A YAML file as the client takes it: its first document, with positions. */
export interface YamlFile {
  readonly file: string;
  /** Undefined when the file cannot be read; a null scalar when it is empty. */
  readonly root: YamlNode | undefined;
  /** Every entry at any depth, parents first. */
  readonly allEntries: readonly YamlEntry[];
  readonly secondDocument: TextPosition | undefined;
  /** Why it cannot be read: bad syntax, or a limit. */
  readonly faults: readonly YamlFault[];
}

/** Resources are larger than metadata: a CustomResourceDefinition may have half a megabyte and thirty levels. */
const resourceLimits: PackageLimits = { ...defaultPackageLimits, maxYamlTokens: 1_000_000, maxYamlDepth: 200 };

/** Reads YAML text as the client does. Never throws. */
export function readYamlFile(file: string, text: string): YamlFile {
  const reading = readYaml(text, resourceLimits);
  if (!reading.ok) {
    return { file, root: undefined, allEntries: [], secondDocument: undefined, faults: reading.faults };
  }
  const { root, secondDocument } = reading;
  return { file, root, allEntries: listAllEntries(root), secondDocument, faults: [] };
}

/** Lists the keys of a mapping in their order; nothing for any other node. */
export function listEntries(node: YamlNode | undefined): readonly YamlEntry[] {
  return node?.kind === 'mapping' ? node.entries : [];
}

/** Lists the elements of a list; nothing for any other node. */
export function listItems(node: YamlNode | undefined): readonly YamlNode[] {
  return node?.kind === 'list' ? node.items : [];
}

/** Finds the entry at a path of keys; the last duplicate counts, as it does for the client. */
export function findEntry(node: YamlNode | undefined, ...path: readonly string[]): YamlEntry | undefined {
  let entry: YamlEntry | undefined;
  let current = node;
  for (const key of path) {
    entry = listEntries(current).findLast((candidate) => candidate.key === key);
    current = entry?.value;
  }
  return entry;
}

/** The text at a path of keys, as it is written; undefined when there is no scalar, or an empty one. */
export function findText(node: YamlNode | undefined, ...path: readonly string[]): string | undefined {
  const value = path.length === 0 ? node : findEntry(node, ...path)?.value;
  if (value?.kind !== 'scalar' || value.value === null || value.value === '') return undefined;
  return value.source ?? String(value.value);
}

/** Lists every entry of every mapping at any depth, parents first. What an alias names is listed once. */
export function listAllEntries(node: YamlNode | undefined): readonly YamlEntry[] {
  const entries: YamlEntry[] = [];
  const visited = new Set<YamlNode>();
  const visit = (current: YamlNode) => {
    if (current.kind === 'scalar' || visited.has(current)) return;
    visited.add(current);
    if (current.kind === 'list') for (const item of current.items) visit(item);
    else {
      for (const entry of current.entries) {
        entries.push(entry);
        visit(entry.value);
      }
    }
  };
  if (node !== undefined) visit(node);
  return entries;
}
