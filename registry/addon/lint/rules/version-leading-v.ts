import { metadataExample } from '../examples.ts';
import { hitAtMetadata } from '../hits.ts';
import type { Rule } from '../types.ts';

/** Versions with a `v` in front. */
export const versionLeadingV: Rule = {
  id: 'version/leading-v',
  severity: 'info',
  title: 'Version with a leading v',
  reason:
    'Clients take `v1.0.0` and `1.0.0` for the same version, so a catalogue can hold only one of them. Messages and file names show now one spelling and now the other.',
  fix: 'Leave the `v` out from the next version on.',
  wrong: [metadataExample({ version: 'v1.0.0' })],
  right: [metadataExample({ version: '1.0.0' })],
  *check(subject) {
    const version = subject.metadata?.version ?? '';
    if (!/^v[0-9]/.test(version)) return;
    yield hitAtMetadata(subject, ['version'], `The version \`${version}\` begins with a v.`);
  },
};
