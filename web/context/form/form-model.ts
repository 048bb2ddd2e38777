import type { UiCondition } from '../../../schemas/form.ts';
import { isJsonList, isSameJson, type JsonValue } from '../../../schemas/json.ts';
import { countItems, type Draft, findChoice, maxItems } from './draft.ts';
import { type FormParameter, type FormShape, listValues, toControlKind } from './form-shape.ts';
import { toPointer } from './pointer.ts';
import type { DraftReading, FieldFaultKind } from './read-draft.ts';

/** One value that a choice offers. */
export interface FormOption {
  /** JSON of the value, which is what the field sends. */
  readonly raw: string;
  readonly label: string;
}

/** How a value is entered, with what stands there now. */
export type FormControl =
  | { readonly kind: 'text'; readonly raw: string; readonly long: boolean }
  | { readonly kind: 'number'; readonly raw: string; readonly whole: boolean }
  | { readonly kind: 'choice'; readonly raw: string; readonly options: readonly FormOption[] }
  | { readonly kind: 'yaml'; readonly raw: string }
  | {
      readonly kind: 'group';
      readonly fields: readonly FormField[];
      readonly cut: number;
      readonly empty: boolean | undefined;
    }
  | { readonly kind: 'list'; readonly items: readonly FormField[]; readonly full: boolean; readonly empty: boolean }
  | { readonly kind: 'map'; readonly items: readonly FormField[]; readonly full: boolean; readonly empty: boolean }
  | {
      readonly kind: 'union';
      readonly chosen: number | undefined;
      readonly alternatives: readonly FormShape[];
      readonly field: FormField | undefined;
    };

/** One field of a form. */
export interface FormField {
  /** Its place in the form: names and ids are made of it. */
  readonly at: string;
  /** Where its value stands in the parameters. */
  readonly pointer: string;
  /** Empty for an item of a list and for an alternative. */
  readonly name: string;
  readonly label: string;
  /** Key of an entry of a map, as it stands in the form. */
  readonly key?: string;
  readonly shape: FormShape;
  readonly required: boolean;
  readonly usage: string;
  readonly secret: boolean;
  readonly immutable: boolean;
  readonly words: ReadonlyMap<string, string>;
  readonly control: FormControl;
  /** Whether anything stands in it or below it. */
  readonly given: boolean;
  readonly fault: FieldFaultKind | undefined;
}

/** A form as a page shows it. */
export interface FormModel {
  readonly fields: readonly FormField[];
  /** Parameters that have no field, at any depth. */
  readonly cut: number;
  readonly reading: DraftReading;
}

interface Build {
  readonly draft: Draft;
  readonly reading: DraftReading;
}

/** Lays a draft over the shape of a form. Fields that the UI schema hides are left out unless something stands in them. */
export function createFormModel(shape: FormShape, draft: Draft, reading: DraftReading): FormModel {
  const build = { draft, reading };
  return { fields: toMembers(shape, build, { at: '', pointer: '' }), cut: countCut(shape), reading };
}

interface Place {
  readonly at: string;
  readonly pointer: string;
}

function toMembers({ fields = [] }: FormShape, build: Build, { at, pointer }: Place): readonly FormField[] {
  const members = fields.map((parameter) => {
    const step = toPointer([parameter.name]);
    return toField(parameter, build, { ...parameter, at: `${at}${step}`, pointer: `${pointer}${step}` });
  });
  const values = new Map(fields.map(({ name, default: value }) => [name, value]));
  for (const { name, control } of members) {
    const raw = 'raw' in control ? control.raw : '';
    if (raw !== '') values.set(name, toLooseValue(raw));
  }
  return members.filter(({ name, given }) => given || isShown(fields, name, values));
}

function isShown(fields: readonly FormParameter[], name: string, values: ReadonlyMap<string, unknown>): boolean {
  const parameter = fields.find((each) => each.name === name);
  return parameter !== undefined && !parameter.hidden && parameter.conditions.every((each) => holds(each, values));
}

/** Whether a condition lets a field be shown, by the values of its siblings. */
function holds({ jsonKey, op, value, action }: UiCondition, values: ReadonlyMap<string, unknown>): boolean {
  const found = toJson(values.get(jsonKey));
  const wanted = toJson(value);
  const isSame = isSameJson(found, wanted);
  const fits =
    op === 'in' ? isJsonList(wanted) && wanted.some((each) => isSameJson(each, found)) : isSame === (op === '==');
  return fits === (action === 'enable');
}

