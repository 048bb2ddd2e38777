import { Lexer } from 'yaml';

/** The lexer's sign for the begin of a document. */
const documentSign = '\u0002';

/**
 * Splits a YAML text into the tokens of the `yaml` package, with one difference: a quoted scalar goes on to its closing
 * quote however little its further lines are indented. The client's parser (libyaml) allows that, and generated
 * CustomResourceDefinitions have it.
 */
export function* lexYaml(text: string): Generator<string> {
  let start = 0;
  while (start < text.length) {
    let offset = start;
    let next = text.length;
    for (const token of new Lexer().lex(text.slice(start))) {
      // In the middle of a document a new lexer believes that one begins.
      if (token === documentSign && start > 0) continue;
      const end = isOpenQuote(token) ? findClosingQuote(text, offset) : undefined;
      if (end !== undefined) {
        yield text.slice(offset, end);
        next = end;
        break;
      }
      yield token;
      if (!isSign(token)) offset += token.length;
    }
    start = next;
  }
}

function isSign(token: string): boolean {
  return token === documentSign || token === '\u0018' || token === '\u001f';
}

function isOpenQuote(token: string): boolean {
  return (token.startsWith("'") || token.startsWith('"')) && findClosingQuote(token, 0) === undefined;
}

/** The offset behind the quote that closes the one at `opening`; undefined when there is none. */
function findClosingQuote(text: string, opening: number): number | undefined {
  const quote = text[opening] ?? '';
  for (let index = text.indexOf(quote, opening + 1); index !== -1; index = text.indexOf(quote, index + 1)) {
    if (quote === '"' && countBackslashesBefore(text, index) % 2 === 1) continue;
    if (quote === '"' || text[index + 1] !== "'") return index + 1;
    index += 1;
  }
  return undefined;
}

function countBackslashesBefore(text: string, offset: number): number {
  let count = 0;
  while (text[offset - 1 - count] === '\\') count += 1;
  return count;
}
