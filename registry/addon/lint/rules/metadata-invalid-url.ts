import { metadataExample } from '../examples.ts';
import { hitAtMetadata } from '../hits.ts';
import { findUrl } from '../metadata-urls.ts';
import type { Rule } from '../types.ts';

/** `icon` and `url` that are no http or https addresses. */
export const metadataInvalidUrl: Rule = {
  id: 'metadata/invalid-url',
  severity: 'warning',
  title: 'icon or url is no web address',
  reason:
    'Browsers open these addresses. Anything but an absolute http or https address is not shown by careful programs, and is a danger in careless ones (`javascript:`).',
  fix: 'Write a complete address that begins with https://.',
  wrong: [metadataExample({ url: 'hello.example' })],
  right: [metadataExample()],
  *check(subject) {
    for (const key of ['icon', 'url'] as const) {
      const found = findUrl(subject, key);
      if (found === undefined || found.url?.protocol === 'https:' || found.url?.protocol === 'http:') continue;
      yield hitAtMetadata(subject, [key], `\`${key}\` is no http or https address.`);
    }
  },
};
