import { isLineBreak, isPrintable, toEscape } from './yaml-letters.ts';

const bestIndent = 2;
const bestWidth = 80;
/** Runs of ASCII that double quotes hold as they are, without spaces; everything else letter by letter. */
const runsAndLetters = /[!#-[\]-~]+|[\s\S]/gu;
const singleLetters = /[\s\S]/gu;

interface Indicator {
  readonly spaceBefore: boolean;
  /** What follows needs no space in front of it. */
  readonly blank: boolean;
  /** A block may begin on this line. */
  readonly indents: boolean;
}

/** Writes the tokens of a YAML document with the columns, indents and folds of goyaml.v2's emitter (`emitterc.go`). */
export class YamlWriter {
  private readonly parts: string[] = [];
  private column = 0;
  private indent = -1;
  private whitespace = true;
  private indention = true;

  text(): string {
    return this.parts.join('');
  }

  /** Nothing but indentation and indicators stands on this line so far. */
  isIndented(): boolean {
    return this.indention;
  }

  /** Runs with the indent of a block, of a list that stays where its key is, or of a scalar's further lines. */
  indentFor(what: 'block' | 'same' | 'scalar', run: () => void): void {
    const before = this.indent;
    if (before < 0) this.indent = what === 'scalar' ? bestIndent : 0;
    else if (what !== 'same') this.indent = before + bestIndent;
    run();
    this.indent = before;
  }

  writeIndent(): void {
    const indent = Math.max(0, this.indent);
    if (!this.indention || this.column > indent || (this.column === indent && !this.whitespace)) this.putBreak();
    if (this.column < indent) this.put(' '.repeat(indent - this.column));
    this.whitespace = true;
    this.indention = true;
  }

  writeIndicator(indicator: string, { spaceBefore, blank, indents }: Indicator): void {
    if (spaceBefore && !this.whitespace) this.put(' ');
    this.put(indicator);
    this.whitespace = blank;
    this.indention = this.indention && indents;
  }

  endDocument(): void {
    this.indent = -1;
    this.writeIndent();
  }

  writePlain(text: string, folds: boolean): void {
    if (!this.whitespace && text !== '') this.put(' ');
    // What is short enough cannot be folded; a plain text holds no line break.
    if (this.column + text.length <= bestWidth) this.put(text);
    else this.writeFolded([...text], { folds, from: 0, quote: '' });
    this.whitespace = false;
    this.indention = false;
  }

  writeSingleQuoted(text: string, folds: boolean): void {
    this.writeIndicator("'", { spaceBefore: true, blank: false, indents: false });
    this.writeFolded([...text], { folds, from: 1, quote: "'" });
    this.closeQuote("'");
  }

  writeDoubleQuoted(text: string, folds: boolean): void {
    this.writeIndicator('"', { spaceBefore: true, blank: false, indents: false });
    // The emitter looks for a byte-order mark at the start of the text, wherever it is.
    const marked = text.startsWith('\ufeff');
    let [at, afterSpace] = [0, false];
    for (const [piece] of text.matchAll(marked ? singleLetters : runsAndLetters)) {
      if (piece.length > 1 && !marked && piece.charCodeAt(0) < 0x80) {
        this.putAscii(piece);
        afterSpace = false;
      } else if (marked || !isPrintable(piece) || isLineBreak(piece) || piece === '"' || piece === '\\') {
        this.putAscii(toEscape(piece));
        afterSpace = false;
      } else {
        const inside = at > 0 && at < text.length - 1;
        if (piece === ' ' && folds && !afterSpace && this.column > bestWidth && inside) {
          this.writeIndent();
          if (text[at + 1] === ' ') this.put('\\');
        } else this.put(piece);
        afterSpace = piece === ' ';
      }
      at += piece.length;
    }
    this.closeQuote('"');
  }

  writeLiteral(text: string): void {
    this.writeIndicator('|', { spaceBefore: true, blank: false, indents: false });
    const letters = [...text];
    const hints = `${letters[0] === ' ' || isLineBreak(letters[0]) ? bestIndent : ''}${toChomping(letters)}`;
    if (hints !== '') this.writeIndicator(hints, { spaceBefore: false, blank: false, indents: false });
    this.putBreak();
    this.indention = true;
    this.whitespace = true;
    let afterBreak = true;
    for (const letter of letters) {
      if (isLineBreak(letter)) {
        this.putLineBreak(letter);
        this.indention = true;
        afterBreak = true;
        continue;
      }
      if (afterBreak) this.writeIndent();
      this.put(letter);
      this.indention = false;
      afterBreak = false;
    }
  }

  /** Breaks the line at a single space once it is too long; line breaks of the text are doubled. */
  private writeFolded(
    letters: readonly string[],
    { folds, from, quote }: { readonly folds: boolean; readonly from: number; readonly quote: string },
  ): void {
    let [afterSpace, afterBreak] = [false, false];
    for (const [index, letter] of letters.entries()) {
      if (letter === ' ') {
        const inside = index >= from && index < letters.length - from && letters[index + 1] !== ' ';
        if (folds && !afterSpace && this.column > bestWidth && inside) this.writeIndent();
        else this.put(letter);
        afterSpace = true;
        continue;
      }
      if (isLineBreak(letter)) {
        if (!afterBreak && letter === '\n') this.putBreak();
        this.putLineBreak(letter);
        this.indention = true;
        afterBreak = true;
        continue;
      }
      if (afterBreak) this.writeIndent();
      if (letter === quote) this.put(quote);
      this.put(letter);
      this.indention = false;
      afterSpace = false;
      afterBreak = false;
    }
  }

  private closeQuote(quote: string): void {
    this.writeIndicator(quote, { spaceBefore: false, blank: false, indents: false });
    this.whitespace = false;
    this.indention = false;
  }

  private put(text: string): void {
    this.parts.push(text);
    this.column += text.length > 1 ? [...text].length : 1;
  }

  private putAscii(text: string): void {
    this.parts.push(text);
    this.column += text.length;
  }

  private putBreak(): void {
    this.parts.push('\n');
    this.column = 0;
  }

  private putLineBreak(letter: string): void {
    if (letter === '\n') this.putBreak();
    else {
      this.parts.push(letter);
      this.column = 0;
    }
  }
}

/** `-` without a line break at the end, `+` with several of them or nothing else. */
function toChomping(letters: readonly string[]): string {
  if (!isLineBreak(letters.at(-1))) return '-';
  return letters.length === 1 || isLineBreak(letters.at(-2)) ? '+' : '';
}
