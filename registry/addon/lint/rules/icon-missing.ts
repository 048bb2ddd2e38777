import { metadataExample } from '../examples.ts';
import type { Rule } from '../types.ts';

/** No icon. */
export const iconMissing: Rule = {
  id: 'icon/missing',
  severity: 'info',
  title: 'No icon',
  reason:
    'VelaUX and the pages of a registry show the icon beside the name. Without one the addon looks unfinished in every list.',
  fix: 'Add `icon` with the address of an image.',
  wrong: [metadataExample({ icon: undefined })],
  right: [metadataExample()],
  *check({ metadata }) {
    if (metadata === undefined || metadata.icon) return;
    yield { file: 'metadata.yaml', message: 'metadata.yaml names no `icon`.' };
  },
};
