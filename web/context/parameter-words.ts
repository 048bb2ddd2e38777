import type { Parameter, ParameterShape } from '../../schemas/parameter.ts';

/** The type of a value as KubeVela's own documents write it: `[]string`, `map[string]int`, `string | int`. */
export function toTypeText(shape: ParameterShape): string {
  switch (shape.type) {
    case 'list':
      return `[]${wrap(shape.element)}`;
    case 'map':
      return `map[string]${wrap(shape.element)}`;
    case 'union':
      return [...new Set((shape.oneOf ?? []).map(toTypeText))].join(' | ') || 'any';
    case 'struct':
      return 'object';
    default:
      return shape.type;
  }
}

function wrap(element: ParameterShape | undefined): string {
  if (element === undefined) return 'any';
  const text = toTypeText(element);
  return text.includes(' | ') ? `(${text})` : text;
}

/** A group of parameters below another one: its fields, those of its elements, or those of one alternative. */
export interface ParameterGroup {
  /** Path of the group itself: `a`, `a[]`, `a.*`. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** Counts from 1 when the parent takes one of several shapes. */
  readonly alternative?: number;
}

/** Every group of named parameters that stands directly below a value. */
export function listParameterGroups(path: string, shape: ParameterShape): readonly ParameterGroup[] {
  if (shape.type === 'union') {
    const alternatives = shape.oneOf ?? [];
    return alternatives.flatMap((alternative, index) =>
      listParameterGroups(path, alternative).map((group) => ({ alternative: index + 1, ...group })),
    );
  }
  if (shape.fields !== undefined && shape.fields.length > 0) return [{ path, parameters: shape.fields }];
  if (shape.element === undefined) return [];
  return listParameterGroups(shape.type === 'map' ? `${path}.*` : `${path}[]`, shape.element);
}

/** How many named parameters a list holds, at every depth. */
export function countParameters(parameters: readonly Parameter[]): number {
  return parameters.reduce((sum, parameter) => sum + 1 + countBelow(parameter), 0);
}

function countBelow(shape: ParameterShape): number {
  return listParameterGroups('', shape).reduce((sum, group) => sum + countParameters(group.parameters), 0);
}
