import type { JsonObject, JsonValue } from '../../schemas/json.ts';
import type { Parameter, ParameterShape } from '../../schemas/parameter.ts';
import { createExampleParameters } from '../definition/example-values.ts';

/** A value for every parameter that must be given, and for nothing else. Whether it fits is for rendering to say. */
export function createSampleParameters(parameters: readonly Parameter[]): JsonObject {
  return createExampleParameters(parameters, guessValue) ?? {};
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

/** A plain value of the type, whatever narrows it. */
function guessValue({ type, element, fields }: ParameterShape): JsonValue {
  switch (type) {
    case 'int':
    case 'number':
      return 1;
    case 'bool':
      return true;
    case 'null':
      return null;
    case 'list':
      return element === undefined ? [] : [guessValue(element)];
    case 'struct':
      return createSampleParameters(fields ?? []);
    case 'map':
      return {};
    case 'string':
    case 'bytes':
    case 'any':
    case 'union':
      return 'example';
  }
}
