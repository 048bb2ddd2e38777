import { isJsonList, isJsonObject, type JsonValue } from '../../../../schemas/json.ts';
import type { ParameterShape } from '../../../../schemas/parameter.ts';
import { boundText } from '../bound-text.ts';

/** Whether a value is of a type at all; what is in it is not looked at. */
export function fitsType(value: JsonValue, type: ParameterShape['type']): boolean {
  switch (type) {
    case 'string':
    case 'bytes':
      return typeof value === 'string';
    case 'int':
      return typeof value === 'number' && Number.isInteger(value);
    case 'number':
      return typeof value === 'number';
    case 'bool':
      return typeof value === 'boolean';
    case 'null':
      return value === null;
    case 'list':
      return isJsonList(value);
    case 'struct':
    case 'map':
      return isJsonObject(value);
    case 'union':
    case 'any':
      return true;
    default:
      return type satisfies never;
  }
}

const maxDepth = 4;

/** The type of a value in CUE's own words: `[...string]`, `{...}`, `string | int`. */
export function describeShape(shape: ParameterShape, depth = 0): string {
  if (depth > maxDepth) return '_';
  const inner = (each: ParameterShape | undefined) => (each === undefined ? '_' : describeShape(each, depth + 1));
  if (shape.oneOf !== undefined) return boundText([...new Set(shape.oneOf.map(inner))].join(' | '));
  switch (shape.type) {
    case 'list':
      return `[...${inner(shape.element)}]`;
    case 'map':
      return `{[string]: ${inner(shape.element)}}`;
    case 'struct':
      return '{...}';
    case 'any':
    case 'union':
      return '_';
    default:
      return shape.type;
  }
}
