import type { JsonObject, JsonValue } from '../../schemas/json.ts';
import type { Parameter, ParameterShape } from '../../schemas/parameter.ts';

const dialect = 'https://json-schema.org/draft/2020-12/schema';

/**
 * Says in JSON Schema 2020-12 what parameters may hold. A parameter with a default of its own is optional, whatever KubeVela's
 * OpenAPI schema lists as required. CUE constraints that JSON Schema cannot express are left out: what it refuses CUE refuses too.
 */
export function toJsonSchema(parameters: readonly Parameter[], options: { readonly closed: boolean }): JsonObject {
  return { $schema: dialect, ...toStruct(parameters, options.closed) };
}

function toStruct(fields: readonly Parameter[], closed: boolean): JsonObject {
  const required = fields.filter((field) => field.required).map(({ name }) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map((field) => [field.name, toProperty(field)])),
    ...(required.length === 0 ? {} : { required }),
    ...(closed ? { additionalProperties: false } : {}),
  };
}

function toProperty(field: Parameter): JsonObject {
  return {
    ...(field.alias === undefined ? {} : { title: field.alias }),
    ...(field.usage === undefined ? {} : { description: field.usage }),
    ...toShape(field),
    ...(field.immutable === true ? { 'x-immutable': true } : {}),
  };
}

function toShape(shape: ParameterShape): JsonObject {
  const fallback = toJson(shape.default);
  const values = shape.enum?.map(toJson).filter((value) => value !== undefined);
  const only = toJson(shape.const);
  // Values that are named say all there is to say of a type.
  const what = only !== undefined ? { const: only } : values !== undefined ? { enum: values } : toTyped(shape);
  return { ...what, ...(fallback === undefined ? {} : { default: fallback }) };
}

function toTyped(shape: ParameterShape): JsonObject {
  const constraints = toConstraints(shape);
  switch (shape.type) {
    case 'string':
    case 'null':
      return { type: shape.type, ...constraints };
    case 'bytes':
      return { type: 'string', contentEncoding: 'base64' };
    case 'int':
      return { type: 'integer', ...constraints };
    case 'number':
      return { type: 'number', ...constraints };
    case 'bool':
      return { type: 'boolean' };
    case 'struct':
      return toStruct(shape.fields ?? [], shape.closed === true);
    case 'list':
      return { type: 'array', ...(shape.element === undefined ? {} : { items: toShape(shape.element) }) };
    case 'map':
      return {
        type: 'object',
        ...(shape.element === undefined ? {} : { additionalProperties: toShape(shape.element) }),
      };
    case 'union':
      // A value may fit several alternatives of CUE, so this is no `oneOf`.
      return shape.oneOf === undefined ? {} : { anyOf: shape.oneOf.map(toShape) };
    case 'any':
      return {};
  }
}

const bounds: Readonly<Record<string, string>> = {
  '>=': 'minimum',
  '>': 'exclusiveMinimum',
  '<=': 'maximum',
  '<': 'exclusiveMaximum',
};

function toConstraints({ type, constraints = [] }: ParameterShape): JsonObject {
  const entries = constraints.flatMap((text): readonly (readonly [string, JsonValue])[] => {
    const bound = /^(>=|<=|>|<)\s*(-?[0-9]+(?:\.[0-9]+)?)$/.exec(text);
    const keyword = bounds[bound?.[1] ?? ''];
    if (keyword !== undefined && type !== 'string') return [[keyword, Number(bound?.[2])]];
    const runes = /^strings\.(Min|Max)Runes\(([0-9]+)\)$/.exec(text);
    if (runes !== null) return [[runes[1] === 'Min' ? 'minLength' : 'maxLength', Number(runes[2])]];
    const pattern = /^=~\s*"((?:[^"\\]|\\.)*)"$/.exec(text)?.[1];
    const source = pattern === undefined ? undefined : unquote(pattern);
    return source !== undefined && isPattern(source) ? [['pattern', source]] : [];
  });
  return Object.fromEntries(entries);
}

function unquote(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(`"${text}"`);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** JSON Schema has the patterns of JavaScript, CUE those of RE2; what both read alike is most of them. */
function isPattern(source: string): boolean {
  if (/\(\?[a-zA-Z-]|\\[AzQECpP]|\[\[:/.test(source)) return false;
  try {
    new RegExp(source, 'u');
    return true;
  } catch {
    return false;
  }
}

/** The contract leaves values open; only what JSON can carry goes into a schema. */
function toJson(value: unknown): JsonValue | undefined {
  return isJson(value) ? value : undefined;
}

function isJson(value: unknown): value is JsonValue {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return true;
  if (Array.isArray(value)) return value.every(isJson);
  return typeof value === 'object' && Object.values(value).every(isJson);
}
