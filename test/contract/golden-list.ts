import { terraformPlaces } from './golden-terraform.ts';

/** One entry of the list of what is wrong at the tip of the corpus, and the one rule that finds it at exactly these places (`addon/file:line`). */
export interface GoldenEntry {
  readonly id: string;
  readonly rule: string;
  readonly places: readonly string[];
}

/** Entries that need an evaluation (G1, G2, G7, G8, G24, G28, G29) stand in `evaluated-list.ts`. */
export const goldenList: readonly GoldenEntry[] = [
  {
    id: 'G3',
    rule: 'cue/error-label',
    places: under('velaux/views', [
      'application-resource-detail-view.cue:35',
      'cloud-resource-secret-view.cue:31',
      'cloud-resource-view.cue:28',
      'event-view.cue:53',
      'pod-view.cue:77',
      'resource-view.cue:49',
      'resource-view.cue:57',
      'service-view.cue:36',
    ]),
  },
  {
    id: 'G4',
    rule: 'definition/misplaced-field',
    places: under('mysql-exporter/definitions', ['mysql-exporter-component.cue:4', 'mysql-exporter-component.cue:11']),
  },
  { id: 'G5', rule: 'definition/pruned-field', places: ['model-training/definitions/jupyter-comp-def.yaml:11'] },
  { id: 'G6', rule: 'metadata/duplicate-key', places: inMetadata('victoria-metric:1 victoria-metric:8') },
  {
    id: 'G9',
    rule: 'metadata/unknown-deploy-to-key',
    places: inMetadata(
      'cloudshell:7 flink-kubernetes-operator:11 mysql-exporter:12 ocm-gateway-manager-addon:11 ocm-hub-control-plane:11 terraform:13 terraform-alibaba:12 terraform-aws:12 terraform-azure:11 terraform-baidu:11 terraform-ec:11 terraform-gcp:11 terraform-tencent:12 terraform-ucloud:11 traefik:15 vegeta:11 velaux:12',
    ),
  },
  {
    id: 'G10',
    rule: 'metadata/legacy-runtime-cluster',
    places: inMetadata(
      'flink-kubernetes-operator:12 ocm-gateway-manager-addon:12 ocm-hub-control-plane:12 terraform:14 terraform-alibaba:13 terraform-aws:13 terraform-azure:12 terraform-baidu:12 terraform-ec:12 terraform-gcp:12 terraform-tencent:13 terraform-ucloud:12',
    ),
  },
  {
    id: 'G11',
    rule: 'metadata/unknown-key',
    places: inMetadata(
      'mysql-exporter:3 terraform-ec:22 terraform-ec:25 terraform-ec:27 terraform-ucloud:23 terraform-ucloud:26 terraform-ucloud:31 victoria-metric:7',
    ),
  },
  { id: 'G12', rule: 'schema/file-name', places: ['victoria-metric/schemas/schema.yaml:1'] },
  {
    id: 'G13',
    rule: 'package/legacy-parameter',
    places: ['chartmuseum', 'model-serving', 'terraform', 'traefik'].map(
      (addon) => `${addon}/resources/parameter.cue:1`,
    ),
  },
  {
    id: 'G14',
    rule: 'definition/deprecated-annotation',
    places: under('fluxcd/definitions', [
      'json-patch.cue:11',
      'kustomize-patch.cue:11',
      'kustomize.cue:6',
      'strategy-merge.cue:11',
    ]),
  },
  { id: 'G15', rule: 'definition/no-namespace', places: ['model-serving/definitions/serving-comp-def.yaml:5'] },
  { id: 'G16', rule: 'version/accidental-prerelease', places: inMetadata('traefik:2') },
  {
    id: 'G17',
    rule: 'version/leading-v',
    places: inMetadata(
      'grafana:2 kube-state-metrics:2 loki:2 node-exporter:2 o11y-definitions:2 prometheus-server:2 traefik:2 vela-core-shard-manager:2 vela-prism:2 vela-workflow:2 velaux:2',
    ),
  },
  { id: 'G18', rule: 'package/no-template', places: ['o11y-definitions/:1', 'vegeta/:1'] },
  { id: 'G19', rule: 'package/ignored-file', places: ['velaux/readme_cn.md:1'] },
  {
    id: 'G20',
    rule: 'icon/missing',
    places: inMetadata(
      'cloudshell:1 ingress-nginx:1 kubevela-io:1 model-serving:1 model-training:1 terraform-baidu:1 terraform-ec:1 terraform-gcp:1 terraform-ucloud:1',
    ),
  },
  {
    id: 'G21',
    rule: 'metadata/no-url',
    places: inMetadata('dex:1 ingress-nginx:1 keda:1 kubevela-io:1 model-serving:1 model-training:1 victoria-metric:1'),
  },
  {
    id: 'G22',
    rule: 'readme/short',
    places: [
      ...['alibaba', 'aws', 'azure', 'baidu', 'gcp', 'tencent', 'ucloud'].map(
        (cloud) => `terraform-${cloud}/readme.md:1`,
      ),
      'model-serving/readme.md:1',
      'model-training/readme.md:1',
      'node-exporter/readme.md:1',
      'victoria-metric/README.md:1',
    ],
  },
  {
    id: 'G23',
    rule: 'definition/no-description',
    places: [
      'mysql-exporter/definitions/mysql-exporter-component.cue:45',
      'mysql-exporter/definitions/mysql-exporter-trait.cue:8',
      'trivy-operator/definitions/aqua-trivy.cue:13',
      'vegeta/definitions/vegeta.cue:9',
    ],
  },
  {
    id: 'G25',
    rule: 'icon/retired-host',
    places: inMetadata(
      'kube-trigger:5 rollout:4 terraform:4 terraform-aws:4 vela-core-shard-manager:4 vela-prism:4 vela-workflow:4 velaux:4',
    ),
  },
  {
    id: 'G26',
    rule: 'icon/unstable-address',
    places: inMetadata(
      'cert-manager:4 chartmuseum:4 dex:4 fluxcd:4 kruise-rollout:5 netlify:5 trivy-operator:4 vegeta:5',
    ),
  },
  {
    id: 'G27',
    rule: 'cluster/admin-binding',
    places: [
      'fluxcd/resources/rbac/binding-cluster-admin.cue:14',
      'kube-trigger/resources/rbac.cue:15',
      'kube-trigger/resources/rbac.cue:249',
      'vela-workflow/resources/privileges.cue:25',
      'velaux/resources/privileges.cue:14',
    ],
  },
  {
    id: 'G30',
    rule: 'cluster/host-path',
    places: [
      'loki/resources/agent-promtail.cue:20',
      'loki/resources/agent-vector.cue:42',
      'node-exporter/resources/node-exporter.cue:11',
    ],
  },
  {
    id: 'G31',
    rule: 'cluster/mutable-image',
    places: ['kubevela-io/resources/deployment/kubevela-io-deployment.yaml:25', 'netlify/definitions/netlify.cue:53'],
  },
  { id: 'G32', rule: 'definition/terraform-without-ref', places: terraformPlaces },
];

