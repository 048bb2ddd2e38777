const maxLetters = 400;

/** A text as differences carry it: shortened where it is long, and said so by `…`. */
export function boundText(text: string): string {
  if (text.length <= maxLetters) return text;
  // Half of a surrogate pair is no letter.
  return `${text.slice(0, maxLetters - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
