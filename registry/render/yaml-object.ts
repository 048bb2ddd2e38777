import { isJsonObject, type JsonObject, type JsonValue } from '../../schemas/json.ts';
import { defaultPackageLimits, type PackageLimits } from '../addon/limits.ts';
import { readYaml } from '../addon/metadata/read-yaml.ts';
import type { TextPosition, YamlFault, YamlNode } from '../addon/metadata/yaml-node.ts';
import { compareUtf8 } from '../addon/utf8-order.ts';
import { toGoJson } from './go-json.ts';

/** A CustomResourceDefinition may have half a megabyte and thirty levels. */
const objectLimits: PackageLimits = { ...defaultPackageLimits, maxYamlTokens: 1_000_000, maxYamlDepth: 200 };

/** The first document of a YAML text as JSON, keys sorted, with its places; or why the client cannot read it. */
export type YamlJson =
  | { readonly ok: true; readonly value: JsonValue; readonly root: YamlNode | undefined; readonly json: string }
  | ({ readonly ok: false; readonly message: string } & TextPosition);

/** A text that is kept somewhere, and read once for as long as it is. */
export interface KeptText {
  readonly text: string;
}

const known = new WeakMap<KeptText, YamlJson>();

/** The same as `toYamlJson`, for the text of a file. */
export function readYamlJson(file: KeptText): YamlJson {
  const read = known.get(file) ?? toYamlJson(file.text);
  known.set(file, read);
  return read;
}

/** Turns YAML into JSON as sigs.k8s.io/yaml does: the first document only, keys as texts, infinities refused. */
export function toYamlJson(text: string): YamlJson {
  const reading = readYaml(text, objectLimits);
  if (!reading.ok) return toFailure(reading.faults[0]);
  const misfit = findNotFinite(reading.root);
  if (misfit !== undefined) return misfit;
  const value = toJson(reading.root);
  return { ok: true, value, root: reading.root, json: toGoJson(value) };
}

/** The same as Kubernetes' decoders do it: a text that begins with a brace must be JSON through and through. */
export function toKubernetesJson(file: KeptText): YamlJson {
  const { text } = file;
  if (!/^\s*\{/.test(text)) return readYamlJson(file);
  try {
    const value: JsonValue = JSON.parse(text);
    return { ok: true, value, root: undefined, json: text };
  } catch {
    return { ok: false, ...toJsonFault(text) };
  }
}

/** One object out of a file, as `renderObject` of `pkg/addon/addon.go` decodes it; `kind` must be there. */
export function readYamlObject(
  file: KeptText,
):
  | { readonly ok: true; readonly object: JsonObject; readonly root: YamlNode | undefined }
  | (YamlJson & { ok: false }) {
  const read = toKubernetesJson(file);
  if (!read.ok) return read;
  const { value, root } = read;
  const place = { line: root?.line ?? 1, column: root?.column ?? 1 };
  if (value !== null && !isJsonObject(value)) {
    const what = Array.isArray(value) ? 'array' : typeof value === 'boolean' ? 'bool' : typeof value;
    const message = `json: cannot unmarshal ${what} into Go value of type map[string]interface {}`;
    return { ok: false, message, ...place };
  }
  const kind = value?.['kind'];
  if (value === null || typeof kind !== 'string' || kind === '') {
    return { ok: false, message: missingKind(read.json), ...place };
  }
  return { ok: true, object: value, root };
}

/** What Kubernetes says of an object without kind. */
export function missingKind(json: string): string {
  return `Object 'Kind' is missing in '${json}'`;
}

function toJson(node: YamlNode): JsonValue {
  if (node.kind === 'list') return node.items.map(toJson);
  if (node.kind === 'mapping') {
    const entries = [...node.values].sort(([left], [right]) => compareUtf8(left, right));
    return Object.fromEntries(entries.map(([key, item]) => [key, toJson(item)]));
  }
  return typeof node.value === 'bigint' ? Number(node.value) : node.value;
}

function findNotFinite(node: YamlNode): (YamlJson & { ok: false }) | undefined {
  const seen = new Set<YamlNode>();
  const visit = (current: YamlNode): (YamlJson & { ok: false }) | undefined => {
    if (seen.has(current)) return undefined;
    seen.add(current);
    if (current.kind === 'scalar') {
      if (typeof current.value !== 'number' || Number.isFinite(current.value)) return undefined;
      const word = Number.isNaN(current.value) ? 'NaN' : current.value > 0 ? '+Inf' : '-Inf';
      const { line, column } = current;
      return { ok: false, message: `json: unsupported value: ${word}`, line, column };
    }
    for (const item of current.kind === 'list' ? current.items : current.values.values()) {
      const found = visit(item);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return visit(node);
}

/** What goyaml says of a line cannot be told from what stands there; the line can. */
function toFailure(fault: YamlFault | undefined): YamlJson & { ok: false } {
  if (fault === undefined) return { ok: false, message: 'yaml: unreadable', line: 1, column: 1 };
  const { line, column, message } = fault;
  return { ok: false, message: `yaml: line ${line}: ${message}`, line, column };
}

function toJsonFault(text: string): { readonly message: string } & TextPosition {
  const unquoted = /^\s*\{\s*([^"}\s])/.exec(text);
  if (unquoted === null) return { message: 'the text begins with a brace and is no JSON', line: 1, column: 1 };
  const lines = text.slice(0, unquoted[0].length).split('\n');
  const message = `invalid character '${unquoted[1]}' looking for beginning of object key string`;
  return { message, line: lines.length, column: lines.at(-1)?.length ?? 1 };
}
