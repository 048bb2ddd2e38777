/** Makes text of strangers harmless for a terminal: line breaks and tabs become spaces, control characters and marks that turn the direction of text go. */
export function stripControls(text: string): string {
  return (
    text
      .replace(/[\r\n\t]+/g, ' ')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
      .replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, '')
  );
}
