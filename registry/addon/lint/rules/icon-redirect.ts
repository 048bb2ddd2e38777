import { metadataExample } from '../examples.ts';
import { hitAtMetadata } from '../hits.ts';
import { findBranch, findUrl } from '../metadata-urls.ts';
import type { Rule } from '../types.ts';

/** Icons behind GitHub's redirect to a file on a branch. */
export const iconRedirect: Rule = {
  id: 'icon/redirect',
  severity: 'info',
  title: 'Icon behind a redirect to a branch',
  reason:
    'GitHub answers an address like `github.com/<owner>/<repository>/raw/<branch>/…` with a redirect to the file as it is on the branch today. The icon of every released version changes or breaks with the branch, and each view costs a second request.',
  fix: 'Write the address on raw.githubusercontent.com, with a tag or a commit instead of the branch.',
  wrong: [metadataExample({ icon: 'https://github.com/hello/hello/raw/main/logo.png' })],
  right: [metadataExample({ icon: 'https://raw.githubusercontent.com/hello/hello/v1.0.0/logo.png' })],
  *check(subject) {
    const url = findUrl(subject, 'icon')?.url;
    if (url?.hostname !== 'github.com') return;
    const [, , , form, ...reference] = url.pathname.split('/');
    const branch = form === 'raw' || form === 'blob' ? findBranch(reference) : undefined;
    if (branch === undefined) return;
    yield hitAtMetadata(subject, ['icon'], `The icon is behind a redirect to the branch \`${branch}\`, which moves.`);
  },
};
