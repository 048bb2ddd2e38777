/** Writes a text as one word of a POSIX shell: plain ones stay as they are. */
export function toShellWord(text: string): string {
  return /^[A-Za-z0-9_@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
