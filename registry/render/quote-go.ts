const named: Readonly<Record<string, string>> = {
  '\u0007': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\u000b': '\\v',
  '"': '\\"',
  '\\': '\\\\',
};

/** Quotes a text as Go's `%q` does: ASCII controls escaped, what cannot be printed as `\u….` */
export function quoteGo(text: string): string {
  const escaped = [...text].map((letter) => named[letter] ?? (isPrintable(letter) ? letter : toEscape(letter)));
  return `"${escaped.join('')}"`;
}

function isPrintable(letter: string): boolean {
  return letter === ' ' || /^[\p{L}\p{M}\p{N}\p{P}\p{S}]$/u.test(letter);
}

function toEscape(letter: string): string {
  const point = letter.codePointAt(0) ?? 0;
  if (point < 0x80) return `\\x${point.toString(16).padStart(2, '0')}`;
  return point > 0xffff ? `\\U${point.toString(16).padStart(8, '0')}` : `\\u${point.toString(16).padStart(4, '0')}`;
}
