import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from '../../../../schemas/json.ts';
import type { Parameter, ParameterShape } from '../../../../schemas/parameter.ts';
import type { ValueIssue } from '../../../../schemas/values-check.ts';
import { findNearestWord } from '../../../nearest-word.ts';
import { boundText } from '../bound-text.ts';
import { meetsConstraint } from './meets-constraint.ts';
import { describeShape, fitsType } from './value-types.ts';

/** The parameters of one version, and whether they refuse what they do not name. */
export interface DeclaredParameters {
  readonly parameters: readonly Parameter[];
  readonly closed: boolean;
}

export interface ValueIssuesOptions {
  readonly values: JsonObject;
  readonly after: DeclaredParameters;
  /** Of the version that the values are used with; absent when nobody says. */
  readonly before?: DeclaredParameters;
}

/** An issue as the declarations tell it, before an engine has had its say. */
export type DeclaredIssue = Omit<ValueIssue, 'effect' | 'message'> & {
  readonly effect: 'refused' | 'ignored' | 'changed';
};

/** What the declarations of a version say of values, and of those that are left out, as far as declarations can be read without evaluating them. */
export function findValueIssues({ values, before, after }: ValueIssuesOptions): readonly DeclaredIssue[] {
  const issues: DeclaredIssue[] = [];
  checkStruct(issues, {
    path: [],
    value: values,
    shape: toStruct(after),
    was: before === undefined ? undefined : toStruct(before),
    choices: 0,
  });
  return issues;
}

function toStruct({ parameters, closed }: DeclaredParameters): ParameterShape {
  return { type: 'struct', fields: [...parameters], closed };
}

/** Enough for people; values that are all wrong are wrong alike. */
const maxFound = 1_000;
const maxChoices = 4;

interface Place<Value extends JsonValue> {
  readonly path: readonly string[];
  readonly value: Value;
  readonly shape: ParameterShape;
  readonly was: ParameterShape | undefined;
  /** How many choices this value stands in. */
  readonly choices: number;
  /** Where the innermost named parameter is declared. */
  readonly at?: Pick<Parameter, 'file' | 'line' | 'column'>;
}

function checkStruct(issues: DeclaredIssue[], { path, value, shape, was, choices }: Place<JsonObject>): void {
  const fields = new Map((shape.fields ?? []).map((field) => [field.name, field]));
  const old = new Map((was?.fields ?? []).map((field) => [field.name, field]));
  const given = new Map(Object.entries(value));
  const free = [...fields.keys()].filter((name) => !given.has(name));
  for (const [name, item] of given) {
    if (issues.length >= maxFound) return;
    const field = fields.get(name);
    if (field !== undefined) {
      checkValue(issues, { path: [...path, name], value: item, shape: field, was: old.get(name), choices, at: field });
      continue;
    }
    // A struct that names nothing takes anything, and somebody may read it.
    if (fields.size === 0 && shape.closed !== true && old.size === 0) continue;
    const nearest = findNearestWord(name, free);
    issues.push({
      path: [...path, name],
      kind: old.has(name) ? 'removed' : 'unknown',
      effect: shape.closed === true ? 'refused' : 'ignored',
      ...(nearest === undefined ? {} : { nearest }),
    });
  }
  for (const [name, field] of fields) {
    if (!given.has(name)) checkAbsent(issues, { path: [...path, name], field, was: old.get(name) });
  }
}

function checkAbsent(
  issues: DeclaredIssue[],
  {
    path,
    field,
    was,
  }: { readonly path: readonly string[]; readonly field: Parameter; readonly was: Parameter | undefined },
): void {
  if (field.required && !isFilled(field)) {
    issues.push({
      path: [...path],
      kind: 'missing',
      effect: 'refused',
      expected: describeShape(field),
      ...toPlace(field),
    });
    return;
  }
  const [before, after] = [was?.default, field.default];
  if (was !== undefined && before !== undefined && toText(before) !== toText(after)) {
    const texts = { before: toText(before), ...(after === undefined ? {} : { after: toText(after) }) };
    issues.push({ path: [...path], kind: 'default-changed', effect: 'changed', ...texts, ...toPlace(field) });
    return;
  }
  // A struct that is left out is there all the same when all in it has defaults.
  if (field.optional || field.fields === undefined) return;
  for (const inner of field.fields) {
    const old = was?.fields?.find(({ name }) => name === inner.name);
    checkAbsent(issues, { path: [...path, inner.name], field: inner, was: old });
  }
}

