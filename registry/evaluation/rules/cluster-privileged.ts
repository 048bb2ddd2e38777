import { podExample } from '../cluster-examples.ts';
import type { EvaluationRule } from '../evaluation-rule.ts';
import { listEffectHits } from '../list-effect-hits.ts';

/** Containers with the rights of the node. */
export const clusterPrivileged: EvaluationRule = {
  id: 'cluster/privileged',
  severity: 'warning',
  title: 'A container with the rights of its node',
  reason:
    'A privileged container, or one with added capabilities, can do on its node what root can do, or part of it. Clusters with pod security refuse it.',
  fix: 'Run the container without, or say in the readme why it needs them.',
  wrong: [podExample({ container: 'securityContext: {privileged: true}' })],
  right: [podExample({ container: 'securityContext: {privileged: false}' })],
  *check({ effects }) {
    yield* listEffectHits(effects, 'privileged', ({ value }) => `The container runs with more rights: ${value}.`);
  },
};
