import { parseVersion } from '../../../version/parse-version.ts';
import { metadataExample } from '../examples.ts';
import { hitAtMetadata } from '../hits.ts';
import type { Rule } from '../types.ts';

/** Versions that cannot be compared. */
export const versionNotSemver: Rule = {
  id: 'version/not-semver',
  severity: 'warning',
  title: 'Version that is no semantic version',
  reason:
    'Clients sort versions, choose the newest and check requirements by semantic versions. One that cannot be read as such comes last in every list, is never chosen, satisfies no dependency, and `vela addon push` and Helm refuse it.',
  fix: 'Use three numbers, like 1.0.0.',
  wrong: [metadataExample({ version: 'latest' })],
  right: [metadataExample({ version: '1.0.0' })],
  *check(subject) {
    const version = subject.metadata?.version ?? '';
    if (version === '' || parseVersion(version).ok) return;
    yield hitAtMetadata(subject, ['version'], `\`${version}\` is no semantic version.`);
  },
};