/** A struct asks for nothing itself: what in it must be given is told by name. */
function isFilled({ type, fields }: Parameter): boolean {
  return type === 'struct' && (fields ?? []).length > 0;
}

function checkValue(issues: DeclaredIssue[], place: Place<JsonValue>): void {
  const { value, shape, was } = place;
  if (shape.oneOf !== undefined) {
    checkUnion(issues, place);
    return;
  }
  const told = { path: [...place.path], effect: 'refused' as const, ...toPlace(place.at ?? {}) };
  if (!fitsType(value, shape.type)) {
    const kind = was !== undefined && fitsShape(value, was) ? 'retyped' : 'wrong-type';
    issues.push({ ...told, kind, expected: describeShape(shape) });
    return;
  }
  const allowed = shape.const === undefined ? shape.enum : [shape.const];
  if (allowed !== undefined && !allowed.some((each) => toText(each) === toText(value))) {
    const nearest =
      typeof value === 'string'
        ? findNearestWord(
            value,
            allowed.filter((each) => typeof each === 'string'),
          )
        : undefined;
    const expected = boundText(allowed.map(toText).join(' | '));
    issues.push({ ...told, kind: 'out-of-enum', expected, ...(nearest === undefined ? {} : { nearest }) });
    return;
  }
  const broken = (shape.constraints ?? []).find((each) => meetsConstraint(value, each) === false);
  if (broken !== undefined) issues.push({ ...told, kind: 'constraint', expected: boundText(broken) });
  checkParts(issues, place);
}

function checkParts(issues: DeclaredIssue[], { path, value, shape, was, choices, at }: Place<JsonValue>): void {
  const { element } = shape;
  const place = { was: was?.element, choices, ...(at === undefined ? {} : { at }) };
  if (isJsonList(value)) {
    if (element === undefined) return;
    for (const [index, item] of value.entries()) {
      if (issues.length >= maxFound) return;
      checkValue(issues, { path: [...path, String(index)], value: item, shape: element, ...place });
    }
  } else if (isJsonObject(value)) {
    if (shape.type === 'struct') checkStruct(issues, { path, value, shape, was, choices });
    if (shape.type === 'struct' || element === undefined) return;
    for (const [key, item] of Object.entries(value)) {
      checkValue(issues, { path: [...path, key], value: item, shape: element, ...place });
    }
  }
}

/** One alternative that fits is enough; what is wrong with the others is noise. */
function checkUnion(issues: DeclaredIssue[], { path, value, shape, was, choices, at }: Place<JsonValue>): void {
  // Each choice inside another multiplies the work; the engine knows what these hide.
  if (choices >= maxChoices) return;
  if ((shape.oneOf ?? []).some((each) => fitsShape(value, each, choices + 1))) return;
  issues.push({
    path: [...path],
    kind: was !== undefined && fitsShape(value, was) ? 'retyped' : 'wrong-type',
    effect: 'refused',
    expected: describeShape(shape),
    ...toPlace(at ?? {}),
  });
}

function fitsShape(value: JsonValue, shape: ParameterShape, choices = 1): boolean {
  const issues: DeclaredIssue[] = [];
  checkValue(issues, { path: [], value, shape, was: undefined, choices });
  return issues.every(({ effect }) => effect !== 'refused');
}

function toPlace({
  file,
  line,
  column,
}: Pick<Parameter, 'file' | 'line' | 'column'>): Pick<ValueIssue, 'file' | 'line' | 'column'> {
  return file === undefined || line === undefined || column === undefined ? {} : { file, line, column };
}

function toText(value: unknown): string {
  return boundText(JSON.stringify(value) ?? '');
}
