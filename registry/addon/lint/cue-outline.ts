import type { TextPosition } from '../metadata/yaml-node.ts';
import { type CueToken, tokenizeCue } from './cue-tokens.ts';
import { createLocator } from './source-text.ts';

/** How a label is written: bare, in quotes, computed (`(x)`, `"\(x)"`), as a constraint for many fields (`[string]`), or behind `let`. */
export type CueLabelKind = 'identifier' | 'string' | 'computed' | 'pattern' | 'let';

/** What a value looks like: one literal, one pair of braces or brackets, or anything else. */
export type CueValueKind = 'string' | 'number' | 'word' | 'struct' | 'list' | 'expression';

/** One field as the text shows it. A field of a struct that is embedded, conditional, or part of a list or an expression counts as a field of the enclosing one. */
export interface CueField {
  /** Without quotes; empty for computed labels and patterns. */
  readonly label: string;
  readonly labelKind: CueLabelKind;
  readonly marker: '' | '?' | '!';
  readonly offset: number;
  readonly parent: CueField | undefined;
  /** Stands under `if` or `for` inside its parent. */
  readonly conditional: boolean;
  readonly fields: readonly CueField[];
  readonly valueKind: CueValueKind;
  /** The value as written. */
  readonly valueText: string;
  /** Content of a string literal without interpolation or escapes; undefined for anything else. */
  readonly string: string | undefined;
  readonly valueOffset: number;
}

/** What the text of one CUE file shows without evaluating it. */
export interface CueFile {
  readonly file: string;
  readonly package: { readonly name: string; readonly offset: number } | undefined;
  /** Fields of the file itself. */
  readonly fields: readonly CueField[];
  /** Every field at any depth, in the order of the text. */
  readonly allFields: readonly CueField[];
  /** Whether the file embeds something at its top, so that it may have fields that the text does not show. */
  readonly embeds: boolean;
  /** Whether the file has no byte: the client then takes it for missing. */
  readonly isEmpty: boolean;
  locate(offset: number): TextPosition;
}

interface Builder {
  readonly text: string;
  readonly tokens: readonly CueToken[];
  /** For each opening bracket the index of its closing one. */
  readonly partners: ReadonlyMap<number, number>;
  readonly all: CueField[];
  index: number;
  package: CueFile['package'];
  embeds: boolean;
}

interface Scope {
  readonly parent: OpenField | undefined;
  readonly fields: CueField[];
  readonly depth: number;
  readonly conditional: boolean;
}

interface OpenField extends CueField {
  readonly fields: CueField[];
  valueKind: CueValueKind;
  valueText: string;
  string: string | undefined;
  valueOffset: number;
}

interface Label {
  readonly text: string;
  readonly kind: CueLabelKind;
  readonly marker: CueField['marker'];
  readonly offset: number;
  /** Index of the token after the colon. */
  readonly next: number;
}

/** Structs that lie deeper are skipped: no real file comes near, and a hostile one would exhaust the stack. */
const maxDepth = 200;

/** Reads the outline of CUE text. Never fails: what it does not understand is passed over, since judging syntax is the evaluator's task. */
export function readCueOutline(file: string, text: string): CueFile {
  const tokens = tokenizeCue(text);
  const builder: Builder = {
    text,
    tokens,
    partners: matchBrackets(text, tokens),
    all: [],
    index: 0,
    package: undefined,
    embeds: false,
  };
  const fields: CueField[] = [];
  while (builder.index < tokens.length) {
    readDeclarations(builder, { parent: undefined, fields, depth: 0, conditional: false });
    // A closing bracket without an opening one: go on behind it.
    builder.index += 1;
  }
  const { package: clause, all: allFields, embeds } = builder;
  return { file, package: clause, fields, allFields, embeds, isEmpty: text === '', locate: createLocator(text) };
}

