import { type DefinitionKind, definitionKindSchema } from '../../../schemas/definition.ts';
import type { ReleaseLine } from '../../../schemas/release-line.ts';
import { releaseLines } from '../../version/release-lines.ts';

/** Names that KubeVela brings with it (`charts/vela-core/templates/defwithtemplate`, the workflow's own step types), and since which line; no line = all. */
const builtin: Readonly<Record<DefinitionKind, readonly { readonly since: ReleaseLine; readonly names: string }[]>> = {
  component: [
    { since: '1.9', names: 'cron-task daemon k8s-objects raw ref-objects task webservice worker' },
    { since: '1.10', names: 'statefulset' },
  ],
  trait: [
    {
      since: '1.9',
      names:
        'affinity annotations command configmap container-image container-ports cpuscaler env expose gateway hostalias hpa ingress ingress-1-20 init-container json-merge-patch json-patch k8s-update-strategy labels lifecycle nocalhost node-affinity pure-ingress pvc resource scaler service-account service-binding sidecar startup-probe storage topologyspreadconstraints volumes',
    },
    { since: '1.10', names: 'podsecuritycontext securitycontext' },
  ],
  policy: [
    {
      since: '1.9',
      names:
        'apply-once debug envbinding garbage-collect override read-only replication resource-update shared-resource take-over topology',
    },
  ],
  'workflow-step': [
    {
      since: '1.9',
      names:
        'apply-application apply-application-in-parallel apply-component apply-deployment apply-object apply-remaining apply-terraform-config apply-terraform-provider build-push-image builtin-apply-component check-metrics clean-jobs collect-service-endpoints create-config delete-config depends-on-app deploy deploy-cloud-resource deploy2env deploy2runtime export-data export-service export2config export2secret generate-jdbc-connection list-config notification print-message-in-status read-config read-object request share-cloud-resource step-group suspend vela-cli webhook',
    },
  ],
  workload: [],
};

const order = releaseLines.map(({ line }) => line);

const sinceByName: ReadonlyMap<DefinitionKind, ReadonlyMap<string, ReleaseLine>> = new Map(
  definitionKindSchema.enum.map((kind) => [
    kind,
    new Map(builtin[kind].flatMap(({ since, names }) => names.split(' ').map((name) => [name, since] as const))),
  ]),
);

/** Whether KubeVela of that line brings a definition of this kind and name, so that nobody needs to depend on an addon for it. */
export function isBuiltinDefinition(kind: DefinitionKind, name: string, line: ReleaseLine): boolean {
  const since = sinceByName.get(kind)?.get(name);
  return since !== undefined && order.indexOf(since) <= order.indexOf(line);
}
