import { isJsonList, isJsonObject, type JsonObject, type JsonValue } from '../../../schemas/json.ts';
import { type Draft, maxItems, yamlName } from './draft.ts';
import { type FormShape, listValues, toControlKind } from './form-shape.ts';
import { toPointer } from './pointer.ts';
import { toRawText } from './raw-text.ts';
import { toValuesYaml } from './to-values-yaml.ts';

/** Fills a form with values, so that reading it gives them again; what no field can hold becomes the YAML beside them. */
export function fillDraft(shape: FormShape, values: JsonObject): Draft {
  const draft = new Map<string, string>();
  const rest = fillFields(shape, values, { at: '', draft });
  if (rest !== undefined) draft.set(yamlName, toValuesYaml(rest));
  return draft;
}

interface Place {
  readonly at: string;
  readonly draft: Map<string, string>;
}

/** Fills the fields of a struct; returns the members that have none. */
function fillFields(shape: FormShape, values: JsonObject, { at, draft }: Place): JsonObject | undefined {
  const rest: [string, JsonValue][] = [];
  const fields = new Map((shape.fields ?? []).map((field) => [field.name, field]));
  for (const [name, value] of Object.entries(values)) {
    const field = fields.get(name);
    const below = { at: `${at}${toPointer([name])}`, draft };
    if (field === undefined) rest.push([name, value]);
    else if (toControlKind(field) === 'group' && isJsonObject(value)) {
      const left = fillFields(field, value, below);
      if (left !== undefined) rest.push([name, left]);
      else if (Object.keys(value).length === 0) draft.set(`i${below.at}`, 'on');
    } else if (canHold(field, value)) fill(field, value, below);
    else rest.push([name, value]);
  }
  return rest.length === 0 ? undefined : Object.fromEntries(rest);
}

/** Fills the fields of a value that they can hold. */
function fill(shape: FormShape, value: JsonValue, { at, draft }: Place): void {
  switch (toControlKind(shape)) {
    case 'text':
      draft.set(`v${at}`, toRawText(String(value)));
      return;
    case 'number':
    case 'choice':
      draft.set(`v${at}`, JSON.stringify(value));
      return;
    case 'yaml':
      draft.set(`v${at}`, toYamlText(value));
      return;
    case 'group': {
      const members = isJsonObject(value) ? value : {};
      fillFields(shape, members, { at, draft });
      if (Object.keys(members).length === 0) draft.set(`i${at}`, 'on');
      return;
    }
    case 'list':
      if (isJsonList(value) && shape.element !== undefined) fillItems(shape.element, value, { at, draft });
      return;
    case 'map':
      if (!isJsonObject(value) || shape.element === undefined) return;
      fillItems(shape.element, Object.values(value), { at, draft });
      for (const [index, key] of Object.keys(value).entries()) draft.set(`k${at}/${index}`, toRawText(key));
      return;
    case 'union': {
      const [index, alternative] = findAlternative(shape, value) ?? [];
      if (index === undefined || alternative === undefined) return;
      draft.set(`u${at}`, String(index));
      fill(alternative, value, { at: `${at}|${index}`, draft });
    }
  }
}

function fillItems(element: FormShape, items: readonly JsonValue[], { at, draft }: Place): void {
  if (items.length === 0) draft.set(`i${at}`, 'on');
  else draft.set(`n${at}`, String(items.length));
  for (const [index, item] of items.entries()) fill(element, item, { at: `${at}/${index}`, draft });
}

/** Whether the fields of a shape give a value back as it is. */
function canHold(shape: FormShape, value: JsonValue): boolean {
  switch (toControlKind(shape)) {
    case 'text':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number' && (shape.type === 'number' || Number.isSafeInteger(value));
    case 'choice':
      return listValues(shape).some((each) => JSON.stringify(each) === JSON.stringify(value));
    case 'yaml':
      return true;
    case 'group':
      return isJsonObject(value) && Object.entries(value).every((entry) => canHoldMember(shape, entry));
    case 'list':
      return isJsonList(value) && canHoldAll(shape, value);
    case 'map':
      return isJsonObject(value) && !Object.hasOwn(value, '') && canHoldAll(shape, Object.values(value));
    case 'union':
      return findAlternative(shape, value) !== undefined;
  }
}

function canHoldMember(shape: FormShape, [name, value]: readonly [string, JsonValue]): boolean {
  const field = (shape.fields ?? []).find((each) => each.name === name);
  return field !== undefined && canHold(field, value);
}

function canHoldAll({ element }: FormShape, items: readonly JsonValue[]): boolean {
  return element !== undefined && items.length <= maxItems && items.every((item) => canHold(element, item));
}

/** The alternative that was most likely meant: one with all that it demands goes before one that merely has the fields. */
function findAlternative({ oneOf = [] }: FormShape, value: JsonValue): [number, FormShape] | undefined {
  const able = [...oneOf.entries()].filter(([, shape]) => canHold(shape, value));
  return able.find(([, shape]) => hasDemanded(shape, value)) ?? able[0];
}

function hasDemanded({ fields = [] }: FormShape, value: JsonValue): boolean {
  return fields.every(({ name, required }) => !required || (isJsonObject(value) && Object.hasOwn(value, name)));
}

/** A text of YAML says nothing when it is empty, so that no value may be written as one. */
function toYamlText(value: JsonValue): string {
  if (!isJsonObject(value) || Object.keys(value).length === 0) return toRawJson(value);
  return toValuesYaml(value);
}

/** JSON whose texts no page changes. */
function toRawJson(value: JsonValue): string {
  return JSON.stringify(value).replace(
    /[\p{Cc}\p{Bidi_Control}]/gu,
    (letter) => `\\u${(letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}
