import { isCollection, isMap, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { RegistryError } from '../../registry/errors.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../schemas/json.ts';
import type { InstalledAddon } from '../../schemas/resolution.ts';

const labels = {
  name: 'addons.oam.dev/name',
  version: 'addons.oam.dev/version',
  registry: 'addons.oam.dev/registry',
} as const;

const expected =
  'it must be what "kubectl get applications.core.oam.dev -n vela-system -o json" prints, or a list of {name, version, clusters?}';

/** A file that a person named, with its text. */
export interface NamedText {
  readonly path: string;
  readonly text: string;
}

/**
 * Reads what a cluster has: Applications as `kubectl` prints them, of which those count that carry both labels of an addon (as for the client), or a list of `{name, version, clusters?}`.
 * JSON or YAML. Throws INPUT_INVALID with the place.
 */
export function readInstalled(file: NamedText): InstalledAddon[] {
  const value = parse(file);
  if (Array.isArray(value)) return value.map((item, index) => readItem(file, item, index));
  if (isJsonObject(value) && Array.isArray(value['items'])) {
    return value['items'].flatMap((item) => (isJsonObject(item) ? readApplication(item) : []));
  }
  if (isJsonObject(value) && value['kind'] === 'Application') return readApplication(value);
  throw invalid(file, [], expected);
}

function parse(file: NamedText): JsonValue {
  try {
    return JSON.parse(file.text);
  } catch {
    // Not JSON, or broken: the reader of YAML, which reads both, knows the place.
  }
  const document = parseDocument(file.text, { lineCounter: new LineCounter(), prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) throw invalidAt(file, error.pos[0], error.message);
  return document.toJS({ maxAliasCount: 100 });
}

function readApplication(application: JsonObject): InstalledAddon[] {
  const metadata = application['metadata'];
  const own = isJsonObject(metadata) && isJsonObject(metadata['labels']) ? metadata['labels'] : {};
  const [name, version, registry] = [own[labels.name], own[labels.version], own[labels.registry]];
  if (typeof name !== 'string' || typeof version !== 'string' || name === '' || version === '') return [];
  return [{ name, version, ...(typeof registry === 'string' && registry !== '' ? { catalog: registry } : {}) }];
}

const fields = ['name', 'version', 'catalog', 'clusters'];

function readItem(file: NamedText, item: JsonValue | undefined, index: number): InstalledAddon {
  if (!isJsonObject(item)) throw invalid(file, [index], 'an item must be {name, version, clusters?}');
  for (const key of Object.keys(item)) {
    if (!fields.includes(key))
      throw invalid(file, [index, key], `there is no field "${key}": known are ${fields.join(', ')}`);
  }
  const { name, version, catalog, clusters } = item;
  if (typeof name !== 'string' || name === '') throw invalid(file, [index, 'name'], 'name must be a text');
  if (typeof version !== 'string' || version === '') {
    throw invalid(file, [index, 'version'], 'version must be a text: write it in quotes');
  }
  if (catalog !== undefined && typeof catalog !== 'string') {
    throw invalid(file, [index, 'catalog'], 'catalog must be a text');
  }
  if (clusters !== undefined && !isTextList(clusters)) {
    throw invalid(file, [index, 'clusters'], 'clusters must be a list of texts');
  }
  return {
    name,
    version,
    ...(catalog === undefined ? {} : { catalog }),
    ...(clusters === undefined ? {} : { clusters: [...clusters] }),
  };
}

function isTextList(value: JsonValue): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

/** The place of what stands at a path of keys, or of the nearest thing around it. */
function invalid(file: NamedText, path: readonly (string | number)[], message: string): RegistryError {
  let node: unknown = parseDocument(file.text, { prettyErrors: false }).contents;
  let offset = offsetOf(node);
  for (const key of path) {
    node = isMap(node) || isSeq(node) ? node.get(key, true) : undefined;
    offset = offsetOf(node) ?? offset;
  }
  return invalidAt(file, offset ?? 0, message);
}

function offsetOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}

function isNode(node: unknown): node is Node {
  return isCollection(node) || (typeof node === 'object' && node !== null && 'range' in node);
}

function invalidAt({ path, text }: NamedText, offset: number, message: string): RegistryError {
  const before = text.slice(0, offset).split('\n');
  const place = `${path}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
  return new RegistryError('INPUT_INVALID', `${place}: ${message}`);
}
