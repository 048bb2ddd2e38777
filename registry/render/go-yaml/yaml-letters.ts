/** Tells whether goyaml.v2 writes a character as it is: no controls, no tab, nothing above U+FFFF. */
export function isPrintable(letter: string): boolean {
  const point = letter.codePointAt(0) ?? 0;
  if (point === 0x0a || (point >= 0x20 && point <= 0x7e)) return true;
  return (point >= 0xa0 && point < 0xd800) || (point >= 0xe000 && point <= 0xfffd && point !== 0xfeff);
}

/** Tells whether a character ends a line in YAML 1.1. */
export function isLineBreak(letter: string | undefined): boolean {
  return letter !== undefined && '\r\n\u0085\u2028\u2029'.includes(letter) && letter !== '';
}

const short: Readonly<Record<string, string>> = {
  '\0': '\\0',
  '\u0007': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\u000b': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '\u001b': '\\e',
  '"': '\\"',
  '\\': '\\\\',
  '\u0085': '\\N',
  '\u00a0': '\\_',
  '\u2028': '\\L',
  '\u2029': '\\P',
};

/** Writes a character as an escape of double quotes. */
export function toEscape(letter: string): string {
  const known = short[letter];
  if (known !== undefined) return known;
  const point = letter.codePointAt(0) ?? 0;
  const hexadecimal = point.toString(16).toUpperCase();
  if (point <= 0xff) return `\\x${hexadecimal.padStart(2, '0')}`;
  return point <= 0xffff ? `\\u${hexadecimal.padStart(4, '0')}` : `\\U${hexadecimal.padStart(8, '0')}`;
}
