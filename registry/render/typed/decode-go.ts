import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from '../../../schemas/json.ts';
import { findKnownKey } from '../../addon/metadata/metadata-keys.ts';
import { parseGoTime } from './go-time.ts';
import type { GoField, GoStruct, GoType } from './go-type.ts';

/** Whose rules decode: `encoding/json` (any letter case) or Kubernetes' own (`sigs.k8s.io/json`, letter case counts). */
export type GoDialect = 'standard' | 'kubernetes';

/** What Go holds after decoding, printed as Go prints it; or the message and the place of the first value that does not fit. */
export type GoDecoding =
  | { readonly ok: true; readonly value: JsonObject }
  | { readonly ok: false; readonly message: string; readonly path: readonly string[] };

interface Fault {
  readonly message: string;
  readonly path: readonly string[];
}

/** A fault that ends the decoding at once, as an error of a type's own decoder does. */
class FatalFault extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.message);
    this.fault = fault;
  }
}

/** Where decoding is: the innermost structure, the names on the way (no indexes), and the path in the value. */
interface Place {
  readonly struct: string | undefined;
  readonly names: readonly string[];
  readonly path: readonly string[];
}

interface Run {
  readonly dialect: GoDialect;
  first: Fault | undefined;
}

/**
 * Decodes a value into a Go structure and prints it again, as `json.Unmarshal` and `json.Marshal` do: unknown keys are gone,
 * null leaves what was there, the first value of a wrong type is told in Go's words. Members are looked at in their order.
 */
export function decodeGo(value: JsonValue, type: GoStruct, dialect: GoDialect): GoDecoding {
  const run: Run = { dialect, first: undefined };
  try {
    const decoded = decode(run, { value, type, before: undefined }, { struct: undefined, names: [], path: [] });
    if (run.first !== undefined) return { ok: false, ...run.first };
    return { ok: true, value: decoded instanceof Map ? toObject(decoded, type) : toObject(new Map(), type) };
  } catch (error) {
    if (error instanceof FatalFault) return { ok: false, ...error.fault };
    throw error;
  }
}

/** What a variable holds: a structure by its fields, nothing (`undefined`: Go's zero value or nil), or JSON. */
type Held =
  | undefined
  | Exclude<JsonValue, JsonObject | readonly JsonValue[]>
  | HeldList
  | HeldMap
  | HeldStruct
  | HeldRaw;
type HeldList = readonly Held[];
type HeldStruct = ReadonlyMap<string, Held>;
class HeldMap {
  readonly entries: ReadonlyMap<string, Held>;

  constructor(entries: ReadonlyMap<string, Held>) {
    this.entries = entries;
  }
}
class HeldRaw {
  readonly json: JsonValue;

  constructor(json: JsonValue) {
    this.json = json;
  }
}

interface Target {
  readonly value: JsonValue;
  readonly type: GoType;
  readonly before: Held;
}

function decode(run: Run, target: Target, place: Place): Held {
  const { value, type, before } = target;
  if (value === null) return keepOnNull(type, before);
  switch (type.kind) {
    case 'raw':
      return new HeldRaw(value);
    case 'text':
      return typeof value === 'string' ? value : misfit(run, target, place);
    case 'flag':
      return typeof value === 'boolean' ? value : misfit(run, target, place);
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value) ? value : misfit(run, target, place);
    case 'time':
      return decodeTime(value, place);
    case 'list':
      if (!isJsonList(value)) return misfit(run, target, place);
      return value.map((item, index) =>
        decode(run, { value: item, type: type.item, before: undefined }, below(place, `${index}`)),
      );
    case 'map': {
      if (!isJsonObject(value)) return misfit(run, target, place);
      const entries = new Map(before instanceof HeldMap ? before.entries : []);
      for (const [key, item] of Object.entries(value)) {
        entries.set(key, decode(run, { value: item, type: type.value, before: undefined }, below(place, key)));
      }
      return new HeldMap(entries);
    }
    case 'struct':
      return isJsonObject(value) ? decodeStruct(run, { ...target, value, type }, place) : misfit(run, target, place);
  }
}

