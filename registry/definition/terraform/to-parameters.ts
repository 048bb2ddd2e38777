import type { Parameter } from '../../../schemas/parameter.ts';
import { parseTerraformType } from './parse-type.ts';
import type { TerraformVariable } from './types.ts';

/** Shows the variables of a configuration as parameters; a type that cannot be read is shown as any. */
export function toTerraformParameters(file: string, variables: readonly TerraformVariable[]): readonly Parameter[] {
  return variables.map((variable) => {
    const { name, description, type, line, column } = variable;
    const hasDefault = variable.default !== undefined;
    const { constraints = [], ...shape } = parseTerraformType(type ?? 'any') ?? { type: 'any' };
    const conditions = [...constraints, ...variable.conditions, ...(variable.sensitive ? ['sensitive'] : [])];
    return {
      ...shape,
      ...(hasDefault && !variable.computed ? { default: variable.default } : {}),
      ...(conditions.length === 0 ? {} : { constraints: conditions }),
      name,
      optional: hasDefault,
      required: !hasDefault,
      ...(description === '' ? {} : { usage: description.trim() }),
      file,
      line,
      column,
    };
  });
}
