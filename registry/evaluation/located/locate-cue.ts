import type { CueField, CueFile } from '../../addon/lint/cue-file.ts';
import { type CueToken, tokenizeCue } from '../../addon/lint/cue-tokens.ts';
import { readCueString } from '../../addon/lint/read-cue-string.ts';
import type { EnginePosition } from '../../engine/types.ts';
import type { LocatedEntry, LocatedValue } from './located-value.ts';

/** Where an offset of a text stands, for files and for texts inside files. */
export type Locate = (offset: number) => EnginePosition;

/** Lists longer than this are data, not objects of a cluster; their items are not told apart. */
const maxListLength = 256 * 1024;

/** Turns the outline of CUE text into located values: what is written, whatever its conditions. */
export function locateCueFields(fields: readonly CueField[], locate: Locate): readonly LocatedEntry[] {
  return fields.map((field) => ({
    key: field.label,
    place: locate(field.offset),
    value: locateField(field, locate),
  }));
}

/** Where the offsets of a file stand. */
export function locatorOf(file: CueFile): Locate {
  return (offset) => ({ file: file.file, ...file.locate(offset) });
}

function locateField(field: CueField, locate: Locate): LocatedValue {
  const place = locate(field.valueOffset);
  switch (field.valueKind) {
    case 'string':
      return field.string === undefined ? { kind: 'unknown', place } : { kind: 'scalar', place, value: field.string };
    case 'number':
      return { kind: 'scalar', place, value: Number(field.valueText) };
    case 'word':
      return locateWord(field.valueText, place);
    case 'struct':
      return { kind: 'object', place, entries: locateCueFields(field.fields, locate) };
    case 'list':
      return { kind: 'list', place, items: locateItems(field, locate) };
    case 'expression':
      return locateExpression(field, locate);
  }
}

function locateWord(text: string, place: EnginePosition): LocatedValue {
  if (text === 'true' || text === 'false') return { kind: 'scalar', place, value: text === 'true' };
  return text === 'null' ? { kind: 'scalar', place, value: null } : { kind: 'unknown', place };
}

function locateItems(field: CueField, locate: Locate): readonly LocatedValue[] {
  if (field.valueText.length > maxListLength) return [];
  const spans = splitItems(field.valueText, tokenizeCue(field.valueText));
  return spans.flatMap(({ start, end, tokens }): LocatedValue[] => {
    const place = locate(field.valueOffset + start);
    const inside = listFieldsWithin(field, start, end);
    if (inside.length > 0) return [{ kind: 'object', place, entries: locateCueFields(inside, locate) }];
    const [only, another] = tokens;
    if (only?.kind !== 'string' || another !== undefined) return [{ kind: 'unknown', place }];
    const value = readCueString(field.valueText.slice(only.start, only.end));
    return [value === undefined ? { kind: 'unknown', place } : { kind: 'scalar', place, value }];
  });
}

/** Fields of an expression belong to the braces they stand in: `{…} & {…}`, `*[if x {…}] | []`, `[{…}] + more`. */
function locateExpression(field: CueField, locate: Locate): LocatedValue {
  const place = locate(field.valueOffset);
  if (field.fields.length === 0) return locateDefault(field, place);
  if (field.valueText.length > maxListLength) return { kind: 'unknown', place };
  const groups = splitBraces(field.valueText, tokenizeCue(field.valueText))
    .map(({ start, end }) => listFieldsWithin(field, start, end))
    .filter((inside) => inside.length > 0);
  const objects = groups.map((inside): LocatedValue => {
    const [first] = inside;
    return {
      kind: 'object',
      place: first === undefined ? place : locate(first.offset),
      entries: locateCueFields(inside, locate),
    };
  });
  const [only] = objects;
  return objects.length === 1 && only !== undefined ? only : { kind: 'list', place, items: objects };
}

/** The default of `*"x" | string` is what happens unless somebody says otherwise. */
function locateDefault(field: CueField, place: EnginePosition): LocatedValue {
  const marked = /^\*("(?:[^"\\\n]|\\.)*")\s*\|/.exec(field.valueText)?.[1];
  const value = marked === undefined ? undefined : readCueString(marked);
  return value === undefined ? { kind: 'unknown', place } : { kind: 'scalar', place, value };
}

function listFieldsWithin(field: CueField, start: number, end: number): readonly CueField[] {
  const from = field.valueOffset + start;
  const to = field.valueOffset + end;
  return field.fields.filter(({ offset }) => offset >= from && offset < to);
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly CueToken[];
}

function splitItems(text: string, tokens: readonly CueToken[]): readonly Span[] {
  const spans: Span[] = [];
  let current: CueToken[] = [];
  const close = () => {
    const [first] = current;
    const last = current.at(-1);
    if (first !== undefined && last !== undefined) spans.push({ start: first.start, end: last.end, tokens: current });
    current = [];
  };
  let depth = 0;
  for (const token of tokens) {
    const sign = token.kind === 'punctuation' ? text[token.start] : token.kind;
    const closes = sign === '}' || sign === ']' || sign === ')';
    if (closes) depth -= 1;
    const separates = depth === 1 && (sign === ',' || sign === 'end');
    if (depth >= 1 && !separates) current.push(token);
    if (separates || depth === 0) close();
    if (sign === '{' || sign === '[' || sign === '(') depth += 1;
  }
  close();
  return spans;
}

function splitBraces(text: string, tokens: readonly CueToken[]): readonly { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  let depth = 0;
  let start = 0;
  for (const token of tokens) {
    const sign = token.kind === 'punctuation' ? text[token.start] : '';
    if (sign === '{') {
      if (depth === 0) start = token.start;
      depth += 1;
    } else if (sign === '}') {
      depth -= 1;
      if (depth === 0) spans.push({ start, end: token.end });
    }
  }
  return spans;
}
