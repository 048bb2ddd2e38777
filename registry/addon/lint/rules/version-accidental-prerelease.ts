import { parseVersion } from '../../../version/parse-version.ts';
import { metadataExample } from '../examples.ts';
import { hitAtMetadata } from '../hits.ts';
import type { Rule } from '../types.ts';

/** Build numbers that make a release a pre-release. */
export const versionAccidentalPrerelease: Rule = {
  id: 'version/accidental-prerelease',
  severity: 'warning',
  title: 'Build number that makes a pre-release',
  reason:
    'What follows a hyphen is a pre-release: `2.6.3-1` comes before `2.6.3`, `>=2.6.3` does not accept it, and clients that are asked for the newest stable version pass it over.',
  fix: 'Raise the patch number instead: 2.6.4 after 2.6.3.',
  wrong: [metadataExample({ version: '1.0.0-1' })],
  right: [metadataExample({ version: '1.0.1' })],
  *check(subject) {
    const version = parseVersion(subject.metadata?.version ?? '');
    if (!version.ok || !/^[0-9.]+$/.test(version.value.prerelease)) return;
    const { text, prerelease } = version.value;
    const release = text.slice(0, text.indexOf(`-${prerelease}`));
    yield hitAtMetadata(subject, ['version'], `\`${text}\` is a pre-release of \`${release}\` and comes before it.`);
  },
};
