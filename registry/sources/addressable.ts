// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const refusedCharacter = /[/\\\u0000-\u001f\u007f-\u009f]/;

/**
 * Says why a name or a version cannot stand in a URL at all; undefined when it can.
 * Everything else is listed, however odd: a source lists what exists, and only a push refuses it.
 */
export function findAddressFault(text: string): string | undefined {
  if (text === '') return 'is empty';
  if (text === '.' || text === '..') return 'is a relative path';
  if (text.length > 253) return 'has more than 253 characters';
  if (refusedCharacter.test(text)) return 'holds a slash, a backslash or a control character';
  return undefined;
}
