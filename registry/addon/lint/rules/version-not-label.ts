import { metadataExample } from '../examples.ts';
import { hitAtMetadata } from '../hits.ts';
import type { Rule } from '../types.ts';

/** Versions that cannot be the value of a label. */
export const versionNotLabel: Rule = {
  id: 'version/not-label',
  severity: 'warning',
  title: 'Version that cannot be a label',
  reason:
    'The client writes the version into the label `addons.oam.dev/version` of the application. The API server accepts at most 63 letters, digits, `-`, `_` and `.` there: build metadata after a `+`, for one, ends the installation.',
  fix: 'Leave build metadata and other characters out.',
  wrong: [metadataExample({ version: '1.0.0+build5' })],
  right: [metadataExample({ version: '1.0.0' })],
  *check(subject) {
    const version = subject.metadata?.version ?? '';
    if (version === '' || /^(?=.{1,63}$)[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/.test(version)) return;
    yield hitAtMetadata(subject, ['version'], `\`${version}\` cannot be the value of a label.`);
  },
};
