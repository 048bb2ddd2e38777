import { type Document, isAlias, isMap, isScalar, isSeq, type Node, parseAllDocuments } from 'yaml';
import { createLocator, type Position } from './source-text.ts';

/** One value of a YAML file with its place. Aliases are never followed, so no alias bomb goes off. */
export type YamlNode = YamlScalar | YamlList | YamlMapping;

export interface YamlScalar extends Position {
  readonly kind: 'scalar';
  /** The value as text; empty for null. */
  readonly text: string;
  /** Whether it is written with quotes or as a block. */
  readonly quoted: boolean;
}

export interface YamlList extends Position {
  readonly kind: 'list';
  readonly items: readonly YamlNode[];
}

export interface YamlMapping extends Position {
  readonly kind: 'mapping';
  readonly entries: readonly YamlEntry[];
}

/** One key of a map as it stands in the text, duplicates included. */
export interface YamlEntry {
  readonly key: string;
  readonly position: Position;
  readonly value: YamlNode;
}

/** A YAML file as the client takes it: its first document. */
export interface YamlFile {
  readonly file: string;
  readonly text: string;
  /** Undefined when the file is empty, holds no value or cannot be read. */
  readonly root: YamlNode | undefined;
  /** Where the second document begins. */
  readonly secondDocument: Position | undefined;
  readonly faults: readonly YamlFault[];
}

/** What is wrong with the syntax. */
export interface YamlFault extends Position {
  readonly message: string;
}

/** Reads YAML text; duplicate keys are kept, as the client tolerates them. Never throws. */
export function readYamlFile(file: string, text: string): YamlFile {
  const locate = createLocator(text);
  const documents = parseDocuments(text);
  if (documents === undefined) {
    return {
      file,
      text,
      root: undefined,
      secondDocument: undefined,
      faults: [{ line: 1, column: 1, message: 'nested too deeply' }],
    };
  }
  const faults = documents.flatMap(({ errors }) => errors).map(({ message, pos }) => ({ ...locate(pos[0]), message }));
  const [first, second] = documents;
  const root = faults.length > 0 || first?.contents == null ? undefined : toNode(first.contents, locate);
  const secondDocument = second?.contents == null ? undefined : locate(second.contents.range[0]);
  return { file, text, root, secondDocument, faults };
}

function parseDocuments(text: string): readonly Document.Parsed[] | undefined {
  try {
    const parsed = parseAllDocuments(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
    return Array.isArray(parsed) ? parsed : [];
  } catch (error) {
    // The parser is recursive: a file of nothing but brackets exhausts the stack.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function toNode(node: Node, locate: (offset: number) => Position): YamlNode {
  const position = locate(node.range?.[0] ?? 0);
  if (isMap(node)) {
    const entries = node.items.map(({ key, value }): YamlEntry => {
      const keyNode = toNode(key as Node, locate);
      return {
        key: keyNode.kind === 'scalar' ? keyNode.text : '',
        position: keyNode,
        value: value == null ? { kind: 'scalar', text: '', quoted: false, ...position } : toNode(value as Node, locate),
      };
    });
    return { kind: 'mapping', entries, ...position };
  }
  if (isSeq(node)) return { kind: 'list', items: node.items.map((item) => toNode(item as Node, locate)), ...position };
  if (isAlias(node) || !isScalar(node)) return { kind: 'scalar', text: '', quoted: false, ...position };
  const quoted = node.type !== 'PLAIN';
  return { kind: 'scalar', text: node.value === null ? '' : (node.source ?? String(node.value)), quoted, ...position };
}

/** Lists the keys of a map in their order; nothing for any other node. */
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

/** The text at a path of keys; undefined when there is no scalar or an empty one. */
export function findText(node: YamlNode | undefined, ...path: readonly string[]): string | undefined {
  const value = path.length === 0 ? node : findEntry(node, ...path)?.value;
  return value?.kind === 'scalar' && value.text !== '' ? value.text : undefined;
}

/** Walks through every entry of every map at any depth, parents first. */
export function* walkEntries(node: YamlNode | undefined): Generator<YamlEntry> {
  for (const entry of listEntries(node)) {
    yield entry;
    yield* walkEntries(entry.value);
  }
  for (const item of listItems(node)) yield* walkEntries(item);
}
