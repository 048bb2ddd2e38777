import type { UiCondition, UiParameter } from '../../../schemas/form.ts';
import type { Parameter, ParameterShape } from '../../../schemas/parameter.ts';
import { isSecretName } from './secret-name.ts';

/** What a value of a form may hold, cut to a size that a page can show. */
export interface FormShape {
  readonly type: ParameterShape['type'];
  readonly default?: unknown;
  /** The only values allowed, those of `const` among them. */
  readonly values?: readonly unknown[];
  readonly constraints: readonly string[];
  readonly fields?: readonly FormParameter[];
  readonly element?: FormShape;
  readonly oneOf?: readonly FormShape[];
  /** Named parameters right below that the form has no field for. */
  readonly cut: number;
}

/** A named parameter of a form with what its UI schema says of it. */
export interface FormParameter extends FormShape {
  readonly name: string;
  readonly optional: boolean;
  readonly required: boolean;
  readonly immutable: boolean;
  readonly usage: string;
  readonly label: string | undefined;
  readonly hidden: boolean;
  readonly conditions: readonly UiCondition[];
  /** Words for allowed values, by their JSON. */
  readonly words: ReadonlyMap<string, string>;
  readonly secret: boolean;
  readonly file: string | undefined;
  readonly line: number | undefined;
}

/** How many named parameters and how many levels a form shows. */
export const formLimits = { parameters: 250, depth: 8 } as const;

/** Cuts parameters to what a form shows, the outer ones first, in the order and with the words of the addon's own UI schema. */
export function toFormShape(parameters: readonly Parameter[], ui: readonly UiParameter[] = []): FormShape {
  const budget = countLevels(parameters);
  return {
    type: 'struct',
    constraints: [],
    ...toFields(parameters, ui, { depth: 0, budget }),
  };
}

interface Place {
  readonly depth: number;
  /** How many parameters may still be shown at each depth. */
  readonly budget: number[];
}

/** Shares the limit out by depth, so that deep parameters never push outer ones away. */
function countLevels(parameters: readonly Parameter[]): number[] {
  const counts: number[] = [];
  let left: number = formLimits.parameters;
  let named = parameters.length;
  let level: readonly ParameterShape[] = parameters;
  while (counts.length <= formLimits.depth && level.length > 0) {
    counts.push(Math.min(named, Math.max(left, 0)));
    left -= named;
    named = level.reduce((sum, { fields = [] }) => sum + fields.length, 0);
    level = level.flatMap(listBelow);
  }
  return counts;
}

function listBelow({ fields = [], element, oneOf = [] }: ParameterShape): readonly ParameterShape[] {
  return [...fields, ...(element === undefined ? [] : [element]), ...oneOf];
}

function toFields(
  parameters: readonly Parameter[],
  ui: readonly UiParameter[],
  place: Place,
): { readonly fields: readonly FormParameter[]; readonly cut: number } {
  const described = new Map(ui.map((each) => [each.jsonKey, each]));
  const open = parameters.filter(({ ignore }) => ignore !== true);
  const order = (name: string) => described.get(name)?.sort ?? 100;
  // Parameters that the schema does not place stay in the author's order, behind those that it does.
  const sorted = open.toSorted((left, right) => order(left.name) - order(right.name));
  const fields: FormParameter[] = [];
  for (const parameter of sorted) {
    const left = place.budget[place.depth] ?? 0;
    if (left <= 0) break;
    place.budget[place.depth] = left - 1;
    const isReference = parameter.name === 'secretKey' && open.some(({ name }) => name === 'secretName');
    const field = toFormParameter(parameter, described.get(parameter.name), place);
    fields.push(isReference ? { ...field, secret: false } : field);
  }
  return { fields, cut: open.length - fields.length };
}

function toFormParameter(parameter: Parameter, ui: UiParameter | undefined, place: Place): FormParameter {
  const { name, optional, required, usage = '', immutable = false, file, line } = parameter;
  const words = (ui?.options ?? []).flatMap(({ value, label }): [string, string][] =>
    label === undefined ? [] : [[JSON.stringify(value), label]],
  );
  const holdsText = parameter.type === 'string' || parameter.type === 'bytes';
  return {
    ...toShape(parameter, ui?.subParameters ?? [], place),
    name,
    optional,
    required,
    immutable,
    usage: usage === '' ? (ui?.description ?? '') : usage,
    label: ui?.label,
    hidden: ui?.disable ?? false,
    conditions: ui?.conditions ?? [],
    words: new Map(words),
    secret: holdsText && (ui?.uiType === 'Password' || isSecretName(name)),
    file,
    line,
  };
}

function toShape(shape: ParameterShape, ui: readonly UiParameter[], place: Place): FormShape {
  const { type, constraints = [], fields, element, oneOf } = shape;
  const values = shape.const === undefined ? shape.enum : [shape.const];
  const deeper = { ...place, depth: place.depth + 1 };
  const isDeep = deeper.depth > formLimits.depth;
  return {
    type,
    ...(shape.default === undefined ? {} : { default: shape.default }),
    ...(values === undefined ? {} : { values }),
    constraints,
    ...(fields === undefined || fields.length === 0 || isDeep ? { cut: 0 } : toFields(fields, ui, deeper)),
    ...(element === undefined || isDeep ? {} : { element: toShape(element, ui, deeper) }),
    ...(oneOf === undefined || isDeep ? {} : { oneOf: oneOf.map((each) => toShape(each, ui, deeper)) }),
  };
}

/** How the value of a shape is entered. */
export type ControlKind = 'text' | 'number' | 'choice' | 'yaml' | 'group' | 'list' | 'map' | 'union';

/** Chooses how a value is entered; whatever has no better way is YAML. */
export function toControlKind(shape: FormShape): ControlKind {
  if (shape.values !== undefined || shape.type === 'bool' || shape.type === 'null') return 'choice';
  switch (shape.type) {
    case 'string':
    case 'bytes':
      return 'text';
    case 'int':
    case 'number':
      return 'number';
    case 'struct':
      return shape.fields === undefined || shape.fields.length === 0 ? 'yaml' : 'group';
    case 'list':
      return isOpen(shape.element) ? 'yaml' : 'list';
    case 'map':
      return isOpen(shape.element) ? 'yaml' : 'map';
    case 'union':
      return shape.oneOf === undefined || shape.oneOf.length === 0 ? 'yaml' : 'union';
    case 'any':
      return 'yaml';
  }
}

function isOpen(element: FormShape | undefined): boolean {
  return element === undefined || toControlKind(element) === 'yaml';
}

/** The values that a choice offers. */
export function listValues({ type, values }: FormShape): readonly unknown[] {
  return values ?? (type === 'null' ? [null] : [true, false]);
}
