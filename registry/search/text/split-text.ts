import { maxWordLength } from './limits.ts';

/** A run of letters and digits, or several joined by `-`, `_`, `.` or an apostrophe, or a run of Chinese or Japanese writing. */
export interface TextWord {
  /** Where it stands in the text that was split: UTF-16 units, the end not included. */
  readonly start: number;
  readonly end: number;
  /** What it is made of, folded: `HelmRelease` and `helm-release` are `helm` and `release`. Never empty. */
  readonly parts: readonly TextPart[];
  /** All of it in one, folded: `helmrelease`. */
  readonly joined: string;
  /** Written without spaces between words. */
  readonly ideographic: boolean;
}

export interface TextPart {
  readonly start: number;
  readonly end: number;
  readonly word: string;
}

const ideograph = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]';
const letter = `(?:(?!${ideograph})[\\p{L}\\p{N}\\p{M}])`;
const wordPattern = new RegExp(`(?<ideographic>${ideograph}+)|${letter}+(?:[-_.'’]${letter}+)*`, 'gu');
// Ends of parts: a separator, the end of a small letter or digit before a capital, the last of several capitals.
const partPattern = /(?:(?!\p{Ll}\p{Lu}|\p{N}\p{Lu}|\p{Lu}\p{Lu}\p{Ll})[\p{L}\p{N}\p{M}])*[\p{L}\p{N}\p{M}]/gu;

/** Brings a text into the form that is split: compatible characters are one (`ｋ８ｓ` is `k8s`), and it is at most so long. */
export function normalizeText(text: string, maxLength: number): string {
  return text.slice(0, maxLength).normalize('NFKC').slice(0, maxLength);
}

/** Folds one word: case and accents do not count. */
export function foldWord(word: string): string {
  // Most words are plain, and normalizing costs ten times as much.
  const folded = /^[\x20-\x7e]*$/.test(word)
    ? word.toLowerCase()
    : word
        .normalize('NFKD')
        .toLowerCase()
        .replaceAll('ß', 'ss')
        .replace(/[\u0300-\u036f]+/g, '')
        .normalize('NFC');
  return cut(folded);
}

/** Splits a text that was normalized; anything but letters and digits only separates. */
export function splitText(text: string): readonly TextWord[] {
  const words: TextWord[] = [];
  for (const match of text.matchAll(wordPattern)) {
    const ideographic = match.groups?.['ideographic'] !== undefined;
    const word = ideographic ? toIdeographicWord(match[0], match.index) : toWord(match[0], match.index);
    if (word !== undefined) words.push(word);
  }
  return words;
}

/** All words of a text that was normalized in one: `Flux CD`, `flux-cd` and `fluxcd` are `fluxcd`. */
export function joinWords(text: string): string {
  return splitText(text)
    .map(({ joined }) => joined)
    .join('');
}

function toWord(text: string, start: number): TextWord | undefined {
  const parts: TextPart[] = [];
  for (const match of text.matchAll(partPattern)) {
    const word = foldWord(match[0]);
    if (word === '') continue;
    parts.push({ start: start + match.index, end: start + match.index + match[0].length, word });
  }
  if (parts.length === 0) return undefined;
  const joined = cut(parts.map(({ word }) => word).join(''));
  return { start, end: start + text.length, parts, joined, ideographic: false };
}

function toIdeographicWord(text: string, start: number): TextWord {
  const parts: TextPart[] = [];
  let at = start;
  for (const character of text) {
    parts.push({ start: at, end: at + character.length, word: foldWord(character) });
    at += character.length;
  }
  return { start, end: at, parts, joined: parts.map(({ word }) => word).join(''), ideographic: true };
}

function cut(word: string): string {
  if (word.length <= maxWordLength) return word;
  // Half of a character beyond the basic plane is none.
  const last = word.charCodeAt(maxWordLength - 1);
  return word.slice(0, last >= 0xd800 && last <= 0xdbff ? maxWordLength - 1 : maxWordLength);
}
