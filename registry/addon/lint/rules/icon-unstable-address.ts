import { metadataExample } from '../examples.ts';
import { hitAtMetadata } from '../hits.ts';
import { findUrl } from '../metadata-urls.ts';
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
    const { hostname } = icon.url;
    const branch = findBranch(icon.url);
    if (hostname === 'camo.githubusercontent.com') {
      yield hitAtMetadata(subject, ['icon'], `The icon goes through the image proxy ${hostname}.`);
    } else if (branch !== undefined) {
      yield hitAtMetadata(subject, ['icon'], `The icon comes from the branch \`${branch}\`, which moves.`);
    }
  },
};

const taggedOrCommit = /^(?:v?\d+(?:\.\d+)+.*|[0-9a-f]{40})$/;

/** Finds the branch in the address of a raw file on GitHub; undefined for tags, commits and other hosts. */
function findBranch(url: URL): string | undefined {
  const parts = url.pathname.split('/').slice(1);
  const isRaw = url.hostname === 'raw.githubusercontent.com';
  const isRedirect = url.hostname === 'github.com' && (parts[2] === 'raw' || parts[2] === 'blob');
  if (!isRaw && !isRedirect) return undefined;
  const reference = parts.slice(isRaw ? 2 : 3);
  if (reference[0] === 'refs') return reference[1] === 'heads' ? reference[2] : undefined;
  const name = reference[0] ?? '';
  return taggedOrCommit.test(name) ? undefined : name;
}
