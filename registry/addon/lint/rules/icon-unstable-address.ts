import { metadataExample } from '../examples.ts';
import { hitAtMetadata } from '../hits.ts';
import { findBranch, findUrl } from '../metadata-urls.ts';
import type { Rule } from '../types.ts';

/** Icons whose address shows something else tomorrow: image proxies and branches of a repository. */
export const iconUnstableAddress: Rule = {
  id: 'icon/unstable-address',
  severity: 'info',
  title: 'Icon through an image proxy or from a branch',
  reason:
    'A released version keeps its icon address for ever. A file on a branch is moved or renamed sooner or later, and addresses of an image proxy are no promise at all.',
  fix: 'Name a tag or a commit instead of the branch, or an address that the project publishes for this purpose.',
  wrong: [metadataExample({ icon: 'https://raw.githubusercontent.com/hello/hello/main/logo.png' })],
  right: [metadataExample({ icon: 'https://raw.githubusercontent.com/hello/hello/v1.0.0/logo.png' })],
  *check(subject) {
    const icon = findUrl(subject, 'icon');
    if (icon?.url === undefined) return;
    const { hostname, pathname } = icon.url;
    const branch = hostname === 'raw.githubusercontent.com' ? findBranch(pathname.split('/').slice(3)) : undefined;
    if (hostname === 'camo.githubusercontent.com') {
      yield hitAtMetadata(subject, ['icon'], `The icon goes through the image proxy ${hostname}.`);
    } else if (branch !== undefined) {
      yield hitAtMetadata(subject, ['icon'], `The icon comes from the branch \`${branch}\`, which moves.`);
    }
  },
};