function matchBrackets(text: string, tokens: readonly CueToken[]): Map<number, number> {
  const partners = new Map<number, number>();
  const open: number[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'punctuation') continue;
    const character = text[token.start];
    if (character === '{' || character === '[' || character === '(') open.push(index);
    if (character === '}' || character === ']' || character === ')') {
      const opening = open.pop();
      if (opening !== undefined) partners.set(opening, index);
    }
  }
  return partners;
}

function readDeclarations(builder: Builder, scope: Scope): void {
  while (builder.index < builder.tokens.length) {
    const token = symbolAt(builder, builder.index);
    if (token === '}' || token === ']' || token === ')') return;
    if (token === ',' || token === 'end') {
      builder.index += 1;
      continue;
    }
    const label = findLabel(builder);
    if (label !== undefined) readField(builder, scope, label);
    else readStatement(builder, scope, token);
  }
}

/** Punctuation and keywords as text; other tokens by their kind. */
function symbolAt(builder: Builder, index: number): string {
  const token = builder.tokens[index];
  if (token === undefined) return '';
  if (token.kind === 'punctuation') return builder.text[token.start] ?? '';
  return token.kind === 'identifier' ? builder.text.slice(token.start, token.end) : token.kind;
}

function readStatement(builder: Builder, scope: Scope, keyword: string): void {
  const { tokens, text } = builder;
  const next = tokens[builder.index + 1];
  if (keyword === 'package' && next?.kind === 'identifier' && scope.depth === 0) {
    builder.package ??= { name: text.slice(next.start, next.end), offset: next.start };
    builder.index += 2;
    return;
  }
  if (keyword === 'import' && scope.depth === 0) {
    skipImport(builder);
    return;
  }
  if (keyword === 'let' && next?.kind === 'identifier') {
    const label = text.slice(next.start, next.end);
    readField(builder, scope, {
      text: label,
      kind: 'let',
      marker: '',
      offset: next.start,
      next: builder.index + 3,
    });
    return;
  }
  const conditional = keyword === 'if' || keyword === 'for';
  if (scope.depth === 0 && !conditional) builder.embeds = true;
  readExpression(builder, { ...scope, conditional: scope.conditional || conditional });
}

function skipImport(builder: Builder): void {
  builder.index += 1;
  if (symbolAt(builder, builder.index) === '(') {
    builder.index = (builder.partners.get(builder.index) ?? builder.index) + 1;
    return;
  }
  while (builder.index < builder.tokens.length && symbolAt(builder, builder.index) !== 'end') builder.index += 1;
}

/** Finds the label at the current place: `a:`, `"a":`, `a?:`, `X=a:`, `(a):`, `[string]:`. */
function findLabel(builder: Builder): Label | undefined {
  const { tokens, text } = builder;
  let index = builder.index;
  if (tokens[index]?.kind === 'identifier' && isSign(builder, index + 1, '=')) index += 2;
  const token = tokens[index];
  if (token === undefined) return undefined;
  const isBracket = token.kind === 'punctuation' && text[token.start] !== '{' && builder.partners.has(index);
  if (token.kind !== 'identifier' && token.kind !== 'string' && !isBracket) return undefined;
  let next = (builder.partners.get(index) ?? index) + 1;
  const marker = isSign(builder, next, '?') ? '?' : isSign(builder, next, '!') ? '!' : '';
  if (marker !== '') next += 1;
  if (!isSign(builder, next, ':')) return undefined;
  return { ...readLabelText(text, token), marker, offset: token.start, next: next + 1 };
}

function isSign({ tokens, text }: Builder, index: number, sign: string): boolean {
  const token = tokens[index];
  return token?.kind === 'punctuation' && text[token.start] === sign;
}

function readLabelText(text: string, token: CueToken): { text: string; kind: CueLabelKind } {
  if (token.kind === 'identifier') return { text: text.slice(token.start, token.end), kind: 'identifier' };
  if (token.kind === 'punctuation') return { text: '', kind: text[token.start] === '[' ? 'pattern' : 'computed' };
  const content = readString(text.slice(token.start, token.end));
  return content === undefined ? { text: '', kind: 'computed' } : { text: content, kind: 'string' };
}