/** Both come out of JSON. */
function toJson(value: unknown): JsonValue | undefined {
  return value as JsonValue | undefined;
}

function toLooseValue(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return raw;
  }
}

type FieldHead = Place &
  Partial<Pick<FormParameter, 'name' | 'label' | 'required' | 'usage' | 'secret' | 'immutable' | 'words'>> & {
    readonly key?: string;
  };

const noWords: ReadonlyMap<string, string> = new Map();

function toField(shape: FormShape, build: Build, head: FieldHead): FormField {
  const { at, pointer, name = '', label, key } = head;
  const control = toControl(shape, build, head);
  return {
    at,
    pointer,
    name,
    label: label ?? name,
    ...(key === undefined ? {} : { key }),
    shape,
    required: head.required ?? false,
    usage: head.usage ?? '',
    secret: head.secret ?? false,
    immutable: head.immutable ?? false,
    words: head.words ?? noWords,
    control,
    given: isGiven(control) || (key ?? '') !== '',
    fault: build.reading.faults.get(at),
  };
}

function toControl(shape: FormShape, build: Build, { at, pointer, words = noWords }: FieldHead): FormControl {
  const { draft } = build;
  const raw = draft.get(`v${at}`) ?? '';
  const kind = toControlKind(shape);
  switch (kind) {
    case 'text':
      return { kind, raw, long: /\n/.test(raw) || (typeof shape.default === 'string' && shape.default.includes('\n')) };
    case 'number':
      return { kind, raw, whole: shape.type === 'int' };
    case 'yaml':
      return { kind, raw };
    case 'choice':
      return { kind, raw, options: listOptions(shape, raw, words) };
    case 'group': {
      const fields = toMembers(shape, build, { at, pointer });
      // Where something must be given anyway, an empty one is no answer.
      const mayBeEmpty = at !== '' && (shape.fields ?? []).every(({ required }) => !required);
      return { kind, fields, cut: shape.cut, empty: mayBeEmpty ? draft.get(`i${at}`) === 'on' : undefined };
    }
    case 'list':
    case 'map': {
      const items = toItems(shape, build, { at, pointer });
      return { kind, items, full: items.length >= maxItems, empty: draft.get(`i${at}`) === 'on' };
    }
    case 'union': {
      const chosen = findChoice(draft, at);
      const alternative = chosen === undefined ? undefined : shape.oneOf?.[chosen];
      const field = alternative && toField(alternative, build, { at: `${at}|${chosen}`, pointer });
      return { kind, chosen, alternatives: shape.oneOf ?? [], field };
    }
  }
}

function toItems({ element, type }: FormShape, build: Build, { at, pointer }: Place): readonly FormField[] {
  if (element === undefined) return [];
  return Array.from({ length: countItems(build.draft, at) }, (_none, index) => {
    const own = `${at}/${index}`;
    const key = type === 'map' ? { key: build.draft.get(`k${own}`) ?? '' } : {};
    return toField(element, build, { at: own, pointer: `${pointer}/${index}`, ...key });
  });
}

/** A value that is none of the allowed ones is shown as it is, so that it is not lost. */
function listOptions(shape: FormShape, raw: string, words: ReadonlyMap<string, string>): readonly FormOption[] {
  const options = listValues(shape).map((value) => {
    const json = JSON.stringify(value);
    return { raw: json, label: words.get(json) ?? (typeof value === 'string' && value !== '' ? value : json) };
  });
  return raw === '' || options.some((option) => option.raw === raw) ? options : [...options, { raw, label: raw }];
}

function isGiven(control: FormControl): boolean {
  switch (control.kind) {
    case 'text':
    case 'number':
    case 'choice':
    case 'yaml':
      return control.raw !== '';
    case 'group':
      return control.empty === true || control.fields.some(({ given }) => given);
    case 'list':
    case 'map':
      return control.items.length > 0 || control.empty;
    case 'union':
      return control.chosen !== undefined;
  }
}

function countCut({ cut, fields = [], element, oneOf = [] }: FormShape): number {
  const below = [...fields, ...(element === undefined ? [] : [element]), ...oneOf];
  return below.reduce((sum, shape) => sum + countCut(shape), cut);
}
