const fenceStart = /^ {0,3}(`{3,}|~{3,})/;
const rawStart = /<(?:!--|(script|style|pre|textarea)[\s>])/i;
/** A line that goes on with no list, quote or table before it. */
const freshLine = /^[^\s\-*+>|\d]/;

/** Offsets at which a readme can be cut without cutting a block: after an empty line, outside of code and comments. Ascending. */
export function listBoundaries(text: string): readonly number[] {
  const boundaries: number[] = [];
  let fence: string | undefined;
  let rawEnd: string | undefined;
  let afterEmpty = false;
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(start, end);
    if (fence !== undefined) {
      if (isFenceEnd(line, fence)) fence = undefined;
    } else if (rawEnd !== undefined) {
      if (line.toLowerCase().includes(rawEnd)) rawEnd = undefined;
    } else {
      if (afterEmpty && freshLine.test(line)) boundaries.push(start);
      fence = fenceStart.exec(line)?.[1];
      if (fence === undefined) rawEnd = findRawEnd(line);
    }
    afterEmpty = line.trim() === '';
    start = end + 1;
  }
  return boundaries;
}

/** The best place to cut a text: the last boundary of a window, else its last line end, else its end. */
export function findCut(
  text: string,
  boundaries: readonly number[],
  { start = 0, most }: { start?: number; most: number },
): number {
  const end = start + most;
  if (end >= text.length) return text.length;
  const boundary = boundaries.findLast((offset) => offset <= end);
  if (boundary !== undefined && boundary > start) return boundary;
  const newline = text.lastIndexOf('\n', end - 1);
  if (newline >= start) return newline + 1;
  return /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) && most > 1 ? end - 1 : end;
}

function isFenceEnd(line: string, fence: string): boolean {
  const end = line.trim();
  return end.length >= fence.length && end === fence.charAt(0).repeat(end.length);
}

function findRawEnd(line: string): string | undefined {
  const found = rawStart.exec(line);
  if (found === null) return undefined;
  const end = found[1] === undefined ? '-->' : `</${found[1].toLowerCase()}`;
  return line.toLowerCase().includes(end, found.index) ? undefined : end;
}
