import type { Language } from '../../../schemas/language.ts';
import { planWordsEn } from './plan-words-en.ts';
import { planWordsZh } from './plan-words-zh.ts';

/** The sentences of a plan in one language. */
export type PlanWords = typeof planWordsEn;

/** The sentences of a plan by language. */
export const planWords: Readonly<Record<Language, PlanWords>> = { en: planWordsEn, zh: planWordsZh };
