import type { Language } from '../../../schemas/language.ts';
import { wordsEn } from './words-en.ts';
import { wordsZh } from './words-zh.ts';

/** Every sentence about what fits together; a language that lacks one does not compile. */
export type Words = typeof wordsEn;

const words: Record<Language, Words> = { en: wordsEn, zh: wordsZh };

/** The sentences of a language. */
export function getWords(language: Language): Words {
  return words[language];
}
