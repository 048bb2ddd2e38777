import { type CueToken, tokenizeCue } from '../../addon/lint/cue-tokens.ts';
import { readCueString } from '../../addon/lint/read-cue-string.ts';

/** A CUE text in two: its import declarations, and everything else with its package clause blanked. */
export interface SplitText {
  /** What is imported, in the order of the text. */
  readonly paths: readonly string[];
  readonly imports: string;
  readonly body: string;
}

interface Declarations {
  readonly paths: string[];
  readonly spans: (readonly [number, number])[];
  package: readonly [number, number] | undefined;
}

/** Splits a CUE text at its import declarations, as its tokens show them; they stand before everything but the package clause. */
export function splitImports(text: string): SplitText {
  const { paths, spans, package: clause } = readDeclarations(text, tokenizeCue(text));
  const imports = spans.map(([start, end]) => text.slice(start, end)).join('\n');
  let body = text;
  for (const [start, end] of [...spans, ...(clause === undefined ? [] : [clause])]) {
    body = body.slice(0, start) + body.slice(start, end).replace(/[^\n\r]/g, ' ') + body.slice(end);
  }
  return { paths, imports, body };
}

function readDeclarations(text: string, tokens: readonly CueToken[]): Declarations {
  const found: Declarations = { paths: [], spans: [], package: undefined };
  const textOf = (index: number) => {
    const token = tokens[index];
    return token === undefined ? '' : text.slice(token.start, token.end);
  };
  let index = 0;
  while (index < tokens.length) {
    const token = tokens[index];
    const word = textOf(index);
    if (token === undefined || (token.kind !== 'end' && word !== ',' && word !== 'package' && word !== 'import')) break;
    if (word === 'package' && tokens[index + 1]?.kind === 'identifier') {
      found.package = [token.start, tokens[index + 1]?.end ?? token.end];
      index += 2;
    } else if (word === 'import' && textOf(index + 1) !== ':') {
      const end = readImport(tokens, index + 1, { textOf, paths: found.paths });
      found.spans.push([token.start, tokens[end - 1]?.end ?? text.length]);
      index = end;
    } else if (token.kind === 'end' || word === ',') index += 1;
    else break;
  }
  return found;
}

/** Reads what follows `import`, one path or several in parentheses; returns the index behind it. */
function readImport(
  tokens: readonly CueToken[],
  first: number,
  { textOf, paths }: { readonly textOf: (index: number) => string; readonly paths: string[] },
): number {
  const isGroup = textOf(first) === '(';
  for (let index = first; index < tokens.length; index += 1) {
    if (tokens[index]?.kind === 'string') {
      paths.push(readCueString(textOf(index)) ?? '');
      if (!isGroup) return index + 1;
    }
    if (isGroup && textOf(index) === ')') return index + 1;
  }
  return tokens.length;
}
