/** An argument that Helm refuses, in its words. */
export class SetFault extends Error {}

/** An argument that is being read. A backslash takes away the meaning of the character behind it. */
export interface SetText {
  /** The text before the next of `stops`, which is consumed; `stop` is undefined at the end of the text. */
  readUntil(stops: string): { readonly text: string; readonly stop: string | undefined };
  /** The next character, which stays; undefined at the end. */
  peek(): string | undefined;
  /** Leaves out the next character. */
  skip(): void;
}

/** Reads an argument by code points. */
export function createSetText(source: string): SetText {
  const letters = [...source];
  let at = 0;
  return {
    readUntil(stops) {
      const taken: string[] = [];
      while (at < letters.length) {
        const letter = letters[at] ?? '';
        at += 1;
        if (stops.includes(letter)) return { text: taken.join(''), stop: letter };
        if (letter !== '\\') taken.push(letter);
        else if (at < letters.length) {
          taken.push(letters[at] ?? '');
          at += 1;
        }
      }
      return { text: taken.join(''), stop: undefined };
    },
    peek: () => letters[at],
    skip() {
      at += 1;
    },
  };
}
