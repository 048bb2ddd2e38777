import type { Language } from '../../schemas/language.ts';
import { requestWordsEn } from './request-words-en.ts';
import { requestWordsZh } from './request-words-zh.ts';

/** Sentences about requests that cannot be used, in one language. */
export type RequestWords = typeof requestWordsEn;

/** Sentences about requests that cannot be used, by language. */
export const requestWords: Readonly<Record<Language, RequestWords>> = { en: requestWordsEn, zh: requestWordsZh };
