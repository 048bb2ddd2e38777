import type { Strings } from '../strings/strings.ts';

/** The word for a state of a version; a state that has none is shown as it is. */
export function toStateWord(strings: Strings, state: string): string {
  const words: Readonly<Record<string, string>> = strings.states.words;
  return Object.hasOwn(words, state) ? (words[state] ?? state) : state;
}