/** What the rules find beyond that list, each checked by hand. */
export const goldenAdditions: readonly GoldenEntry[] = [
  { id: 'two dependencies', rule: 'dependency/several', places: inMetadata('dex:10 flink-kubernetes-operator:14') },
  {
    id: 'github.com/…/raw/main',
    rule: 'icon/redirect',
    places: inMetadata('ocm-gateway-manager-addon:4 ocm-hub-control-plane:4'),
  },
  {
    id: 'uasge for usage',
    rule: 'cue/mistyped-directive',
    places: ['fluxcd/definitions/kustomize.cue:252'],
  },
  {
    id: 'core.oam.dev/v1alpha2',
    rule: 'definition/old-api-version',
    places: ['terraform-azure/definitions/terraform-azure-storage-account.yaml:1'],
  },
  {
    id: 'an image without a tag',
    rule: 'cluster/untagged-image',
    places: [
      'loki/resources/agent.cue:7',
      'prometheus-server/resources/prometheus-server.cue:74',
      'prometheus-server/resources/thanos-query.cue:38',
    ],
  },
];

/** Places that look wrong to a search for words and are not. No rule may report them, or anything in their neighbourhood. */
export const goldenTraps: readonly { readonly id: string; readonly file: string; readonly lines: readonly number[] }[] =
  [
    { id: 'N1: a sum of texts', file: 'vegeta/definitions/vegeta.cue', lines: [29] },
    { id: 'N1: a sum of texts', file: 'velaux/resources/privileges.cue', lines: [35] },
    { id: 'N2: cluster-admin in prose', file: 'ocm-hub-control-plane/template.yaml', lines: [71] },
    { id: 'N3: hostPath as a key of a form', file: 'velaux/schemas/component-uischema-webservice.yaml', lines: [109] },
  ];

function under(folder: string, places: readonly string[]): string[] {
  return places.map((place) => `${folder}/${place}`);
}

/** `addon:line addon:line …` in metadata.yaml. */
function inMetadata(places: string): string[] {
  return places.split(' ').map((place) => place.replace(':', '/metadata.yaml:'));
}
