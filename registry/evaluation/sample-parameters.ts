import type { JsonObject, JsonValue } from '../../schemas/json.ts';
import type { Parameter, ParameterShape } from '../../schemas/parameter.ts';

/** Texts that people would give, the plainest first; the first that fits all constraints is taken. They are short, because patterns are the author's. */
const sampleTexts = [
  'sample',
  'a',
  'A',
  '1',
  '1.0.0',
  'v1.0.0',
  '1Gi',
  '100m',
  '10s',
  '10.0.0.1',
  '10.0.0.0/16',
  'sample.example',
  'https://a.example',
  'a@b.example',
  '/sample',
  'sample/a:1.0.0',
];

/** A value for every parameter that must be given, and for nothing else. Whether it fits is for rendering to say. */
export function createSampleParameters(parameters: readonly Parameter[]): JsonObject {
  return Object.fromEntries(
    parameters.filter(({ required }) => required).map((parameter) => [parameter.name, createSample(parameter)]),
  );
}

/** Paths of the parameters that must be given, innermost, in order: `database.host`. */
export function listRequiredPaths(parameters: readonly Parameter[]): readonly string[] {
  return parameters
    .filter(({ required }) => required)
    .flatMap((parameter) => {
      const inner = listRequiredPaths(parameter.fields ?? []);
      return inner.length === 0 ? [parameter.name] : inner.map((path) => `${parameter.name}.${path}`);
    });
}

// The schema says of these only that they are JSON.
function createSample(shape: ParameterShape): JsonValue {
  if (shape.const !== undefined) return shape.const as JsonValue;
  if (shape.default !== undefined) return shape.default as JsonValue;
  const [first] = shape.enum ?? [];
  if (first !== undefined) return first as JsonValue;
  switch (shape.type) {
    case 'struct':
      return createSampleParameters(shape.fields ?? []);
    case 'map':
      return {};
    case 'list':
      return shape.constraints === undefined || shape.element === undefined ? [] : [createSample(shape.element)];
    case 'union': {
      const [alternative] = shape.oneOf ?? [];
      return alternative === undefined ? 'sample' : createSample(alternative);
    }
    case 'int':
    case 'number':
      return createSampleNumber(shape.constraints ?? []);
    case 'bool':
      return true;
    case 'null':
      return null;
    case 'string':
    case 'bytes':
    case 'any':
      return createSampleText(shape.constraints ?? []);
  }
}

function createSampleNumber(constraints: readonly string[]): number {
  const candidates = constraints.flatMap((constraint) => {
    const bound = Number(/-?[\d.]+$/.exec(constraint)?.[0]);
    return Number.isFinite(bound) ? [bound, bound + 1, bound - 1] : [];
  });
  return [1, ...candidates].find((value) => constraints.every((constraint) => fitsNumber(value, constraint))) ?? 1;
}

function fitsNumber(value: number, constraint: string): boolean {
  const [, operator, text] = /^(>=|<=|>|<|!=)\s*(-?[\d.]+)$/.exec(constraint) ?? [];
  if (operator === undefined) return true;
  const bound = Number(text);
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

function createSampleText(constraints: readonly string[]): string {
  return sampleTexts.find((text) => constraints.every((constraint) => fitsText(text, constraint))) ?? 'sample';
}

function fitsText(text: string, constraint: string): boolean {
  const [, operator, literal] = /^(=~|!~|!=)\s*"((?:[^"\\]|\\.)*)"$/.exec(constraint) ?? [];
  if (operator === undefined || literal === undefined) return true;
  const value = unquote(literal);
  if (operator === '!=') return text !== value;
  const matches = matchesPattern(text, value);
  return matches === undefined || (operator === '=~' ? matches : !matches);
}

function unquote(literal: string): string {
  return literal.replace(/\\(.)/g, '$1');
}

/** Undefined when the pattern is none of JavaScript, or could take long: CUE's patterns never backtrack, JavaScript's do. */
function matchesPattern(text: string, pattern: string): boolean | undefined {
  const repeatedGroups = pattern.match(/\)[*+{]/g)?.length ?? 0;
  if (pattern.length > 200 || repeatedGroups > 1) return undefined;
  try {
    return new RegExp(pattern, 'u').test(text);
  } catch {
    return undefined;
  }
}
