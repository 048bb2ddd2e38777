import { createFinding } from '../../registry/findings.ts';
import type { Effect } from '../../schemas/effects.ts';
import type { Parameter } from '../../schemas/parameter.ts';
import type { FixtureDefinition } from '../support/fixture-definitions.ts';

const text = (name: string, rest: Partial<Parameter> = {}): Parameter => ({
  name,
  type: 'string',
  optional: false,
  required: true,
  ...rest,
});
const given = { optional: false, required: false } as const;
const optional = { optional: true, required: false } as const;

/** Parameters of every shape: nested, with alternatives, with long defaults and long names. */
export const sampleParameters: readonly Parameter[] = [
  text('clusterName', { usage: 'The name of the cluster, as `vela cluster list` shows it.' }),
  { name: 'onlyHelmComponents', type: 'bool', ...given, default: false, usage: 'Installs the Helm controllers only.' },
  text('deploymentTopologyOfTheRuntimeClusters', { ...optional, enum: ['local', 'all'], usage: 'Where it runs.' }),
  {
    name: 'sourceResourceLimits',
    type: 'struct',
    ...given,
    fields: [
      text('cpu', { ...given, default: '1000m', constraints: ['=~"^[0-9]+m?$"'] }),
      text('memory', { ...given, default: '1Gi' }),
      {
        name: 'tolerations',
        type: 'list',
        ...optional,
        element: { type: 'struct', fields: [text('key'), text('effect', { enum: ['NoSchedule', 'NoExecute'] })] },
      },
    ],
  },
  { name: 'labels', type: 'map', ...optional, element: { type: 'string' }, usage: 'Put on every object.' },
  {
    name: 'storage',
    type: 'union',
    ...optional,
    oneOf: [
      { type: 'string' },
      { type: 'struct', fields: [text('claim', { usage: 'An existing claim.' })] },
      { type: 'struct', fields: [text('size', { usage: 'A new claim of this size.' })] },
    ],
  },
  {
    name: 'registries',
    type: 'list',
    ...given,
    element: { type: 'string' },
    default: ['ghcr.io/fluxcd', 'docker.io/library', 'registry.example.com/mirror/of/something'],
    immutable: true,
  },
  { name: 'replicas', type: 'int', ...given, default: 1, constraints: ['>=1', '<=9'], alias: 'count' },
  text('region', {
    ...optional,
    enum: ['eu-central-1', 'eu-west-1', 'us-east-1', 'us-west-1', 'us-west-2', 'ap-east-1', 'ap-south-1'],
  }),
];

const at = (file: string, line: number, column: number) => ({ file, line, column });

/** Effects of every severity, some of them many. */
export const sampleEffects: readonly Effect[] = [
  {
    kind: 'cluster-admin',
    severity: 'danger',
    subject: 'ClusterRoleBinding/fluxcd-cluster-admin',
    value: '`ServiceAccount flux-system/kustomize-controller` is bound to `ClusterRole cluster-admin`',
    ...at('template.cue', 4, 2),
  },
  {
    kind: 'wildcard-rule',
    severity: 'danger',
    subject: 'ClusterRole/crd-controller',
    value: 'any verb on `source.toolkit.fluxcd.io/*`',
    ...at('template.cue', 5, 3),
  },
  {
    kind: 'host-path',
    severity: 'danger',
    subject: 'DaemonSet/promtail',
    value: '`/var/log/pods`',
    ...at('template.cue', 6, 3),
    definition: 'component/helm',
  },
  { kind: 'namespace', severity: 'notice', subject: 'Namespace/flux-system', value: '`flux-system`', ...at('', 1, 1) },
  ...Array.from(
    { length: 11 },
    (_, index): Effect => ({
      kind: 'image',
      severity: 'plain',
      subject: `Deployment/controller-number-${index + 1}-with-a-rather-long-name`,
      value: `\`ghcr.io/fluxcd/source-controller-with-a-long-name-${index + 1}:v0.25.1\``,
      ...at('resources/controllers/source-controller.cue', index + 1, 12),
    }),
  ),
  {
    kind: 'chart',
    severity: 'plain',
    subject: 'HelmRepository/bitnami',
    value: '`https://charts.bitnami.com/bitnami`',
    ...at('template.cue', 9, 1),
  },
];

