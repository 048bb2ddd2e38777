/** Whether a condition of CUE, such as `=~"^a"` or `!="b"`, lets a text in; undefined when that cannot be told. */
export function fitsText(condition: string, text: string): boolean | undefined {
  const pattern = /^(=~|!~)\s*(?:"((?:[^"\\]|\\.)*)"|#"(.*)"#)$/s.exec(condition);
  if (pattern !== null) {
    const [, operator, quoted, raw] = pattern;
    const matches = matchesPattern(raw ?? unquote(quoted ?? ''), text);
    return matches === undefined ? undefined : matches === (operator === '=~');
  }
  const different = /^!=\s*("(?:[^"\\]|\\.)*")$/.exec(condition);
  if (different?.[1] !== undefined) return different[1] !== JSON.stringify(text);
  const length = /^strings\.(Min|Max)Runes\((\d+)\)$/.exec(condition);
  if (length === null) return undefined;
  const bound = Number(length[2]);
  return length[1] === 'Min' ? [...text].length >= bound : [...text].length <= bound;
}

/** Whether a bound of CUE, such as `>=1024`, lets a number in; undefined when the condition is none. */
export function fitsNumber(condition: string, value: number): boolean | undefined {
  const [, operator, text] = boundPattern.exec(condition) ?? [];
  if (operator === undefined) return undefined;
  const bound = Number(text);
  switch (operator) {
    case '>=':
      return value >= bound;
    case '<=':
      return value <= bound;
    case '>':
      return value > bound;
    case '<':
      return value < bound;
    default:
      return value !== bound;
  }
}

/** The number that a bound names. */
export function findBound(condition: string): number | undefined {
  const text = boundPattern.exec(condition)?.[2];
  return text === undefined ? undefined : Number(text);
}

const boundPattern = /^(>=|<=|>|<|!=)\s*(-?\d+(?:\.\d+)?)$/;

/** Undefined when the pattern is none of JavaScript, or could take long: CUE's patterns never go back, JavaScript's do, and this one is a stranger's. */
function matchesPattern(pattern: string | undefined, text: string): boolean | undefined {
  if (pattern === undefined || !isQuick(pattern)) return undefined;
  try {
    return new RegExp(pattern, 'u').test(text);
  } catch {
    return undefined;
  }
}

/** Few repetitions and alternatives, and nothing repeated that repeats itself: the ways to try grow with these, not with the text. */
function isQuick(pattern: string): boolean {
  if (pattern.length > 200) return false;
  const single = pattern
    .replace(/\\./gs, 'x')
    .replace(/\[[^\]]*\]/g, 'x')
    // A group of plain characters is as good as one of them.
    .replace(/\((?:\?:)?[^()|*+?{]*\)/g, 'x')
    .replaceAll('(?', '(');
  if (/\)[*+{]/.test(single)) return false;
  return (single.match(/[*+?{]/g) ?? []).length <= 6 && (single.match(/\|/g) ?? []).length <= 8;
}

function unquote(quoted: string): string | undefined {
  try {
    return String(JSON.parse(`"${quoted}"`));
  } catch {
    return undefined;
  }
}
