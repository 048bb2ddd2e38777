/** What a browser changes on its way, and what pages leave out because it disguises text. */
const fragile = /\r|^\n|[^\P{Cc}\n\t]|\p{Bidi_Control}|\p{Surrogate}/u;

/** Writes a text as it stands in a field: as it is, or as a JSON string where a field would lose a part of it. */
export function toRawText(text: string): string {
  if (text !== '' && !fragile.test(text) && !isQuoted(text)) return text;
  return JSON.stringify(text).replace(
    /(?![\n\t])[\p{Cc}\p{Bidi_Control}]/gu,
    (letter) => `\\u${(letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}

/** Reads what stands in a field: a JSON string for its content, everything else for itself. Line ends are as in Unix. */
export function readRawText(raw: string): string {
  const text = raw.replaceAll('\r\n', '\n');
  if (!isQuoted(text)) return text;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : text;
  } catch {
    return text;
  }
}

function isQuoted(text: string): boolean {
  return text.length >= 2 && text.startsWith('"') && text.endsWith('"');
}
