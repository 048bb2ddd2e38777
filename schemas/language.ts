import { type Static, Type } from 'typebox';

/** Languages that people are answered in. */
export const languageSchema = Type.Enum(['en', 'zh'], { description: 'language of texts for people' });

export type Language = Static<typeof languageSchema>;
