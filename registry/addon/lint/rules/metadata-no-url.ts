import { metadataExample } from '../examples.ts';
import type { Rule } from '../types.ts';

/** No home page. */
export const metadataNoUrl: Rule = {
  id: 'metadata/no-url',
  severity: 'info',
  title: 'No home page',
  reason:
    'Lists and pages link to the `url` of an addon. Without it nobody finds the project, its source or its issues.',
  fix: 'Add `url` with the home page of the project.',
  wrong: [metadataExample({ url: undefined })],
  right: [metadataExample()],
  *check({ metadata }) {
    if (metadata === undefined || metadata.url) return;
    yield { file: 'metadata.yaml', message: 'metadata.yaml names no home page (`url`).' };
  },
};
