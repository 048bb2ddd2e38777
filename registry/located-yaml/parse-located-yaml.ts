import { isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument } from 'yaml';

/** One step from a YAML value into a part of it. */
export type YamlPath = readonly (string | number)[];

/** Something wrong in a YAML file. Line and column count from 1. */
export interface YamlFault {
  readonly path: YamlPath;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** A YAML file as it was read, with the places of its parts. */
export interface LocatedYaml {
  readonly value: unknown;
  /** Where the value of a path begins; for a part that is missing, where its nearest parent begins. */
  locateValue(path: YamlPath): { readonly line: number; readonly column: number };
  /** Where the key of a path stands; for an item of a list, where the item begins. */
  locateKey(path: YamlPath): { readonly line: number; readonly column: number };
}

/** Parses a YAML file that people write. An empty one is an empty mapping. Returns every syntax error with its place. */
export function parseLocatedYaml(text: string): { document: LocatedYaml } | { faults: readonly YamlFault[] } {
  const lines = new LineCounter();
  const yaml = parseDocument(text, { lineCounter: lines, prettyErrors: false, strict: true, uniqueKeys: true });
  const placeOf = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  if (yaml.errors.length > 0) {
    return {
      faults: yaml.errors.map(({ pos, message }) => ({ path: [], ...placeOf(pos[0]), message: toSentence(message) })),
    };
  }
  let value: unknown;
  try {
    value = yaml.toJS({ maxAliasCount: 50 }) ?? {};
  } catch (error) {
    // The library refuses aliases that unfold without end; there is no one place to point at.
    if (!(error instanceof ReferenceError)) throw error;
    return { faults: [{ path: [], line: 1, column: 1, message: 'the aliases unfold into too much' }] };
  }
  const root = yaml.contents;
  return {
    document: {
      value,
      locateValue: (path) => placeOf(findNode(root, path).node?.range?.[0] ?? 0),
      locateKey: (path) => {
        const { node, keyOffset } = findNode(root, path);
        return placeOf(keyOffset ?? node?.range?.[0] ?? 0);
      },
    },
  };
}

interface FoundNode {
  readonly node: ParsedNode | null;
  readonly keyOffset: number | undefined;
}

/** Walks as far as the path leads. */
function findNode(root: ParsedNode | null, path: YamlPath): FoundNode {
  let found: FoundNode = { node: root, keyOffset: undefined };
  for (const step of path) {
    const next = findChild(found.node, step);
    if (next === undefined) return found;
    found = next;
  }
  return found;
}

function findChild(node: ParsedNode | null, step: string | number): FoundNode | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return item === undefined ? undefined : { node: item, keyOffset: undefined };
  }
  if (!isMap(node)) return undefined;
  for (const { key, value } of node.items) {
    if (isScalar(key) && String(key.value) === step) return { node: value, keyOffset: key.range[0] };
  }
  return undefined;
}

function toSentence(message: string): string {
  const text = message.replace(/\s+/g, ' ').trim();
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
