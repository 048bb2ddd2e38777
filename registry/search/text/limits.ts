/** Characters of a question that are read; what follows is left out. */
export const maxQueryLength = 500;
/** Words of a question that are looked for; what follows is left out. */
export const maxQueryWords = 12;
/** Characters of one text of a document that are read. */
export const maxTextLength = 100_000;
/** Letters of a word that count; two words that agree in so many are one. */
export const maxWordLength = 48;