function decodeStruct(
  run: Run,
  { value, type, before }: { readonly value: JsonObject; readonly type: GoStruct; readonly before: Held },
  place: Place,
): HeldStruct {
  const fields = new Map(before instanceof Map ? before : []);
  const keys = type.fields.map(({ key }) => key);
  for (const [written, item] of Object.entries(value)) {
    const key = run.dialect === 'standard' ? findKnownKey(keys, written) : keys.find((each) => each === written);
    const known = type.fields.find((each) => each.key === key);
    if (known === undefined) continue;
    const inside = {
      struct: type.name.slice(type.name.lastIndexOf('.') + 1),
      names: [...place.names, ...namesOf(run, known)],
      path: [...place.path, written],
    };
    fields.set(known.key, decode(run, { value: item, type: known.type, before: fields.get(known.key) }, inside));
  }
  return fields;
}

/** Since Go 1.24 messages of `encoding/json` name the embedded structure on the way; Kubernetes' copy is older. */
function namesOf(run: Run, { key, embedded }: GoField): readonly string[] {
  return embedded === undefined || run.dialect === 'kubernetes' ? [key] : [embedded, key];
}

/** Null clears lists, maps and what stands behind a pointer, and leaves everything else. */
function keepOnNull(type: GoType, before: Held): Held {
  const clears =
    type.kind === 'list' || type.kind === 'map' || type.kind === 'raw' || ('pointer' in type && type.pointer);
  return clears ? undefined : before;
}

function below(place: Place, key: string): Place {
  return { ...place, path: [...place.path, key] };
}

function misfit(run: Run, { value, type, before }: Target, place: Place): Held {
  const what = type.kind === 'integer' && typeof value === 'number' ? `number ${value}` : goKindOf(value);
  run.first ??= { message: misfitMessage(what, typeNameOf(type), place), path: place.path };
  return before;
}

function misfitMessage(what: string, type: string, { struct, names }: Place): string {
  const where = struct === undefined ? 'Go value' : `Go struct field ${struct}.${names.join('.')}`;
  return `json: cannot unmarshal ${what} into ${where} of type ${type}`;
}

function decodeTime(value: JsonValue, place: Place): string | undefined {
  if (typeof value !== 'string') {
    throw new FatalFault({ message: misfitMessage(goKindOf(value), 'string', place), path: place.path });
  }
  const time = parseGoTime(value);
  if (!time.ok) throw new FatalFault({ message: time.message, path: place.path });
  return time.text;
}

function goKindOf(value: JsonValue): string {
  if (isJsonList(value)) return 'array';
  return typeof value === 'boolean' ? 'bool' : typeof value;
}

function typeNameOf(type: GoType): string {
  if ('name' in type) return type.name;
  return type.kind === 'flag' ? 'bool' : type.kind;
}

function toObject(fields: HeldStruct, type: GoStruct): JsonObject {
  return Object.fromEntries(
    type.fields.flatMap((each) => {
      const held = fields.get(each.key);
      if (each.omitEmpty && isEmpty(held, each.type)) return [];
      return [[each.key, toJson(held, each.type)]];
    }),
  );
}

/** Behind a pointer only nothing is empty; structures are either pointers or not marked so. */
function isEmpty(held: Held, type: GoType): boolean {
  if (held === undefined) return true;
  if ('pointer' in type && type.pointer) return false;
  if (held instanceof HeldMap) return held.entries.size === 0;
  if (isHeldList(held)) return held.length === 0;
  return held === '' || held === 0 || held === false;
}

function toJson(held: Held, type: GoType): JsonValue {
  switch (type.kind) {
    case 'raw':
      return held instanceof HeldRaw ? held.json : null;
    case 'text':
      return typeof held === 'string' ? held : '';
    case 'integer':
      return typeof held === 'number' ? held : type.pointer ? null : 0;
    case 'flag':
      return typeof held === 'boolean' ? held : type.pointer ? null : false;
    case 'time':
      return typeof held === 'string' ? held : null;
    case 'list':
      return isHeldList(held) ? held.map((item) => toJson(item, type.item)) : null;
    case 'map':
      if (!(held instanceof HeldMap)) return null;
      return Object.fromEntries([...held.entries].map(([key, item]) => [key, toJson(item, type.value)]));
    case 'struct':
      if (held instanceof Map) return toObject(held, type);
      return type.pointer ? null : toObject(new Map(), type);
  }
}

function isHeldList(held: Held): held is HeldList {
  return Array.isArray(held);
}
