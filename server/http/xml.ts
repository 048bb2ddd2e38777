const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

// What XML 1.0 (2.2) has no place for, and what turns the direction of text.
const refused = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]|\p{Bidi_Control}/gu;

/** Writes a text as XML content or as the value of an attribute in quotes; characters that cannot stand there are dropped. */
export function toXmlText(text: string): string {
  return text.replace(refused, '').replace(/[&<>"']/g, (character) => escapes[character] ?? '');
}
