import type { Language } from '../context/page-context.ts';
import { en } from './en.ts';
import type { Strings } from './strings.ts';
import { zh } from './zh.ts';

/** The texts of each language. */
export const catalogues = { en, zh } satisfies Record<Language, Strings>;
