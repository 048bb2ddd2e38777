/** What a part of a line is, as far as its colour tells. */
export type TokenKind = 'comment' | 'string' | 'keyword' | 'constant' | 'name' | 'type' | 'call';

/** A part of a line that has one colour; without a kind it has that of plain text. */
export interface TokenPart {
  readonly text: string;
  readonly kind?: TokenKind;
}

/** One line of a text. */
export interface SourceLine {
  readonly parts: readonly TokenPart[];
  /** How many characters at its end are left out, because it is too long to be shown whole. */
  readonly hidden?: number;
}

/** Some lines of a file, in order. */
export interface SourceExtract {
  /** Number of the first of them, counted from 1. */
  readonly first: number;
  readonly lines: readonly SourceLine[];
  /** How many lines the whole file has. */
  readonly total: number;
}

/** How many lines stand on one page of a file. */
export const linesPerPage = 500;

/** The page of a file that a line is on, counted from 1. */
export function toSourcePage(line: number): number {
  return Math.max(1, Math.ceil(line / linesPerPage));
}

/** Splits a text into its lines; a line end at its end begins no further one. */
export function splitLines(text: string): readonly string[] {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
