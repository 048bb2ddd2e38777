import { countEdits } from '../../nearest-word.ts';

const maxNear = 5;
const shortestSpelled = 3;
const shortestBegun = 5;

/** The words of an index, each with how often it was added; knows the words that are spelled nearly alike. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #words: string[] = [];
  readonly #counts: number[] = [];
  /** Which letters a word has: one bit each. Looking at those of all words takes less time than keeping lists of their parts. */
  #letters = new Uint32Array(1_024);

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
    const letters = toLetters(word);
    const near = new Map<string, number>();
    for (let number = 0; number < this.#words.length; number += 1) {
      // An edit takes one letter away and brings one at most.
      if (countBits(letters ^ (this.#letters[number] ?? 0)) > 2 * most) continue;
      const candidate = this.#words[number] ?? '';
      if (Math.abs(candidate.length - word.length) > most || !beginsAlike(word, candidate)) continue;
      const edits = this.#counts[number] === 0 ? undefined : countEdits(word, candidate, most);
      if (edits !== undefined) near.set(candidate, edits);
    }
    return this.#toNearest(near);
  }

  /** The beginnings of known words that differ in one letter from what may be the beginning of a word. */
  listNearBeginnings(word: string): readonly string[] {
    if (word.length < shortestBegun || countAllowed(word) === 0) return [];
    const letters = toLetters(word);
    const near = new Map<string, number>();
    for (let number = 0; number < this.#words.length; number += 1) {
      if (countBits(letters & ~(this.#letters[number] ?? 0)) > 1) continue;
      const longer = this.#words[number] ?? '';
      if (longer.length < word.length || !beginsAlike(word, longer) || this.#counts[number] === 0) continue;
      for (let length = word.length - 1; length <= word.length + 1; length += 1) {
        const beginning = longer.slice(0, length);
        if (near.has(beginning)) continue;
        const edits = countEdits(word, beginning, 1);
        if (edits !== undefined) near.set(beginning, edits);
      }
    }
    return this.#toNearest(near);
  }

  #toNearest(near: ReadonlyMap<string, number>): readonly string[] {
    let least = Number.POSITIVE_INFINITY;
    for (const edits of near.values()) least = Math.min(least, edits);
    return [...near.keys()]
      .filter((candidate) => near.get(candidate) === least)
      .sort((left, right) => this.countWord(right) - this.countWord(left) || (left < right ? -1 : 1))
      .slice(0, maxNear);
  }

  #create(word: string): number {
    const number = this.#words.length;
    this.#numbers.set(word, number);
    this.#words.push(word);
    this.#counts.push(0);
    if (number === this.#letters.length) {
      const more = new Uint32Array(number * 2);
      more.set(this.#letters);
      this.#letters = more;
    }
    this.#letters[number] = toLetters(word);
    return number;
  }
}

/** How many letters of a word may be wrong: none of a short one, where every other word would be near. */
function countAllowed(word: string): number {
  // Numbers and Chinese are not spelled: another digit or character is another thing.
  if (word.length < shortestSpelled + 1 || !/\p{L}/u.test(word) || /\p{Script=Han}/u.test(word)) return 0;
  return word.length < 8 ? 1 : 2;
}

/** People err in the first letter or in the second, hardly in both: what begins with two other letters is another word. */
function beginsAlike(word: string, candidate: string): boolean {
  const [first, second] = [word.charCodeAt(0), word.charCodeAt(1)];
  const [its, next] = [candidate.charCodeAt(0), candidate.charCodeAt(1)];
  return first === its || second === next || first === next || second === its;
}

function toLetters(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) % 32);
  return letters >>> 0;
}

function countBits(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
