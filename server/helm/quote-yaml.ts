/**
 * Quotes a text as a YAML double-quoted scalar, so that a reader takes it for a string whatever it looks like.
 * JSON strings are YAML but for characters that YAML readers refuse raw (C1 controls, DEL, byte-order mark, non-characters) and lone surrogates.
 */
export function quoteYaml(text: string): string {
  return JSON.stringify(text.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /[\u007f-\u009f\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
