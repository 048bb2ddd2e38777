import { hitAt } from '../../addon/lint/hits.ts';
import { roleExample } from '../cluster-examples.ts';
import { allowsEverything, findWildcard } from '../effects/policy-rules.ts';
import type { EvaluationRule } from '../evaluation-rule.ts';
import { listPolicyRules } from '../list-policy-rules.ts';

/** Rules that allow everything with everything. */
export const clusterAllRights: EvaluationRule = {
  id: 'cluster/all-rights',
  severity: 'warning',
  title: 'A rule that allows everything',
  reason:
    'All verbs on all resources of all API groups make the account an administrator, without the name cluster-admin that people look for.',
  fix: 'Name the API groups, resources and verbs that are needed.',
  wrong: [roleExample({ groups: '*', resources: '*', verbs: '*' })],
  right: [roleExample({ groups: 'apps', resources: 'deployments', verbs: 'get' })],
  *check(subject) {
    for (const rule of listPolicyRules(subject)) {
      if (!allowsEverything(rule)) continue;
      const parts = [
        ['API groups', rule.groups],
        ['resources', rule.resources],
        ['verbs', rule.verbs],
      ] as const;
      for (const [what, list] of parts) {
        const place = findWildcard(list)?.place ?? rule.at;
        yield hitAt(place, place, `The rule allows everything; here it takes in all ${what}.`);
      }
    }
  },
};
