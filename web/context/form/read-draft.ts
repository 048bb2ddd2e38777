import type { JsonObject, JsonValue } from '../../../schemas/json.ts';
import { countItems, type Draft, findChoice, yamlName } from './draft.ts';
import { type FormShape, toControlKind } from './form-shape.ts';
import { toPointer } from './pointer.ts';
import { readRawText } from './raw-text.ts';

/** Why a field cannot be taken as it stands. */
export type FieldFaultKind = 'whole' | 'number' | 'inexact' | 'key' | 'twice' | 'value';

/** What a form says. */
export interface DraftReading {
  readonly values: JsonObject;
  /** YAML whose value belongs where the pointer leads; null stands there meanwhile. */
  readonly texts: readonly { readonly pointer: string; readonly text: string }[];
  /** By the place of the field. */
  readonly faults: ReadonlyMap<string, FieldFaultKind>;
  /** The place of the field that holds the value of each pointer. */
  readonly places: ReadonlyMap<string, string>;
}

interface Reading {
  readonly draft: Draft;
  readonly texts: { pointer: string; text: string }[];
  readonly faults: Map<string, FieldFaultKind>;
  readonly places: Map<string, string>;
}

/** Reads what a form says. A field that nobody touched gives no value; a number that is none stays the text that it is. */
export function readDraft(shape: FormShape, draft: Draft): DraftReading {
  const reading: Reading = { draft, texts: [], faults: new Map(), places: new Map() };
  const values = readMembers(shape, reading, { at: '', pointer: '' }) ?? {};
  const yaml = draft.get(yamlName) ?? '';
  if (yaml.trim() !== '') reading.texts.push({ pointer: '', text: yaml });
  return { ...reading, values };
}

interface Place {
  /** Of the field. */
  readonly at: string;
  /** Of the value. */
  readonly pointer: string;
}

function read(shape: FormShape, reading: Reading, place: Place): JsonValue | undefined {
  const { at, pointer } = place;
  const raw = reading.draft.get(`v${at}`) ?? '';
  reading.places.set(pointer, at);
  switch (toControlKind(shape)) {
    case 'text':
      return raw === '' ? undefined : readRawText(raw);
    case 'number':
      return raw.trim() === '' ? undefined : readNumber(shape, raw.trim(), { reading, at });
    case 'choice':
      return raw === '' ? undefined : readChoice(raw);
    case 'yaml':
      return readYaml(raw, reading, pointer);
    case 'group':
      return readMembers(shape, reading, place) ?? (reading.draft.get(`i${at}`) === 'on' ? {} : undefined);
    case 'list':
      return readItems(shape, reading, place);
    case 'map':
      return readEntries(shape, reading, place);
    case 'union': {
      const index = findChoice(reading.draft, at);
      const alternative = index === undefined ? undefined : shape.oneOf?.[index];
      return alternative && read(alternative, reading, { at: `${at}|${index}`, pointer });
    }
  }
}

function readMembers({ fields = [] }: FormShape, reading: Reading, { at, pointer }: Place): JsonObject | undefined {
  const members: [string, JsonValue][] = [];
  for (const field of fields) {
    const step = toPointer([field.name]);
    const value = read(field, reading, { at: `${at}${step}`, pointer: `${pointer}${step}` });
    if (value !== undefined) members.push([field.name, value]);
  }
  // Never by assignment: a name such as __proto__ would not become a member.
  return members.length === 0 ? undefined : Object.fromEntries(members);
}

/** Items that say nothing are left out. */
function readItems({ element }: FormShape, reading: Reading, { at, pointer }: Place): JsonValue | undefined {
  const items: JsonValue[] = [];
  for (let index = 0; element !== undefined && index < countItems(reading.draft, at); index += 1) {
    const item = read(element, reading, { at: `${at}/${index}`, pointer: `${pointer}/${items.length}` });
    if (item !== undefined) items.push(item);
  }
  return items.length > 0 || reading.draft.get(`i${at}`) === 'on' ? items : undefined;
}

/** Entries without a key or a value are left out, and told when they have the other one. */
function readEntries({ element }: FormShape, reading: Reading, { at, pointer }: Place): JsonObject | undefined {
  const entries = new Map<string, JsonValue>();
  for (let index = 0; element !== undefined && index < countItems(reading.draft, at); index += 1) {
    const own = `${at}/${index}`;
    const key = readRawText(reading.draft.get(`k${own}`) ?? '');
    const value = read(element, reading, { at: own, pointer: `${pointer}${toPointer([key])}` });
    const fault = findEntryFault(key, value, entries);
    if (fault !== undefined) reading.faults.set(own, fault);
    else if (value !== undefined) entries.set(key, value);
  }
  return entries.size > 0 || reading.draft.get(`i${at}`) === 'on' ? Object.fromEntries(entries) : undefined;
}

function findEntryFault(
  key: string,
  value: JsonValue | undefined,
  before: ReadonlyMap<string, JsonValue>,
): FieldFaultKind | undefined {
  if (key === '') return value === undefined ? undefined : 'key';
  if (before.has(key)) return 'twice';
  return value === undefined ? 'value' : undefined;
}

function readNumber(
  { type }: FormShape,
  raw: string,
  { reading, at }: { readonly reading: Reading; readonly at: string },
): JsonValue {
  const form = type === 'int' ? /^[-+]?[0-9]+$/ : /^[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[-+]?[0-9]+)?$/i;
  const value = Number(raw);
  const fault = !form.test(raw) || !Number.isFinite(value) ? (type === 'int' ? 'whole' : 'number') : undefined;
  if (fault === undefined && (type !== 'int' || Number.isSafeInteger(value))) return value;
  reading.faults.set(at, fault ?? 'inexact');
  return raw;
}

/** Options are written as JSON. */
function readChoice(raw: string): JsonValue {
  try {
    const value: JsonValue = JSON.parse(raw);
    return value;
  } catch {
    return raw;
  }
}

/** JSON is read at once, other YAML by whoever is given the texts. */
function readYaml(raw: string, reading: Reading, pointer: string): JsonValue | undefined {
  if (raw.trim() === '') return undefined;
  try {
    const value: JsonValue = JSON.parse(raw);
    return value;
  } catch {
    reading.texts.push({ pointer, text: raw });
    return null;
  }
}
