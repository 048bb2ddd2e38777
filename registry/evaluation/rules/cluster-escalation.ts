import { roleExample } from '../cluster-examples.ts';
import type { EvaluationRule } from '../evaluation-rule.ts';
import { listEffectHits } from '../list-effect-hits.ts';

/** Rules by which an account can give itself more rights. */
export const clusterEscalation: EvaluationRule = {
  id: 'cluster/escalation',
  severity: 'warning',
  title: 'A rule that lets an account give itself rights',
  reason:
    'With `escalate` or `bind` on roles an account can give itself any right, with `impersonate` it can act as anybody. Kubernetes has these verbs to keep accounts from doing that.',
  fix: 'Leave the verbs out, or name the roles under `resourceNames`.',
  wrong: [roleExample({ groups: 'rbac.authorization.k8s.io', resources: 'clusterroles', verbs: 'bind' })],
  right: [roleExample({ groups: 'rbac.authorization.k8s.io', resources: 'clusterroles', verbs: 'get' })],
  *check({ effects }) {
    yield* listEffectHits(effects, 'escalation', ({ value }) => `The account can give itself rights: ${value}.`);
  },
};
