import { hitAt } from '../../addon/lint/hits.ts';
import { roleExample } from '../cluster-examples.ts';
import { allowsEverything, findWildcard, toPermission } from '../effects/policy-rules.ts';
import { sayEffect } from '../effects/say-effect.ts';
import type { EvaluationRule } from '../evaluation-rule.ts';
import { listPolicyRules } from '../list-policy-rules.ts';

/** Rules that allow every verb on some resources. */
export const clusterWildcardVerbs: EvaluationRule = {
  id: 'cluster/wildcard-verbs',
  severity: 'warning',
  title: 'A rule with all verbs',
  reason:
    'The verb `*` holds verbs that nobody thinks of: deleting whole collections, and on roles and accounts `escalate`, `bind` and `impersonate`. Verbs of later Kubernetes releases come on top.',
  fix: 'Name the verbs that are needed.',
  wrong: [roleExample({ groups: 'apps', resources: 'deployments', verbs: '*' })],
  right: [roleExample({ groups: 'apps', resources: 'deployments', verbs: 'get' })],
  *check(subject) {
    for (const rule of listPolicyRules(subject)) {
      const place = findWildcard(rule.verbs)?.place;
      if (place === undefined || allowsEverything(rule)) continue;
      yield hitAt(place, place, `The rule allows all verbs: ${sayEffect(toPermission(rule)).value}.`);
    }
  },
};
