import { podExample } from '../cluster-examples.ts';
import type { EvaluationRule } from '../evaluation-rule.ts';
import { listEffectHits } from '../list-effect-hits.ts';

/** Pods that share the network or the processes of their node. */
export const clusterHostNamespace: EvaluationRule = {
  id: 'cluster/host-namespace',
  severity: 'warning',
  title: 'A pod in the namespaces of its node',
  reason:
    'With hostNetwork, hostPID or hostIPC the pod sees the traffic or the processes of the node, and network policies do not hold for it. Clusters with pod security refuse it.',
  fix: 'Leave the field out, or say in the readme why the pod needs it.',
  wrong: [podExample({ spec: 'hostNetwork: true' })],
  right: [podExample({ spec: 'hostNetwork: false' })],
  *check({ effects }) {
    yield* listEffectHits(
      effects,
      'host-namespace',
      ({ value }) => `The pod shares a namespace of its node: ${value}.`,
    );
  },
};
