import type { Parameter, ParameterShape } from '../../schemas/parameter.ts';
import { countParameters } from './parameter-words.ts';

/** Parameters that a page shows, and how many more there are. */
export interface BoundParameters {
  readonly parameters: readonly Parameter[];
  readonly left: number;
}

/** Keeps the first parameters, at every depth and in the author's order, so that a page stays small whatever an addon declares. */
export function boundParameters(parameters: readonly Parameter[], most: number): BoundParameters {
  const total = countParameters(parameters);
  if (total <= most) return { parameters, left: 0 };
  const kept = takeParameters(parameters, { left: most });
  return { parameters: kept, left: total - countParameters(kept) };
}

interface Budget {
  left: number;
}

function takeParameters(parameters: readonly Parameter[], budget: Budget): Parameter[] {
  const kept: Parameter[] = [];
  for (const parameter of parameters) {
    if (budget.left <= 0) break;
    budget.left -= 1;
    kept.push({ ...parameter, ...takeBelow(parameter, budget) });
  }
  return kept;
}

function takeBelow({ fields, element, oneOf }: ParameterShape, budget: Budget): Partial<ParameterShape> {
  return {
    ...(fields === undefined ? {} : { fields: takeParameters(fields, budget) }),
    ...(element === undefined ? {} : { element: { ...element, ...takeBelow(element, budget) } }),
    ...(oneOf === undefined ? {} : { oneOf: oneOf.map((each) => ({ ...each, ...takeBelow(each, budget) })) }),
  };
}