const source = `import "strconv"

helm: {
	type:        "component"
	description: "Installs a Helm chart."
	attributes: workload: type: "autodetects.core.oam.dev"
}
template: {
	output: {
		apiVersion: "helm.toolkit.fluxcd.io/v2beta1"
		kind:       "HelmRelease"
		spec: chart: spec: chart: parameter.chart
	}
	parameter: {
		// +usage=The chart to install
		chart: string
	}
}
`;

const healthPolicy = `isHealth: context.output.status.conditions[0].status == "True"
`;

/** Definitions of every kind, with several owners and lines that differ. */
export const sampleDefinitions: readonly FixtureDefinition[] = [
  {
    addon: 'fluxcd',
    versions: ['2.4.0', '2.3.9', '2.3.8', 'v2.3.0', '2.0.0', '1.4.3', '1.0.0'],
    source,
    document: {
      kind: 'component',
      name: 'helm',
      description: 'Installs a Helm chart from a Helm repository, a Git repository, an OSS bucket or an OCI registry.',
      imports: ['strconv', 'vela/op'],
      workload: 'autodetects.core.oam.dev',
      healthPolicy,
      customStatus: 'message: "Fetch repository successfully, Create helm release successfully"\n',
      template: 'output: {}\n',
      parameters: [...sampleParameters],
      object: {
        apiVersion: 'core.oam.dev/v1beta1',
        kind: 'ComponentDefinition',
        metadata: { name: 'helm', namespace: 'vela-system' },
        spec: { schematic: { cue: { template: source } } },
      },
      openApi: { type: 'object' },
      jsonSchema: { type: 'object' },
    },
    lines: {
      '1.11': {
        refused: 'cannot convert definition helm: template: 12:20: Addition of lists is superseded by list.Concat',
        findings: [
          createFinding({
            rule: 'cue/list-arithmetic',
            severity: 'error',
            for: ['1.11'],
            file: 'definitions/helm.cue',
            line: 12,
            column: 20,
            message: 'CUE 0.11 and later refuse to add lists with +',
            fix: 'Use list.Concat([a, b]) of the package "list".',
          }),
        ],
      },
    },
  },
  {
    catalog: 'team',
    addon: 'internal-gateway',
    versions: ['0.3.1'],
    document: { kind: 'component', name: 'helm', description: 'Our own.' },
  },
  {
    addon: 'terraform',
    versions: ['1.7.0'],
    document: {
      kind: 'component',
      name: 'alibaba-cloud-container-service-for-kubernetes-managed-cluster',
      form: 'yaml',
      file: 'definitions/terraform-alibaba-ack.yaml',
      schematic: 'terraform',
      description: 'Terraform configuration for Alibaba Cloud ACK cluster',
      workload: 'configurations.terraform.core.oam.dev',
    },
  },
  {
    addon: 'keda',
    versions: ['1.4.0'],
    document: {
      kind: 'trait',
      name: 'keda-auto-scaler',
      alias: 'autoscaler',
      deprecated: true,
      description: 'Scales by events.',
      appliesTo: ['deployments.apps', 'statefulsets.apps'],
      conflictsWith: ['cpuscaler', 'hpa'],
      parameters: [text('serverAddress', { constraints: ['=~"^https?://"'] }), ...sampleParameters.slice(1, 2)],
    },
  },
  { addon: 'dex', versions: ['1.1.0'], document: { kind: 'policy', name: 'override' } },
  { addon: 'loki', versions: ['1.6.0'], document: { kind: 'workflow-step', name: 'export-logs' } },
];
