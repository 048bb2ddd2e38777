import { metadataExample } from '../examples.ts';
import { hitAtMetadata } from '../hits.ts';
import type { Rule } from '../types.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what the rule looks for.
const hidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

const direction = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** Control and direction characters in paths and in metadata.yaml. */
export const packageHiddenCharacters: Rule = {
  id: 'package/hidden-characters',
  severity: 'warning',
  title: 'Hidden characters in a name or a description',
  reason:
    'Clients print names, tags and descriptions to the terminal as they are. Control characters there can change what is on the screen, and direction characters make a name look like another one.',
  fix: 'Remove the characters.',
  wrong: [metadataExample({ description: '"Says \\u202Eolleh"' })],
  right: [metadataExample({ description: '"Says hello"' })],
  *check(subject) {
    const { metadata, documents } = subject;
    for (const { path } of documents.files) {
      // Control characters in paths are found on reading.
      if (direction.test(path)) yield { file: path, message: `The path has the character ${nameOf(path)}.` };
    }
    if (metadata === undefined) return;
    const { name, version, description, icon, url, tags } = metadata;
    const texts = { name, version, description, icon, url, tags: tags.join(' ') };
    for (const [key, text] of Object.entries(texts)) {
      if (text === undefined || !hidden.test(text)) continue;
      yield hitAtMetadata(subject, [key], `\`${key}\` has the character ${nameOf(text)}.`);
    }
  },
};

function nameOf(text: string): string {
  const code = hidden.exec(text)?.[0].codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
