import { compareText } from '../../findings.ts';
import { findKnownKey } from './metadata-keys.ts';
import { toClientText } from './resolve-scalar.ts';
import type { TextPosition, YamlNode } from './yaml-node.ts';

/** A value that the client cannot decode (`wrong-type`, `not-finite`), drops (`empty-item`) or rereads as something else than what is written. */
export interface DecodingFault extends TextPosition {
  readonly kind: 'wrong-type' | 'not-finite' | 'empty-item' | 'reread';
  /** Where in the document, such as `dependencies[0].version`. */
  readonly path: string;
  readonly message: string;
}

/** Where a value stands, what is there, and where to put what is wrong with it. */
export interface Decoding {
  readonly node: YamlNode;
  readonly path: string;
  readonly faults: DecodingFault[];
}

/** One function for each known key; it writes into the target what Go's encoding/json would. */
export type KeyDecoders<Target, Key extends string> = Readonly<Record<Key, (target: Target, value: Decoding) => void>>;

/** Decodes a text; null leaves what was there, numbers and flags become the text that the client makes of them. */
export function decodeText(value: Decoding, before: string): string {
  const { node, path, faults } = value;
  if (node.kind !== 'scalar') return reportType(value, 'a text', before);
  if (node.value === null) return before;
  const text = toClientText(node.value);
  if (node.source !== undefined && node.source !== text) {
    faults.push({
      kind: 'reread',
      ...positionOf(node),
      path,
      message: `${path} is written ${node.source} without quotes and the client reads "${text}"`,
    });
  }
  return text;
}

/** Decodes a text and keeps it as the author wrote it (`1.10` stays `1.10`); otherwise as `decodeText`. */
export function decodeWrittenText(value: Decoding, before: string): string {
  const text = decodeText(value, before);
  const { node } = value;
  return node.kind === 'scalar' && node.value !== null && node.source !== undefined ? node.source : text;
}

/** Decodes a flag; only true and false in YAML's own spellings will do, a quoted one will not. */
export function decodeFlag(value: Decoding, before: boolean): boolean {
  const { node } = value;
  if (node.kind === 'scalar' && node.value === null) return before;
  if (node.kind === 'scalar' && typeof node.value === 'boolean') return node.value;
  return reportType(value, 'true or false', before);
}

/** Decodes a list of texts; null empties it, a null item is an empty text. */
export function decodeTexts(value: Decoding): string[] {
  return decodeItems(value, 'a list of texts', (item) => decodeText(item, ''));
}

/** Decodes a list; null empties it. */
export function decodeItems<Item>(value: Decoding, wanted: string, decodeItem: (item: Decoding) => Item): Item[] {
  const { node, path, faults } = value;
  if (isNull(node)) return [];
  if (node.kind !== 'list') return reportType(value, wanted, []);
  return node.items.map((item, index) => decodeItem({ node: item, path: `${path}[${index}]`, faults }));
}

/** Decodes a mapping of texts onto what was there; null empties it. */
export function decodeTextMap(value: Decoding, before: Record<string, string> | undefined): Record<string, string> {
  const { node, path, faults } = value;
  if (isNull(node)) return {};
  if (node.kind !== 'mapping') return reportType(value, 'a mapping of texts', before ?? {});
  const decoded = [...node.values].map(
    ([key, item]) => [key, decodeText({ node: item, path: `${path}.${key}`, faults }, '')] as const,
  );
  return { ...before, ...Object.fromEntries(decoded) };
}

/** Decodes the known keys of a mapping into the target, in the order in which the client meets them; unknown keys are skipped. */
export function decodeKeys<Target, Key extends string>(
  value: Decoding,
  known: readonly Key[],
  into: { readonly target: Target; readonly decoders: KeyDecoders<Target, Key> },
): void {
  const { node, path, faults } = value;
  if (node.kind !== 'mapping') {
    reportType(value, 'a mapping', undefined);
    return;
  }
  // The client goes through JSON, whose keys are sorted: of `Name` and `name` the latter is met last and wins.
  for (const [written, item] of [...node.values].sort(([left], [right]) => compareText(left, right))) {
    const key = findKnownKey(known, written);
    const here = { node: item, path: path === '' ? written : `${path}.${written}`, faults };
    if (key === undefined) reportNotFinite(here, new Set());
    else into.decoders[key](into.target, here);
  }
}

export function isNull(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}

function positionOf(node: YamlNode): TextPosition {
  return { line: node.line, column: node.column };
}

/** Notes that a value is of another type than the client wants; returns what is kept instead. */
export function reportType<Kept>(value: Decoding, wanted: string, kept: Kept): Kept {
  const { node, path, faults } = value;
  const message = `${path === '' ? 'metadata.yaml' : path} must be ${wanted}, this is ${describe(node)}`;
  faults.push({ kind: 'wrong-type', ...positionOf(node), path, message });
  return kept;
}

/** Notes every infinity and NaN that is not among the `seen`: JSON has none, so the client stumbles over them even under keys that it does not know. */
export function reportNotFinite(value: Decoding, seen: Set<YamlNode>): void {
  const { node, path, faults } = value;
  if (seen.has(node)) return;
  seen.add(node);
  if (node.kind === 'list') for (const item of node.items) reportNotFinite({ ...value, node: item }, seen);
  if (node.kind === 'mapping') for (const item of node.values.values()) reportNotFinite({ ...value, node: item }, seen);
  if (node.kind === 'scalar' && typeof node.value === 'number' && !Number.isFinite(node.value)) {
    const message = `${path} holds ${node.source ?? 'a number'}, which the client cannot carry`;
    faults.push({ kind: 'not-finite', ...positionOf(node), path, message });
  }
}

function describe(node: YamlNode): string {
  if (node.kind === 'list') return 'a list';
  if (node.kind === 'mapping') return 'a mapping';
  switch (typeof node.value) {
    case 'string':
      return 'a text';
    case 'boolean':
      return `the flag ${node.value}`;
    case 'bigint':
    case 'number':
      return `the number ${node.source ?? node.value}`;
    default:
      return 'empty';
  }
}
