import { normalizeVersion } from '../../../version/normalize-version.ts';
import { parseVersion, toCanonicalText } from '../../../version/parse-version.ts';
import { metadataExample } from '../examples.ts';
import { hitAtMetadata } from '../hits.ts';
import type { Rule } from '../types.ts';

/** Versions that clients print in another form. */
export const versionNotCanonical: Rule = {
  id: 'version/not-canonical',
  severity: 'warning',
  title: 'Version with fewer than three numbers or with leading zeros',
  reason:
    'When the addon is a dependency, the client prints its version anew: `1.2` becomes `1.2.0`. It then looks for that text in the index, does not find it, and the addon that depends on this one cannot be installed.',
  fix: 'Write three numbers without leading zeros.',
  wrong: [metadataExample({ version: '"1.2"' })],
  right: [metadataExample({ version: '1.2.0' })],
  *check(subject) {
    const text = subject.metadata?.version ?? '';
    const version = parseVersion(text);
    if (!version.ok || toCanonicalText(version.value) === normalizeVersion(text)) return;
    const message = `As a dependency \`${text}\` is looked for as \`${toCanonicalText(version.value)}\` and not found.`;
    yield hitAtMetadata(subject, ['version'], message);
  },
};
