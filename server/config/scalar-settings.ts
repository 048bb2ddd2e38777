import { RegistryError } from '../../registry/errors.ts';
import { findNearestWord } from '../../registry/nearest-word.ts';

/** Reads a port from a flag or variable. Throws CONFIG_INVALID. */
export function parsePort(text: string, where: string): number {
  if (/^[0-9]{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw invalid(where, 'must be a whole number between 0 and 65535');
}

/** Reads a public URL from a flag or variable; without trailing slashes. Throws CONFIG_INVALID. */
export function parsePublicUrl(text: string, where: string): string {
  if (/^https?:\/\/[^?#\s]+$/.test(text) && URL.canParse(text)) return text.replace(/\/+$/, '');
  throw invalid(where, 'must be an http or https URL without a query and a fragment');
}

/** Makes a reader of one word out of several. It throws CONFIG_INVALID. */
export function parseChoice<Word extends string>(words: readonly Word[]): (text: string, where: string) => Word {
  return (text, where) => {
    const found = words.find((word) => word === text);
    if (found !== undefined) return found;
    const nearest = findNearestWord(text, words);
    const list = words.map((word) => `"${word}"`).join(' or ');
    throw invalid(where, `must be ${list}${nearest === undefined ? '' : `; did you mean "${nearest}"?`}`);
  };
}

function invalid(where: string, message: string): RegistryError {
  return new RegistryError('CONFIG_INVALID', `${where}: ${message}`);
}
