import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeParameters } from '../../../registry/render/arguments/merge-parameters.ts';
import { parseSetArguments } from '../../../registry/render/arguments/parse-set-arguments.ts';
import { readValues } from '../../../registry/render/arguments/read-values.ts';
import type { JsonObject, JsonValue } from '../../../schemas/json.ts';
import type { Parameter, ParameterShape } from '../../../schemas/parameter.ts';
import { toDraft } from './draft.ts';
import { fillDraft } from './fill-draft.ts';
import { toFormShape } from './form-shape.ts';
import { parsePointer } from './pointer.ts';
import { type DraftReading, readDraft } from './read-draft.ts';
import { toSetArguments } from './to-set-arguments.ts';
import { toValuesYaml } from './to-values-yaml.ts';

const words = [
  'name',
  'a.b',
  '__proto__',
  'constructor',
  'ключ',
  'a"b',
  'x=y',
  'l[0]',
  'a,b',
  'a/b~c',
  '',
  ' ',
  'toString',
];
const name = fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 6, unit: 'binary' }));
const text = fc.oneof(
  fc.string({ maxLength: 8, unit: 'binary' }),
  fc.constantFrom(
    'true',
    '1',
    '1.5',
    '007',
    '{x',
    'a,b',
    'a\\',
    '""',
    '"x"',
    '-',
    '\n',
    'a\nb',
    '\r\n',
    '\ud800',
    '\u202ex',
    'yes',
    '~',
    '# x',
    'a: b',
  ),
);
const scalar = fc.oneof<fc.Arbitrary<JsonValue>[]>(
  text,
  fc.boolean(),
  fc.constant(null),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value)),
);
const json: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(name, tie('value')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
  ),
})).value;
const values: fc.Arbitrary<JsonObject> = fc
  .array(fc.tuple(name, json), { maxLength: 5 })
  .map((entries) => Object.fromEntries(entries));

const shape: fc.Arbitrary<ParameterShape> = fc.letrec<{ shape: ParameterShape }>((tie) => ({
  shape: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<ParameterShape[]>(
      { type: 'string' },
      { type: 'int', default: 1 },
      { type: 'number' },
      { type: 'bool', default: true },
      { type: 'string', enum: ['a', '1', 'true'] },
      { type: 'any' },
      { type: 'struct' },
      { type: 'null', const: null },
    ),
    fc.array(fc.tuple(name, tie('shape'), fc.boolean()), { maxLength: 4 }).map(toStruct),
    tie('shape').map((element): ParameterShape => ({ type: 'list', element })),
    tie('shape').map((element): ParameterShape => ({ type: 'map', element })),
    fc.array(tie('shape'), { maxLength: 3 }).map((oneOf): ParameterShape => ({ type: 'union', oneOf })),
  ),
})).shape;

function toParameters(members: readonly (readonly [string, ParameterShape, boolean])[]): Parameter[] {
  const unique = new Map(members.map((member) => [member[0], member]));
  return [...unique.values()].map(([name, shape, optional]) => ({ ...shape, name, optional, required: !optional }));
}

function toStruct(members: readonly (readonly [string, ParameterShape, boolean])[]): ParameterShape {
  return { type: 'struct', fields: toParameters(members) };
}

const parameters = fc.array(fc.tuple(name, shape, fc.boolean()), { maxLength: 6 }).map(toParameters);

/** Values that fit a shape, so that fields are used and not only the YAML beside them. */
function fitting(of: ParameterShape): fc.Arbitrary<JsonValue> {
  if (of.enum !== undefined) return fc.constantFrom(...(of.enum as JsonValue[])); // written above
  switch (of.type) {
    case 'string':
      return text;
    case 'int':
      return fc.integer();
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value));
    case 'bool':
      return fc.boolean();
    case 'struct':
      return members(of.fields ?? []);
    case 'list':
      return fc.array(fitting(of.element ?? { type: 'any' }), { maxLength: 3 });
    case 'map':
      return fc
        .array(fc.tuple(name, fitting(of.element ?? { type: 'any' })), { maxLength: 3 })
        .map((entries) => Object.fromEntries(entries));
    case 'union':
      return fc.oneof(...(of.oneOf ?? []).map(fitting), fc.constant(null));
    default:
      return json;
  }
}

