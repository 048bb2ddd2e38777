/** What a token is; `end` is the comma that CUE puts at a line end by itself. */
export type CueTokenKind = 'identifier' | 'string' | 'number' | 'punctuation' | 'end';

/** One token of CUE text, as offsets; comments, white space and attributes leave none. */
export interface CueToken {
  readonly kind: CueTokenKind;
  readonly start: number;
  readonly end: number;
}

const identifierPattern = /[\p{L}_$#][\p{L}\p{Nd}_$#]*/uy;
const numberPattern = /\.?[0-9](?:[eE][+-]|[0-9A-Za-z_.])*/y;
const blankPattern = /[ \t\r]+/y;
const newline = 10;
const backslash = 92;

/**
 * Splits CUE text into tokens without ever failing: what is no CUE comes out as punctuation, and an open string ends with its line.
 * Strings are one token each, whatever they hold (quotes, `#` fences, several lines, interpolations). Follows CUE's scanner
 * (`cue/scanner` of v0.5 to v0.14), also in where a line end counts as a comma.
 */
export function tokenizeCue(text: string): readonly CueToken[] {
  const tokens: CueToken[] = [];
  let offset = 0;
  let endable = false;
  const add = (kind: CueTokenKind, end: number) => {
    tokens.push({ kind, start: offset, end });
    offset = end;
  };
  while (offset < text.length) {
    const code = text.charCodeAt(offset);
    if (code === newline) {
      if (endable) tokens.push({ kind: 'end', start: offset, end: offset });
      endable = false;
      offset += 1;
      continue;
    }
    const blankEnd = match(blankPattern, text, offset);
    if (blankEnd !== undefined) {
      offset = blankEnd;
      continue;
    }
    if (text.startsWith('//', offset)) {
      offset = indexOrEnd(text, '\n', offset);
      continue;
    }
    const stringEnd = findStringEnd(text, offset);
    const identifierEnd = stringEnd === undefined ? match(identifierPattern, text, offset) : undefined;
    const numberEnd = stringEnd ?? identifierEnd ?? match(numberPattern, text, offset);
    if (stringEnd !== undefined) add('string', stringEnd);
    else if (identifierEnd !== undefined) add('identifier', identifierEnd);
    else if (numberEnd !== undefined) add('number', numberEnd);
    else if (text[offset] === '@') {
      // An attribute stands after a value and says nothing about it.
      offset = skipAttribute(text, offset);
      continue;
    } else {
      const character = text[offset] ?? '';
      add('punctuation', text.startsWith('...', offset) ? offset + 3 : offset + 1);
      endable = character === '}' || character === ']' || character === ')' || character === '.';
      continue;
    }
    endable = true;
  }
  return tokens;
}

function match(pattern: RegExp, text: string, offset: number): number | undefined {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function indexOrEnd(text: string, wanted: string, from: number): number {
  const index = text.indexOf(wanted, from);
  return index === -1 ? text.length : index;
}

const stringStart = /(#*)("""|'''|"|')/y;

/** Interpolations within interpolations are followed this deep: deeper ones are nobody's work and would exhaust the stack. */
const maxInterpolationDepth = 32;

/** Returns the offset after the string that begins at `offset`, or undefined when none begins there. */
function findStringEnd(text: string, offset: number, depth = 0): number | undefined {
  const first = text.charCodeAt(offset);
  if (first !== 34 && first !== 35 && first !== 39) return undefined;
  stringStart.lastIndex = offset;
  const opening = stringStart.exec(text);
  if (opening === null) return undefined;
  const fence = opening[1] ?? '';
  const quote = opening[2] ?? '"';
  const closing = quote + fence;
  let index = offset + opening[0].length;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    if (code === newline && quote.length === 1) return index;
    if (code === backslash && text.startsWith(fence, index + 1)) {
      const escaped = index + 1 + fence.length;
      index = text[escaped] === '(' ? findInterpolationEnd(text, escaped, depth + 1) : escaped + 1;
    } else if (text.startsWith(closing, index)) return index + closing.length;
    else index += 1;
  }
  return text.length;
}

function findInterpolationEnd(text: string, opening: number, depth: number): number {
  if (depth > maxInterpolationDepth) return opening + 1;
  let open = 0;
  let index = opening;
  while (index < text.length) {
    const character = text[index];
    if (character === '(') open += 1;
    if (character === ')') open -= 1;
    if (open === 0) return index + 1;
    if (character === '\n') return index;
    index = findStringEnd(text, index, depth) ?? index + 1;
  }
  return index;
}

function skipAttribute(text: string, offset: number): number {
  const opening = /@[\p{L}\p{Nd}_$#]*\(/uy;
  opening.lastIndex = offset;
  if (!opening.test(text)) return offset + 1;
  return findInterpolationEnd(text, opening.lastIndex - 1, 0);
}
