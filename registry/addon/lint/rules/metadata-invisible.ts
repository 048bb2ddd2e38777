import { metadataExample } from '../examples.ts';
import { hitAtMetadata } from '../hits.ts';
import type { Rule } from '../types.ts';

/** Addons that hide from VelaUX. */
export const metadataInvisible: Rule = {
  id: 'metadata/invisible',
  severity: 'info',
  title: 'Addon that hides from VelaUX only',
  reason:
    'The command line does not read `invisible`, so it lists the addon all the same. VelaUX leaves it out of its list, and by a mistake also leaves in the hidden one that follows it.',
  fix: 'Remove the key unless the addon is really of no use alone.',
  wrong: [metadataExample({}, ['invisible: true'])],
  right: [metadataExample({}, ['invisible: false'])],
  *check(subject) {
    if (subject.metadata?.invisible !== true) return;
    yield hitAtMetadata(subject, ['invisible'], 'VelaUX leaves the addon out of its list.');
  },
};
