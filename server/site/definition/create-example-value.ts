import type { JsonObject, JsonValue } from '../../../schemas/json.ts';
import type { Parameter, ParameterShape } from '../../../schemas/parameter.ts';

/** Texts tried where a pattern narrows a string: what people give most often comes first. */
const texts = [
  'example',
  'example.com',
  'https://example.com',
  '100m',
  '128Mi',
  '10',
  '1',
  '1.0.0',
  '30s',
  '5m',
  '* * * * *',
  '10.0.0.1',
  '10.0.0.0/16',
  'oss://example',
  'EXAMPLE',
  'example@example.com',
];

/** The values that must be given, and nothing else; undefined when no valid value can be told for one of them. */
export function createExampleParameters(parameters: readonly Parameter[]): JsonObject | undefined {
  const values: Record<string, JsonValue> = {};
  for (const parameter of parameters) {
    if (!parameter.required) continue;
    const value = createExampleValue(parameter);
    if (value === undefined) return undefined;
    // Not an assignment: a parameter may be called __proto__.
    Object.defineProperty(values, parameter.name, { value, enumerable: true, configurable: true, writable: true });
  }
  return values;
}

/** A value that the type and its conditions allow; undefined when none can be told for sure. */
export function createExampleValue(shape: ParameterShape): JsonValue | undefined {
  // Defaults, constants and alternatives come out of JSON.
  if (shape.const !== undefined) return shape.const as JsonValue;
  if (shape.default !== undefined) return shape.default as JsonValue;
  if (shape.enum?.[0] !== undefined) return shape.enum[0] as JsonValue;
  const conditions = (shape.constraints ?? []).flatMap((text) => text.split(' & ')).map((text) => text.trim());
  switch (shape.type) {
    case 'string':
      return texts.find((text) => conditions.every((condition) => allowsText(condition, text) === true));
    case 'int':
    case 'number':
      return findNumber(conditions);
    case 'bool':
      return conditions.length === 0 ? true : undefined;
    case 'struct':
      return conditions.length === 0 ? createExampleParameters(shape.fields ?? []) : undefined;
    case 'list':
      return createExampleList(shape.element, conditions);
    case 'map':
      return conditions.length === 0 ? {} : undefined;
    case 'union':
      return (shape.oneOf ?? []).map(createExampleValue).find((value) => value !== undefined);
    case 'null':
      return null;
    case 'any':
      return 'example';
    case 'bytes':
      return undefined;
  }
}

function createExampleList(element: ParameterShape | undefined, conditions: readonly string[]): JsonValue | undefined {
  if (conditions.length > 0) return undefined;
  if (element === undefined) return [];
  const value = createExampleValue(element);
  // An empty list is allowed wherever the element cannot be told.
  return value === undefined ? [] : [value];
}

/** Whether a condition of CUE lets a text in; undefined when the condition is not one that is known here. */
function allowsText(condition: string, text: string): boolean | undefined {
  const pattern = /^(=~|!~)\s*(?:"((?:[^"\\]|\\.)*)"|#"(.*)"#)$/s.exec(condition);
  if (pattern !== null) {
    const [, operator, quoted, raw] = pattern;
    try {
      const source = raw ?? String(JSON.parse(`"${quoted ?? ''}"`));
      return new RegExp(source, 'u').test(text) === (operator === '=~');
    } catch {
      return undefined;
    }
  }
  const different = /^!=\s*("(?:[^"\\]|\\.)*")$/.exec(condition);
  if (different?.[1] !== undefined) return different[1] !== JSON.stringify(text);
  const length = /^strings\.(Min|Max)Runes\((\d+)\)$/.exec(condition);
  if (length === null) return undefined;
  const bound = Number(length[2]);
  return length[1] === 'Min' ? [...text].length >= bound : [...text].length <= bound;
}

/** The smallest of a few plain numbers that every bound lets in. */
function findNumber(conditions: readonly string[]): number | undefined {
  const bounds = conditions.map((condition) => /^(>=|<=|>|<|!=)\s*(-?\d+(?:\.\d+)?)$/.exec(condition));
  const near = bounds.flatMap((bound) => (bound === null ? [] : [Number(bound[2]), Number(bound[2]) + 1]));
  const candidates = [1, 0, 10, 80, ...near];
  return candidates.find((candidate) =>
    bounds.every((bound) => bound !== null && isWithin(candidate, bound[1] ?? '', Number(bound[2]))),
  );
}

function isWithin(value: number, operator: string, bound: number): boolean {
  switch (operator) {
    case '>=':
      return value >= bound;
    case '<=':
      return value <= bound;
    case '>':
      return value > bound;
    case '<':
      return value < bound;
    default:
      return value !== bound;
  }
}
