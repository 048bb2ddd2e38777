import type { GoldenEntry } from './golden-list.ts';

const proxy = 'ocm-gateway-manager-addon/resources/cluster-proxy/v0.2.2/cluster-proxy/templates';
const gateway = 'ocm-gateway-manager-addon/resources/cluster-gateway/v1.4.0/cluster-gateway-addon-manager/templates';
const account =
  'ocm-gateway-manager-addon/resources/managed-serviceaccount/v0.2.0/managed-serviceaccount/templates/clusterrole.yaml';

/** Entries of the list of what is wrong at the tip of the corpus that need an evaluation, on whatever line. */
export const evaluatedList: readonly GoldenEntry[] = [
  {
    id: 'G1',
    rule: 'cue/list-arithmetic',
    places: [
      ...at('grafana/template.cue', [22, 23, 77]),
      ...at('loki/template.cue', [16, 18, 27, 33]),
      ...at('loki/resources/loki.cue', [19]),
      ...at('loki/resources/agent-promtail.cue', [58]),
      ...at('prometheus-server/template.cue', [18, 35]),
    ],
  },
  {
    id: 'G2',
    rule: 'cue/definition-list-arithmetic',
    places: at('vela-workflow/definitions/addon-operation.cue', [56]),
  },
  {
    id: 'G7 and G8',
    rule: 'definition/undeclared-dependency',
    places: [
      ...at('victoria-metric/resources/vm-agent.cue', [3]),
      ...at('victoria-metric/resources/vm-cluster.cue', [3]),
      ...at('velaux/resources/server.cue', [37, 47]),
    ],
  },
  {
    id: 'G24',
    rule: 'link/dead-host',
    places: [...at('rollout/resources/rollout-controller.cue', [7]), ...at('traefik/resources/traefik.cue', [6])],
  },
  { id: 'G28', rule: 'cluster/all-rights', places: at('kube-trigger/resources/rbac.cue', [134, 137, 140]) },
  {
    id: 'G29',
    rule: 'cluster/wildcard-verbs',
    places: [
      ...at('vela-prism/resources/vela-prism.cue', [95]),
      ...at('loki/resources/agent-vector-controller.cue', [12, 17]),
      ...at('loki/resources/event-logger.cue', [22]),
      ...at('fluxcd/resources/rbac/privileges.cue', [12, 24, 36, 48]),
      ...at(`${gateway}/clusterroles.yaml`, [21, 27, 34, 45, 51, 57, 118, 124, 130]),
      ...at(`${proxy}/clusterrole.yaml`, [25, 33, 51, 63, 109]),
      ...at(`${proxy}/role.yaml`, [16, 23]),
      ...at(account, [59, 103, 109]),
    ],
  },
];

/** What the rules find beyond that list, each checked by hand. */
export const evaluatedAdditions: readonly GoldenEntry[] = [
  {
    id: 'sums of lists that the rewrite of 1.11 does not reach: a field is called list',
    rule: 'cue/list-arithmetic-not-rewritten',
    places: [
      ...at('o11y-definitions/definitions/grafana-dashboard-trait.cue', [65]),
      ...at('o11y-definitions/definitions/import-grafana-dashboard.cue', [68]),
    ],
  },
  {
    id: 'imports that nothing uses',
    rule: 'cue/unused-import',
    places: [
      ...at('o11y-definitions/definitions/install-datasource-from-config.cue', [3]),
      ...at('vela-workflow/definitions/read-app.cue', [3]),
    ],
  },
  {
    id: 'what vela/ql has no more from 1.10 on',
    rule: 'cue/unknown-import-name',
    places: [
      'application-resource-detail-view',
      'cloud-resource-secret-view',
      'event-view',
      'pod-view',
      'resource-view',
    ].flatMap((view) => at(`velaux/views/${view}.cue`, [2])),
  },
  {
    id: 'roles that may bind or escalate roles',
    rule: 'cluster/escalation',
    places: [
      ...at(`${gateway}/clusterroles.yaml`, [105]),
      ...at('ocm-hub-control-plane/resources/cluster-role/clusterrole.yaml', [83]),
    ],
  },
  {
    id: 'parameters without a reader',
    rule: 'parameter/unused',
    places: [
      ...at('mysql-exporter/definitions/mysql-exporter-component.cue', [140]),
      ...at('mysql-exporter/definitions/mysql-exporter-trait.cue', [104]),
      ...at('netlify/definitions/netlify.cue', [66]),
    ],
  },
  {
    id: 'parameters that must be given and say nothing',
    rule: 'parameter/no-usage',
    places: [
      ...at('loki/definitions/file-logs.cue', [137]),
      ...at('trivy-operator/definitions/aqua-trivy.cue', [118]),
      ...at('vegeta/definitions/vegeta.cue', [45]),
      ...at('vela-workflow/definitions/chat-gpt.cue', [108, 125]),
      ...at('vela-workflow/definitions/read-app.cue', [46]),
    ],
  },
];

function at(file: string, lines: readonly number[]): string[] {
  return lines.map((line) => `${file}:${line}`);
}
