import { countEdits } from '../../nearest-word.ts';

const maxNear = 5;
const shortestSpelled = 4;

/** The words of an index, each with how often it was added; knows the words that are spelled nearly alike. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #words: string[] = [];
  readonly #counts: number[] = [];
  /** Numbers of the words that have two letters beside each other; `^` and `$` are beginning and end. */
  readonly #pairs = new Map<string, number[]>();
  #shared = new Uint8Array(0);

  /** How often the word was added and not removed. */
  countWord(word: string): number {
    return this.#counts[this.#numbers.get(word) ?? -1] ?? 0;
  }

  add(word: string, count = 1): void {
    const number = this.#numbers.get(word) ?? this.#create(word);
    this.#counts[number] = (this.#counts[number] ?? 0) + count;
  }

  remove(word: string): void {
    const number = this.#numbers.get(word);
    // A word that nothing has keeps its number: it may come back.
    if (number !== undefined) this.#counts[number] = Math.max(0, (this.#counts[number] ?? 0) - 1);
  }

  /** The known words nearest to one that is not known: letters left out, added, changed or swapped; the most frequent first. */
  listNear(word: string): readonly string[] {
    const most = countAllowed(word);
    if (most === 0) return [];
    const near = this.#listCandidates(word, most).flatMap((candidate) => {
      const edits = countEdits(word, candidate, most);
      return edits === undefined ? [] : [{ candidate, edits }];
    });
    return this.#toNearest(near);
  }

  /** The beginnings of known words that are nearest to what may be the beginning of a word. */
  listNearBeginnings(word: string): readonly string[] {
    const most = countAllowed(word);
    if (most === 0) return [];
    const near = new Map<string, { candidate: string; edits: number }>();
    for (const longer of this.#listCandidates(word, most, true)) {
      for (let length = word.length - most; length <= word.length + most; length += 1) {
        const candidate = longer.slice(0, length);
        const edits = countEdits(word, candidate, most);
        if (edits !== undefined) near.set(candidate, { candidate, edits });
      }
    }
    return this.#toNearest([...near.values()]);
  }

  #toNearest(near: readonly { readonly candidate: string; readonly edits: number }[]): readonly string[] {
    const least = Math.min(...near.map(({ edits }) => edits));
    return near
      .filter(({ edits }) => edits === least)
      .map(({ candidate }) => candidate)
      .sort((left, right) => this.countWord(right) - this.countWord(left) || (left < right ? -1 : 1))
      .slice(0, maxNear);
  }

  /** Words that share so many pairs of letters that they can be near: one edit takes three of them at most. */
  #listCandidates(word: string, most: number, beginning = false): readonly string[] {
    if (this.#shared.length < this.#words.length) this.#shared = new Uint8Array(this.#words.length * 2);
    const pairs = beginning ? listPairs(word).slice(0, -1) : listPairs(word);
    const least = Math.max(1, pairs.length - 3 * most);
    const touched: number[] = [];
    for (const pair of pairs) {
      for (const number of this.#pairs.get(pair) ?? []) {
        const shared = this.#shared[number] ?? 0;
        if (shared === 0) touched.push(number);
        this.#shared[number] = shared + 1;
      }
    }
    const found: string[] = [];
    for (const number of touched) {
      const candidate = this.#words[number] ?? '';
      const fits = beginning ? candidate.length > word.length - most : Math.abs(candidate.length - word.length) <= most;
      if (fits && (this.#shared[number] ?? 0) >= least && (this.#counts[number] ?? 0) > 0) found.push(candidate);
      this.#shared[number] = 0;
    }
    return found;
  }

  #create(word: string): number {
    const number = this.#words.length;
    this.#numbers.set(word, number);
    this.#words.push(word);
    this.#counts.push(0);
    if (!isSpelled(word)) return number;
    for (const pair of listPairs(word)) {
      const numbers = this.#pairs.get(pair);
      if (numbers === undefined) this.#pairs.set(pair, [number]);
      else numbers.push(number);
    }
    return number;
  }
}

/** How many letters of a word may be wrong: none of a short one, where every other word would be near. */
function countAllowed(word: string): number {
  if (!isSpelled(word)) return 0;
  return word.length < 8 ? 1 : 2;
}

/** Numbers and Chinese are not spelled: another digit or character is another thing. */
function isSpelled(word: string): boolean {
  return word.length >= shortestSpelled - 1 && /\p{L}/u.test(word) && !/\p{Script=Han}/u.test(word);
}

/** Each pair once. */
function listPairs(word: string): readonly string[] {
  const padded = `^${word}$`;
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < padded.length; at += 1) pairs.add(padded.slice(at, at + 2));
  return [...pairs];
}
