import type { CueField, CueFile, CueLabelKind, CueValueKind } from './cue-file.ts';
import { type CueToken, tokenizeCue } from './cue-tokens.ts';
import { readCueString } from './read-cue-string.ts';
import { createLocator } from './source-text.ts';

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
  const content = readCueString(text.slice(token.start, token.end));
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
    field.string = first.kind === 'string' ? readCueString(field.valueText) : undefined;
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