function readField(builder: Builder, scope: Scope, label: Label): void {
  const field: OpenField = {
    label: label.text,
    labelKind: label.kind,
    marker: label.marker,
    offset: label.offset,
    parent: scope.parent,
    conditional: scope.conditional,
    fields: [],
    valueKind: 'expression',
    valueText: '',
    string: undefined,
    valueOffset: label.offset,
  };
  scope.fields.push(field);
  builder.all.push(field);
  builder.index = label.next;
  const first = builder.index;
  const inner: Scope = { parent: field, fields: field.fields, depth: scope.depth + 1, conditional: false };
  const chained = inner.depth < maxDepth ? findLabel(builder) : undefined;
  if (chained === undefined) readExpression(builder, inner);
  else readField(builder, inner, chained);
  setValue(builder, field, { first, last: builder.index - 1, chained: chained !== undefined });
}

function setValue(builder: Builder, field: OpenField, span: { first: number; last: number; chained: boolean }): void {
  const first = builder.tokens[span.first];
  const last = builder.tokens[span.last];
  if (first === undefined || last === undefined || span.last < span.first) return;
  field.valueOffset = first.start;
  field.valueText = builder.text.slice(first.start, last.end);
  if (span.chained) field.valueKind = 'struct';
  else if (builder.partners.get(span.first) === span.last) {
    field.valueKind = symbolAt(builder, span.first) === '{' ? 'struct' : 'list';
  } else if (span.first === span.last) {
    field.string = first.kind === 'string' ? readString(field.valueText) : undefined;
    if (first.kind === 'string' || first.kind === 'number') field.valueKind = first.kind;
    else if (first.kind === 'identifier') field.valueKind = 'word';
  }
}

/** Passes over an expression up to the comma or bracket that ends it, and collects the fields of every struct on the way. */
function readExpression(builder: Builder, scope: Scope): void {
  while (builder.index < builder.tokens.length) {
    const token = symbolAt(builder, builder.index);
    if (token === ',' || token === 'end' || token === '}' || token === ']' || token === ')') return;
    const isOpening = token === '{' || token === '[' || token === '(';
    const partner = isOpening ? builder.partners.get(builder.index) : undefined;
    builder.index += 1;
    if (partner === undefined) continue;
    if (scope.depth >= maxDepth) builder.index = partner;
    else readBracket(builder, { ...scope, depth: scope.depth + 1 }, token);
    builder.index = partner + 1;
  }
}

function readBracket(builder: Builder, scope: Scope, opening: string): void {
  if (opening === '{') {
    readDeclarations(builder, scope);
    return;
  }
  while (builder.index < builder.tokens.length) {
    const token = symbolAt(builder, builder.index);
    if (token === '}' || token === ']' || token === ')') return;
    if (token === ',' || token === 'end') builder.index += 1;
    else readExpression(builder, { ...scope, conditional: scope.conditional || token === 'for' || token === 'if' });
  }
}

const simpleString = /^(?:"([^"\\\n]*)"|'([^'\\\n]*)'|#+"([^\n]*)"#+)$/;

/** Content of a string literal on one line without escapes; of one on several lines the text between its quotes. */
function readString(literal: string): string | undefined {
  const simple = simpleString.exec(literal);
  if (simple !== null) {
    const content = simple[1] ?? simple[2] ?? simple[3] ?? '';
    return content.includes('\\#') ? undefined : content;
  }
  const fenced = /^(#*)("""|''')([\s\S]*)\2\1$/.exec(literal);
  const content = fenced?.[3];
  if (content === undefined || content.includes(`\\${fenced?.[1] ?? ''}`)) return undefined;
  return content.trim();
}

/** The labels from the top of the file down to a field, the field's own last. */
export function pathOf(field: CueField): readonly string[] {
  const path: string[] = [];
  for (let step: CueField | undefined = field; step !== undefined; step = step.parent) path.unshift(step.label);
  return path;
}