function members(fields: readonly Parameter[]): fc.Arbitrary<JsonObject> {
  return fc
    .tuple(...fields.map((field) => fc.option(fc.tuple(fc.constant(field.name), fitting(field)), { nil: undefined })))
    .map((entries) => Object.fromEntries(entries.filter((entry) => entry !== undefined)));
}

/** What the server makes of a reading: texts come into their places. */
function settle({ values, texts }: DraftReading): JsonValue {
  let whole: JsonValue = values;
  for (const { pointer, text: yaml } of texts.filter((each) => each.pointer !== '')) {
    const read = readValues(`x:\n${yaml.replace(/^/gm, '  ')}`);
    if (!read.ok) throw new Error(read.message);
    whole = put(whole, parsePointer(pointer), read.parameters['x'] ?? null);
  }
  const beside = texts.find(({ pointer }) => pointer === '');
  if (beside === undefined) return whole;
  const read = readValues(beside.text);
  if (!read.ok) throw new Error(`${read.message} in ${beside.text}`);
  return mergeParameters(whole as JsonObject, read.parameters); // the values of a form are an object
}

function put(into: JsonValue, [step, ...steps]: readonly string[], value: JsonValue): JsonValue {
  if (step === undefined) return value;
  if (Array.isArray(into)) return into.map((item, index) => (String(index) === step ? put(item, steps, value) : item));
  const entries = Object.entries(into as JsonObject).map(([key, item]): [string, JsonValue] => [
    key,
    key === step ? put(item, steps, value) : item,
  ]);
  return Object.fromEntries(entries);
}

/** As a browser sends a form. */
function send(draft: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return toDraft(
    [...draft].map(([key, value]) => [key, value.replace(/\r\n|\r|\n/g, '\r\n').replace(/\p{Surrogate}/gu, '\ufffd')]),
  );
}

/** Keys in one order: of objects it means nothing. */
function sorted(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, item]): [string, JsonValue] => [key, sorted(item)]);
  return Object.fromEntries(entries.sort(([left], [right]) => (left < right ? -1 : 1)));
}

describe('a form', () => {
  it('gives back the values that it is filled with, whatever they are', () => {
    fc.assert(
      fc.property(parameters, values, (described, given) => {
        const form = toFormShape(described);
        const reading = readDraft(form, send(fillDraft(form, given)));
        expect([...reading.faults]).toEqual([]);
        expect(JSON.stringify(sorted(settle(reading)))).toBe(JSON.stringify(sorted(given)));
      }),
      { numRuns: 300 },
    );
  });

  it('gives back values that fit its fields', () => {
    const filled = parameters.chain((described) => fc.tuple(fc.constant(described), members(described)));
    fc.assert(
      fc.property(filled, ([described, given]) => {
        const form = toFormShape(described);
        const reading = readDraft(form, send(fillDraft(form, given)));
        expect(JSON.stringify(sorted(settle(reading)))).toBe(JSON.stringify(sorted(given)));
      }),
      { numRuns: 300 },
    );
  });

  it('says nothing before anything is given', () => {
    fc.assert(
      fc.property(parameters, (described) => {
        const reading = readDraft(toFormShape(described), new Map());
        expect([reading.values, reading.texts, reading.faults.size]).toEqual([{}, [], 0]);
      }),
    );
  });
});

describe('values', () => {
  it('are what their arguments and the rest say together', () => {
    fc.assert(
      fc.property(values, (given) => {
        const { texts, rest } = toSetArguments(given);
        const reading = parseSetArguments(texts, rest);
        if (!reading.ok) throw new Error(`${reading.message}: ${texts[reading.index]}`);
        expect(JSON.stringify(sorted(reading.parameters))).toBe(JSON.stringify(sorted(given)));
      }),
      { numRuns: 500 },
    );
  });

  it('are what their YAML says', () => {
    fc.assert(
      fc.property(values, (given) => {
        const reading = readValues(toValuesYaml(given));
        if (!reading.ok) throw new Error(`${reading.message}: ${toValuesYaml(given)}`);
        expect(JSON.stringify(sorted(reading.parameters))).toBe(JSON.stringify(sorted(given)));
      }),
      { numRuns: 500 },
    );
  });
});
