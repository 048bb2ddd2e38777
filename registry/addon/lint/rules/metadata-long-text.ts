import { metadataExample } from '../examples.ts';
import { hitAtMetadata } from '../hits.ts';
import type { Rule } from '../types.ts';

const limits = { description: 500, icon: 2048, url: 2048, tag: 64 } as const;

/** Texts that fit in no list. */
export const metadataLongText: Rule = {
  id: 'metadata/long-text',
  severity: 'info',
  title: 'Text that is too long for a list',
  reason:
    'The description stands in one line of `vela addon list`, in search results and in every entry of the index, and tags are filters. Long texts break the tables; what needs more room belongs in the readme.',
  fix: 'Shorten the text, and move the rest to README.md.',
  wrong: [metadataExample({ description: 'Says hello. '.repeat(60).trim() })],
  right: [metadataExample({ description: 'Says hello' })],
  *check(subject) {
    const { metadata } = subject;
    if (metadata === undefined) return;
    for (const key of ['description', 'icon', 'url'] as const) {
      const length = metadata[key]?.length ?? 0;
      if (length <= limits[key]) continue;
      yield hitAtMetadata(subject, [key], `\`${key}\` has ${length} characters, more than ${limits[key]}.`);
    }
    const tag = metadata.tags.find(({ length }) => length > limits.tag);
    if (tag === undefined) return;
    yield hitAtMetadata(subject, ['tags'], `A tag has ${tag.length} characters, more than ${limits.tag}.`);
  },
};
