import type { Language } from '../../../schemas/language.ts';
import { formWordsEn, wordsEn } from './words-en.ts';
import { formWordsZh, wordsZh } from './words-zh.ts';

/** Every sentence about what fits together; a language that lacks one does not compile. */
export type Words = typeof wordsEn;

/** In which language is told what fits, and whether to somebody with a form: where there is none, options of the command line are named. */
export interface Wording {
  readonly lang: Language;
  readonly surface?: 'form';
}

const words: Record<Language, Words> = { en: wordsEn, zh: wordsZh };
const formWords: Record<Language, Words> = { en: formWordsEn, zh: formWordsZh };

/** The sentences of a language for those who read them. */
export function getWords({ lang, surface }: Wording): Words {
  return surface === 'form' ? formWords[lang] : words[lang];
}
