import { parseVersion } from '../../../version/parse-version.ts';
import { metadataExample } from '../examples.ts';
import { hitAtMetadata } from '../hits.ts';
import type { Rule } from '../types.ts';

/** Pre-releases with a `v` in their name. */
export const versionVInPrerelease: Rule = {
  id: 'version/v-in-prerelease',
  severity: 'warning',
  title: 'Pre-release name with a v in it',
  reason:
    'The client replaces every `v` in a constraint by a blank before it reads it. A pre-release like `1.0.0-dev.1` or `-preview` can therefore never be named in a dependency: `>=1.0.0-dev.1` is not readable.',
  fix: 'Use alpha, beta or rc.',
  wrong: [metadataExample({ version: '1.0.0-dev.1' })],
  right: [metadataExample({ version: '1.0.0-alpha.1' })],
  *check(subject) {
    const version = parseVersion(subject.metadata?.version ?? '');
    if (!version.ok || !version.value.prerelease.includes('v')) return;
    const message = `No dependency can name the pre-release \`${version.value.prerelease}\`, because it has a v in it.`;
    yield hitAtMetadata(subject, ['version'], message);
  },
};
