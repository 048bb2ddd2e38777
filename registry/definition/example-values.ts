import type { JsonObject, JsonValue } from '../../schemas/json.ts';
import type { Parameter, ParameterShape } from '../../schemas/parameter.ts';
import { findBound, fitsNumber, fitsText } from './fits-condition.ts';

/** Texts tried where a pattern narrows a string: what people give most often comes first. They are short, because patterns are the author's. */
const texts = [
  'example',
  'example.com',
  'https://example.com',
  'a',
  'A',
  '100m',
  '128Mi',
  '10',
  '1',
  '1.0.0',
  'v1.0.0',
  '30s',
  '5m',
  '* * * * *',
  '10.0.0.1',
  '10.0.0.0/16',
  'oss://example',
  'EXAMPLE',
  'example@example.com',
  '/example',
  'example/a:1.0.0',
];

/** What to give where no value can be told for sure; undefined when nothing is to be given then. */
export type Guess = (shape: ParameterShape) => JsonValue | undefined;

const noGuess: Guess = () => undefined;

/** The values that must be given, and nothing else; undefined when none can be told for one of them. */
export function createExampleParameters(
  parameters: readonly Parameter[],
  guess: Guess = noGuess,
): JsonObject | undefined {
  const values: Record<string, JsonValue> = {};
  for (const parameter of parameters) {
    if (!parameter.required) continue;
    const value = createExampleValue(parameter, guess);
    if (value === undefined) return undefined;
    // Not an assignment: a parameter may be called __proto__.
    Object.defineProperty(values, parameter.name, { value, enumerable: true, configurable: true, writable: true });
  }
  return values;
}

/** A value that the type and its conditions allow, or what `guess` says where none can be told for sure. */
export function createExampleValue(shape: ParameterShape, guess: Guess = noGuess): JsonValue | undefined {
  // Defaults, constants and alternatives come out of JSON.
  if (shape.const !== undefined) return shape.const as JsonValue;
  if (shape.default !== undefined) return shape.default as JsonValue;
  if (shape.enum?.[0] !== undefined) return shape.enum[0] as JsonValue;
  const value = findValue(shape, guess);
  return value === undefined ? guess(shape) : value;
}

function findValue(shape: ParameterShape, guess: Guess): JsonValue | undefined {
  const conditions = (shape.constraints ?? []).flatMap((text) => text.split(' & ')).map((text) => text.trim());
  switch (shape.type) {
    case 'string':
      return texts.find((text) => conditions.every((condition) => fitsText(condition, text) === true));
    case 'int':
    case 'number':
      return findNumber(conditions);
    case 'bool':
      return conditions.length === 0 ? true : undefined;
    case 'struct':
      return conditions.length === 0 ? createExampleParameters(shape.fields ?? [], guess) : undefined;
    case 'list':
      return conditions.length === 0 ? createExampleList(shape.element) : undefined;
    case 'map':
      return conditions.length === 0 ? {} : undefined;
    case 'union':
      return (shape.oneOf ?? []).map((each) => createExampleValue(each, guess)).find((value) => value !== undefined);
    case 'null':
      return null;
    case 'any':
      return 'example';
    case 'bytes':
      return undefined;
  }
}

function createExampleList(element: ParameterShape | undefined): JsonValue {
  if (element === undefined) return [];
  const value = createExampleValue(element);
  // An empty list is allowed wherever the element cannot be told.
  return value === undefined ? [] : [value];
}

/** The first of a few plain numbers that every bound lets in. */
function findNumber(conditions: readonly string[]): number | undefined {
  const near = conditions.map(findBound).flatMap((bound) => (bound === undefined ? [] : [bound, bound + 1, bound - 1]));
  return [1, 0, 10, 80, ...near].find((candidate) =>
    conditions.every((condition) => fitsNumber(condition, candidate) === true),
  );
}
