import type { Parameter, ParameterShape } from '../../schemas/parameter.ts';

/** A parameter with its path; `[]` stands for an element of a list. */
export interface ParameterPlace {
  readonly path: readonly string[];
  readonly parameter: Parameter;
  /** Nobody can leave out what is around it. */
  readonly demanded: boolean;
}

/** Every named parameter at any depth, outer ones first; those of alternatives are left out, because nobody must choose them. */
export function* walkParameters(
  parameters: readonly Parameter[],
  around: Pick<ParameterPlace, 'path' | 'demanded'> = { path: [], demanded: true },
): Generator<ParameterPlace> {
  for (const parameter of parameters) {
    const path = [...around.path, parameter.name];
    yield { path, parameter, demanded: around.demanded };
    yield* walkShape(parameter, { path, demanded: around.demanded && !parameter.optional });
  }
}

function* walkShape(
  shape: ParameterShape,
  around: Pick<ParameterPlace, 'path' | 'demanded'>,
): Generator<ParameterPlace> {
  if (shape.fields !== undefined) yield* walkParameters(shape.fields, around);
  if (shape.element !== undefined) yield* walkShape(shape.element, { path: [...around.path, '[]'], demanded: false });
}
