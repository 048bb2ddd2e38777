import type { Parameter, ParameterShape } from '../../../schemas/parameter.ts';
import type { EnginePosition, ParameterChange } from '../../engine/types.ts';

interface Pair {
  readonly path: readonly string[];
  readonly before: ParameterShape;
  readonly after: ParameterShape;
  readonly at: Pick<ParameterChange, 'beforeAt' | 'afterAt'>;
}

/** Compares parameters by their trees, where no CUE tells what holds what: variables of Terraform definitions. */
export function compareParameters(
  before: readonly Parameter[],
  after: readonly Parameter[],
): readonly ParameterChange[] {
  return compareFields({ before, after, path: [] });
}

function compareFields(fields: {
  readonly before: readonly Parameter[];
  readonly after: readonly Parameter[];
  readonly path: readonly string[];
}): readonly ParameterChange[] {
  const later = new Map(fields.after.map((field) => [field.name, field]));
  const changes: ParameterChange[] = [];
  for (const field of fields.before) {
    const path = [...fields.path, field.name];
    const next = later.get(field.name);
    later.delete(field.name);
    if (next === undefined) {
      changes.push({ path, kind: 'removed', breaking: true, before: toText(field), ...at('beforeAt', field) });
    } else changes.push(...compareField(field, next, path));
  }
  for (const field of later.values()) {
    const path = [...fields.path, field.name];
    changes.push({ path, kind: 'added', breaking: field.required, after: toText(field), ...at('afterAt', field) });
  }
  return changes;
}

function compareField(before: Parameter, after: Parameter, path: readonly string[]): readonly ParameterChange[] {
  const places = { ...at('beforeAt', before), ...at('afterAt', after) };
  const told = { path, before: toText(before), after: toText(after), ...places };
  const changes = [...compareShapes({ path, before, after, at: places })];
  if (before.required !== after.required) {
    changes.push({ ...told, kind: after.required ? 'required' : 'optional', breaking: after.required });
  } else if (JSON.stringify(before.default) !== JSON.stringify(after.default)) {
    const kind =
      before.default === undefined
        ? 'default-added'
        : after.default === undefined
          ? 'default-removed'
          : 'default-changed';
    changes.push({ ...told, kind, breaking: false });
  }
  return changes;
}

function compareShapes({ path, before, after, at: places }: Pair): readonly ParameterChange[] {
  const told = { path, before: toText(before), after: toText(after), ...places };
  if (before.type !== after.type) {
    const isWider = after.type === 'any' || (before.type === 'int' && after.type === 'number');
    return [{ ...told, kind: isWider ? 'widened' : 'retyped', breaking: !isWider }];
  }
  const changes: ParameterChange[] = [];
  const had = conditionsOf(before);
  const has = conditionsOf(after);
  if (has.some((condition) => !had.includes(condition))) changes.push({ ...told, kind: 'tightened', breaking: true });
  else if (had.length > has.length) changes.push({ ...told, kind: 'widened', breaking: false });
  if (before.element !== undefined && after.element !== undefined) {
    const step = before.type === 'map' ? '*' : '[]';
    changes.push(...compareShapes({ path: [...path, step], before: before.element, after: after.element, at: places }));
  } else if (before.element !== undefined) changes.push({ ...told, kind: 'widened', breaking: false });
  else if (after.element !== undefined) changes.push({ ...told, kind: 'tightened', breaking: true });
  if (before.fields !== undefined && after.fields !== undefined) {
    changes.push(...compareFields({ before: before.fields, after: after.fields, path }));
  }
  if (before.oneOf?.map(toText).join() !== after.oneOf?.map(toText).join()) {
    changes.push({ ...told, kind: 'retyped', breaking: true });
  }
  return changes;
}

/** Whether a value is kept secret says nothing about which values fit. */
function conditionsOf({ constraints = [] }: ParameterShape): readonly string[] {
  return constraints.filter((text) => text !== 'sensitive');
}

function at(key: 'beforeAt' | 'afterAt', field: Parameter): { readonly [Key in typeof key]?: EnginePosition } {
  const { file, line, column } = field;
  return file === undefined || line === undefined || column === undefined ? {} : { [key]: { file, line, column } };
}

/** Type and default in one line, such as `list(string), default []`. */
function toText(shape: ParameterShape): string {
  const fallback = shape.default === undefined ? '' : `, default ${JSON.stringify(shape.default)}`;
  return `${toTypeText(shape)}${fallback}`;
}

function toTypeText(shape: ParameterShape): string {
  if (shape.fields !== undefined) {
    const fields = shape.fields.map((field) => `${field.name}${field.optional ? '?' : ''}: ${toTypeText(field)}`);
    return `{${fields.join(', ')}}`;
  }
  if (shape.oneOf !== undefined) return shape.oneOf.map(toTypeText).join(' | ');
  return shape.element === undefined ? shape.type : `${shape.type}(${toTypeText(shape.element)})`;
}
