import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from '../../../schemas/json.ts';
import { compareUtf8 } from '../../addon/utf8-order.ts';
import { type GoStruct, type GoType, toGoTypeName } from './go-type.ts';
import { quoteGo } from './quote-go.ts';

/** The first thing that Go's strict decoder stumbles over, in its own words, and where. */
export interface SpecFault {
  readonly kind: 'unknown-field' | 'wrong-type';
  /** Without `invalid definition spec: `. */
  readonly message: string;
  /** Keys as written and indexes, from the spec down. */
  readonly path: readonly string[];
  /** The field that Go does not know, or what it wants there, such as `[]string`. */
  readonly subject: string;
}

/** Where the decoder is: the innermost struct, and the names of the fields on the way as Go knows them. */
interface Context {
  readonly struct: string;
  readonly fields: readonly string[];
  readonly path: readonly string[];
}

/**
 * Decodes a spec as `encoding/json` does with unknown fields disallowed (`pkg/definition`, validateSpec): keys in the order of their
 * bytes, letter case ignored, null fits everything, the first fault counts. Undefined when all is well.
 */
export function findSpecFault(spec: JsonObject, type: GoStruct): SpecFault | undefined {
  return findStructFault(spec, type, { struct: '', fields: [], path: [] });
}

function findStructFault(value: JsonObject, type: GoStruct, context: Context): SpecFault | undefined {
  for (const [key, item] of sortByBytes(Object.entries(value))) {
    const path = [...context.path, key];
    const field = findField(type, key);
    if (field === undefined) {
      return { kind: 'unknown-field', message: `json: unknown field ${quoteGo(key)}`, path, subject: key };
    }
    const [name, wanted] = field;
    const struct = type.name.slice(type.name.indexOf('.') + 1);
    const fault = findFault(item, wanted, { struct, fields: [...context.fields, name], path });
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function findFault(value: JsonValue, type: GoType, context: Context): SpecFault | undefined {
  if (value === null || type.kind === 'raw') return undefined;
  switch (type.kind) {
    case 'text':
      return typeof value === 'string' ? undefined : toFault(value, type, context);
    case 'flag':
      return typeof value === 'boolean' ? undefined : toFault(value, type, context);
    case 'int32':
      return isInt32(value) ? undefined : toFault(value, type, context);
    case 'list':
      if (!isJsonList(value)) return toFault(value, type, context);
      return findFirst(value.entries(), (index, item) =>
        findFault(item, type.items, { ...context, path: [...context.path, String(index)] }),
      );
    case 'map':
      if (!isJsonObject(value)) return toFault(value, type, context);
      return findFirst(sortByBytes(Object.entries(value)), (key, item) =>
        findFault(item, type.values, { ...context, path: [...context.path, key] }),
      );
    case 'struct':
      return isJsonObject(value) ? findStructFault(value, type, context) : toFault(value, type, context);
  }
}

function findFirst<Key>(
  entries: Iterable<readonly [Key, JsonValue]>,
  find: (key: Key, item: JsonValue) => SpecFault | undefined,
): SpecFault | undefined {
  for (const [key, item] of entries) {
    const fault = find(key, item);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function toFault(value: JsonValue, type: GoType, { struct, fields, path }: Context): SpecFault {
  const wanted = toGoTypeName(type);
  const message = `json: cannot unmarshal ${describe(value, type)} into Go struct field ${struct}.${fields.join('.')} of type ${wanted}`;
  return { kind: 'wrong-type', message, path, subject: wanted };
}

function describe(value: JsonValue, type: GoType): string {
  if (isJsonList(value)) return 'array';
  if (typeof value === 'boolean') return 'bool';
  // Only where a number is wanted does Go say which one it got.
  if (typeof value === 'number') return type.kind === 'int32' ? `number ${value}` : 'number';
  return typeof value;
}

/** Finds a field by its exact name, else by Go's folding of letters, in which U+017F counts as S and U+212A as K. */
function findField(type: GoStruct, key: string): readonly [string, GoType] | undefined {
  const exact = Object.hasOwn(type.fields, key) ? type.fields[key] : undefined;
  if (exact !== undefined) return [key, exact];
  return Object.entries(type.fields).find(([name]) => fold(name) === fold(key));
}

function fold(text: string): string {
  return text
    .replace(/[a-z]/g, (letter) => letter.toUpperCase())
    .replaceAll('\u017f', 'S')
    .replaceAll('\u212a', 'K');
}

function isInt32(value: JsonValue): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= -(2 ** 31) && value < 2 ** 31;
}

/** `json.Marshal` writes the keys of a map in the order of their UTF-8 bytes. */
function sortByBytes<Value>(entries: readonly (readonly [string, Value])[]): readonly (readonly [string, Value])[] {
  return [...entries].sort(([left], [right]) => compareUtf8(left, right));
}
