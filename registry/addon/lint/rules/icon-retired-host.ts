import { metadataExample } from '../examples.ts';
import { hitAtMetadata } from '../hits.ts';
import { findUrl } from '../metadata-urls.ts';
import type { Rule } from '../types.ts';

/** Icons on hosts of the domain kubevela.net, others of which were given up. */
export const iconRetiredHost: Rule = {
  id: 'icon/retired-host',
  severity: 'info',
  title: 'Icon on a host that may go away',
  reason:
    'The domain kubevela.net is being wound down: hosts beside static.kubevela.net were retired or lost their certificate. When this one follows, the icon is broken in every released version.',
  fix: 'Use the icon that the upstream project publishes, or keep one in your own repository at a tag.',
  wrong: [metadataExample({ icon: 'https://static.kubevela.net/images/logos/hello.png' })],
  right: [metadataExample()],
  *check(subject) {
    const icon = findUrl(subject, 'icon');
    if (icon?.url === undefined || !/(^|\.)kubevela\.net$/.test(icon.url.hostname)) return;
    yield hitAtMetadata(subject, ['icon'], `The icon is on ${icon.url.hostname}, a host that may go away.`);
  },
};
