import { isJsonObject, type JsonObject, type JsonValue } from '../../schemas/json.ts';
import { defaultPackageLimits, type PackageLimits } from './limits.ts';
import { readYaml } from './metadata/read-yaml.ts';
import type { TextPosition, YamlNode } from './metadata/yaml-node.ts';

/** A Kubernetes object as the client decodes it from a file, or why it does not. */
export type DecodedObject =
  | { readonly ok: true; readonly object: JsonObject; readonly root: YamlNode }
  | {
      readonly ok: false;
      readonly fault: 'syntax' | 'limit' | 'not-an-object' | 'no-kind';
      /** KubeVela's own text; for syntax and limits the reason that follows it is ours. */
      readonly message: string;
      /** Every place that is wrong, with the reason alone. */
      readonly places: readonly (TextPosition & { readonly message: string })[];
    };

/** Objects are larger than metadata: a CustomResourceDefinition may have half a megabyte and thirty levels. */
const objectLimits: PackageLimits = { ...defaultPackageLimits, maxYamlTokens: 1_000_000, maxYamlDepth: 200 };

/**
 * Decodes the first document of a YAML or JSON text as the addon installer does (`pkg/addon/addon.go`, renderObject: YAML to JSON, then
 * `UnstructuredJSONScheme`): anything with a `kind` will do.
 */
export function decodeObject(text: string): DecodedObject {
  const reading = readYaml(text, objectLimits);
  if (!reading.ok) {
    const [first] = reading.faults;
    const fault = first?.kind === 'limit' ? 'limit' : 'syntax';
    const message = `error converting YAML to JSON: yaml: line ${first?.line ?? 1}: ${first?.message ?? 'no document'}`;
    return { ok: false, fault, message, places: reading.faults };
  }
  const { root } = reading;
  const value = toJsonValue(root);
  const place = { line: root.line, column: root.column };
  if (value === undefined) {
    const message = 'the file holds a number that JSON cannot carry';
    return {
      ok: false,
      fault: 'syntax',
      message: `error converting YAML to JSON: ${message}`,
      places: [{ ...place, message }],
    };
  }
  if (value !== null && !isJsonObject(value)) {
    const message = `json: cannot unmarshal ${nameOf(value)} into Go value of type map[string]interface {}`;
    return { ok: false, fault: 'not-an-object', message, places: [{ ...place, message: 'The file holds no object.' }] };
  }
  const kind = value?.['kind'];
  if (value === null || typeof kind !== 'string' || kind === '') {
    const message = `Object 'Kind' is missing in '${JSON.stringify(value)}'`;
    const what = value === null ? 'The first document of the file is empty.' : 'The object has no `kind`.';
    return { ok: false, fault: 'no-kind', message, places: [{ ...place, message: what }] };
  }
  return { ok: true, object: value, root };
}

/** Turns a YAML value into JSON as the client does, merges applied and the last of duplicate keys taken; undefined when it holds an infinity or NaN. */
export function toJsonValue(node: YamlNode): JsonValue | undefined {
  if (node.kind === 'scalar') {
    if (typeof node.value === 'bigint') return Number(node.value);
    return typeof node.value === 'number' && !Number.isFinite(node.value) ? undefined : node.value;
  }
  if (node.kind === 'list') {
    const items: JsonValue[] = [];
    for (const item of node.items) {
      const value = toJsonValue(item);
      if (value === undefined) return undefined;
      items.push(value);
    }
    return items;
  }
  const entries: (readonly [string, JsonValue])[] = [];
  for (const [key, item] of node.values) {
    const value = toJsonValue(item);
    if (value === undefined) return undefined;
    entries.push([key, value]);
  }
  return Object.fromEntries(entries);
}

function nameOf(value: JsonValue): string {
  if (Array.isArray(value)) return 'array';
  return typeof value === 'boolean' ? 'bool' : typeof value;
}
