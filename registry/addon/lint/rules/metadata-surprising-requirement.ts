import { parseVersion } from '../../../version/parse-version.ts';
import { metadataExample } from '../examples.ts';
import { hitAtMetadata } from '../hits.ts';
import type { LintSubject, Rule, RuleHit } from '../types.ts';

/** System requirements that shut out more than their author meant. */
export const metadataSurprisingRequirement: Rule = {
  id: 'metadata/surprising-requirement',
  severity: 'warning',
  title: 'System requirement that shuts out more than it says',
  reason:
    'Vendors write their builds of Kubernetes as pre-releases: v1.27.3-gke.100. The client refuses such a build for `>=1.27.3`, though it accepts later ones. A bare version without an operator admits that one version alone, down to the patch number.',
  fix: 'Write `>=1.27.3-0` or `>=1.27` to admit the builds of vendors, and an operator where a version stands alone.',
  wrong: [metadataExample({}, ['system:', '  kubernetes: ">=1.27.3"'])],
  right: [metadataExample({}, ['system:', '  kubernetes: ">=1.27.3-0"'])],
  *check(subject) {
    const kubernetes = subject.metadata?.system?.kubernetes ?? '';
    const bound = /^>=(\d+\.\d+\.\d+)$/.exec(kubernetes)?.[1];
    if (bound !== undefined) {
      const message = `\`${kubernetes}\` refuses builds of vendors like v${bound}-gke.100.`;
      yield hitAtMetadata(subject, ['system', 'kubernetes'], message);
    }
    for (const key of ['vela', 'kubernetes'] as const) yield* checkOperator(subject, key);
  },
};

function* checkOperator(subject: LintSubject, key: 'vela' | 'kubernetes'): Generator<RuleHit> {
  const requirement = (subject.metadata?.system?.[key] ?? '').trim();
  const version = parseVersion(requirement);
  if (!version.ok || requirement.split('.').length < 3) return;
  yield hitAtMetadata(subject, ['system', key], `\`${requirement}\` admits this one version only.`);
}
