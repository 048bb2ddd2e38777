/** Writes a text as one word of a POSIX shell line: bare when it is harmless, else in single quotes. */
export function toShellWord(text: string): string {
  if (/^[A-Za-z0-9_./:@%+=,-]+$/.test(text) && !text.startsWith('-')) return text;
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
