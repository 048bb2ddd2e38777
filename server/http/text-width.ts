// Widths of characters in thousandths of the font size, as sans-serif faces such as Verdana and DejaVu Sans have them.
const narrow = /[fijlrtI.,:;'|!()[\]\s/-]/;
const wide = /[mwMW@%]/;
const capital = /[A-Z0-9_+=<>#$&]/;
const ideograph =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;

/** How wide a text is about, for drawings that are made where no font is: in units of the font size given. */
export function measureText(text: string, fontSize: number): number {
  let thousandths = 0;
  for (const character of text) thousandths += widthOf(character);
  return (thousandths * fontSize) / 1000;
}

/** As many lines as fit, broken between words, or inside one that is too long; what is left over ends in an ellipsis. */
export function wrapText(
  text: string,
  { width, fontSize, maxLines }: { readonly width: number; readonly fontSize: number; readonly maxLines: number },
): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of toPieces(text, width, fontSize)) {
    const longer = line === '' ? piece.trimStart() : `${line}${piece}`;
    if (measureText(longer.trimEnd(), fontSize) <= width) {
      line = longer;
      continue;
    }
    lines.push(line.trimEnd());
    line = piece.trimStart();
    if (lines.length === maxLines) return [...lines.slice(0, -1), shorten(lines.at(-1) ?? '', width, fontSize)];
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

/** Words with the space before them; ideographs stand alone, and a word that is wider than a line comes in parts. */
function toPieces(text: string, width: number, fontSize: number): readonly string[] {
  const words = text.trim().split(/(?=\s)|(?<=\p{Script=Han})|(?=\p{Script=Han})/u);
  return words.flatMap((word) => {
    if (measureText(word, fontSize) <= width) return [word];
    const parts: string[] = [''];
    for (const character of word) {
      const part = parts.at(-1) ?? '';
      if (measureText(part + character, fontSize) > width) parts.push(character);
      else parts[parts.length - 1] = part + character;
    }
    return parts;
  });
}

function shorten(line: string, width: number, fontSize: number): string {
  let characters = [...line];
  while (characters.length > 0 && measureText(`${characters.join('').trimEnd()}…`, fontSize) > width) {
    characters = characters.slice(0, -1);
  }
  return `${characters.join('').trimEnd()}…`;
}

function widthOf(character: string): number {
  if (ideograph.test(character)) return 1000;
  if (narrow.test(character)) return 380;
  if (wide.test(character)) return 950;
  return capital.test(character) ? 680 : 600;
}
