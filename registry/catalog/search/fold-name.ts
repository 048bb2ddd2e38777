/** Two names that people take for one fold to the same: letter case, width, spaces, `-` and `_` do not count. */
export function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '');
}
