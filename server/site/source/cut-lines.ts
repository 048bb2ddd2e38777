import type { SourceLine, TokenPart } from '../../../web/context/source-lines.ts';

/** Cuts the longest lines, all at the same length, until what is shown of all of them has at most so many characters; every line keeps its beginning. */
export function cutLines(lines: readonly SourceLine[], maxCharacters: number): readonly SourceLine[] {
  const lengths = lines.map(({ parts }) => parts.reduce((sum, { text }) => sum + text.length, 0));
  const limit = findLimit(lengths, maxCharacters);
  return lines.map((line, index) => ((lengths[index] ?? 0) > limit ? cutLine(line, limit) : line));
}

/** The length at which lines of these lengths are to be cut; infinite when they fit. */
function findLimit(lengths: readonly number[], maxCharacters: number): number {
  let room = maxCharacters;
  const ascending = lengths.toSorted((left, right) => left - right);
  for (const [index, length] of ascending.entries()) {
    const share = Math.floor(room / (ascending.length - index));
    if (length > share) return share;
    room -= length;
  }
  return Number.POSITIVE_INFINITY;
}

/** Leaves out what a line has beyond so many characters. */
export function cutLine({ parts, hidden = 0 }: SourceLine, limit: number): SourceLine {
  const kept: TokenPart[] = [];
  let room = limit;
  let cut = 0;
  for (const part of parts) {
    const text = part.text.slice(0, room);
    room -= text.length;
    cut += part.text.length - text.length;
    if (text !== '') kept.push({ ...part, text });
  }
  return hidden + cut === 0 ? { parts: kept } : { parts: kept, hidden: hidden + cut };
}
