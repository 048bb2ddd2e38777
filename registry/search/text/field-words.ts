import type { SearchReason } from '../../../schemas/search.ts';
import type { SearchDocument } from '../types.ts';
import { maxTextLength } from './limits.ts';
import { normalizeText, splitText } from './split-text.ts';

/** A part of a document that is searched. */
export type SearchField = SearchReason['field'];

/** All fields, the one that says most first; their place in this list is their number in an index. */
export const searchFields = [
  'name',
  'title',
  'tags',
  'keywords',
  'description',
  'body',
] as const satisfies readonly SearchField[];

/** The words of a document, field by field: folded, in the order of the text, with one space between two. */
export type FieldWords = Readonly<Record<SearchField, string>>;

/**
 * Makes the words that an index holds of a document.
 * Beside what is written, its type, its addon, its definition and its kinds are keywords: `fluxcd trait` finds the traits of fluxcd.
 */
export function toFieldWords(document: SearchDocument): FieldWords {
  const { definition, provides } = document;
  const kinds = definition === undefined ? provides : [definition.kind, definition.name];
  const belongsTo = [document.type, document.addon, ...kinds];
  return {
    name: toWords(document.name),
    title: toWords(document.title),
    tags: toWords(document.tags.join('\n')),
    keywords: toWords([...document.keywords, ...belongsTo].join('\n')),
    description: toWords(document.description),
    body: toWords(document.body),
  };
}

/**
 * What is made of several parts stands there part by part, so that neighbours are neighbours, and at the end of the field once more in one word.
 * Chinese and Japanese writing stands there by single characters and by pairs, because it does not say where a word ends.
 */
function toWords(text: string): string {
  const running: string[] = [];
  const joined: string[] = [];
  for (const { parts, joined: whole, ideographic } of splitText(normalizeText(text, maxTextLength))) {
    for (const { word } of parts) running.push(word);
    if (parts.length === 1) continue;
    if (ideographic) joined.push(...toPairs(parts.map(({ word }) => word)));
    else if (/\p{L}/u.test(whole)) joined.push(whole);
  }
  return [...running, ...joined].join(' ');
}

/** Every two neighbours as one word. */
export function toPairs(characters: readonly string[]): readonly string[] {
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

/** The words of a document, each once for each field that has it: how often a vocabulary counts it. */
export function listFieldWords(words: FieldWords): readonly string[] {
  return searchFields.flatMap((field) => (words[field] === '' ? [] : [...new Set(words[field].split(' '))]));
}
