import { checkSemVer } from '../../../version/check-sem-ver.ts';
import { metadataExample } from '../examples.ts';
import { hitAtMetadata } from '../hits.ts';
import type { Rule } from '../types.ts';

/** System requirements that cannot be read. */
export const metadataInvalidRequirement: Rule = {
  id: 'metadata/invalid-requirement',
  severity: 'error',
  title: 'System requirement that cannot be read',
  reason:
    'The client checks `system.vela` and `system.kubernetes` before it installs. One that it cannot read as a constraint fails the check on every cluster.',
  fix: 'Use comparisons like `>=1.9.0` or `>=1.24, <1.32`.',
  wrong: [metadataExample({}, ['system:', '  vela: 1.9 or newer'])],
  right: [metadataExample({}, ['system:', '  vela: ">=1.9.0"'])],
  *check(subject) {
    for (const key of ['vela', 'kubernetes'] as const) {
      const requirement = subject.metadata?.system?.[key] ?? '';
      const met = checkSemVer('1.0.0', requirement);
      if (met.ok) continue;
      const message = `The requirement \`${requirement}\` cannot be read: ${met.error}.`;
      yield hitAtMetadata(subject, ['system', key], message);
    }
  },
};
