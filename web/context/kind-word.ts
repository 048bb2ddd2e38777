import type { Strings } from '../strings/strings.ts';

/** The word for a kind of definition; a kind that has none is shown as it is. */
export function toKindWord(strings: Strings, kind: string): string {
  const words: Readonly<Record<string, string>> = strings.definitions.kinds;
  return Object.hasOwn(words, kind) ? (words[kind] ?? kind) : kind;
}
