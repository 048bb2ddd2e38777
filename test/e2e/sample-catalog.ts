import { createFinding } from '../../registry/findings.ts';
import type { EvaluatedParts } from '../../schemas/rest.ts';
import type { Verdict } from '../../schemas/verdict.ts';
import type { StateReason } from '../../schemas/version-state.ts';
import { createSourceState, type FixtureVersion } from '../support/fixture-catalog.ts';
import type { FixtureSiteOptions } from '../support/fixture-site.ts';
import { sampleDefinitions, sampleEffects, sampleParameters } from './sample-definitions.ts';
import { sampleDiff } from './sample-diff.ts';
import { sampleGraph } from './sample-graph.ts';
import { samplePlanner } from './sample-plans.ts';

const readme = `# Flux

Ships [Flux](https://fluxcd.io) with two *components* and one ~~old~~ new trait. ![build](https://ci.example.com/badge.svg)

## Install

\`\`\`shell
vela addon enable fluxcd --version 2.4.0 clusters={local} deployTo.runtimeCluster=true anotherParameter=with-a-long-value
\`\`\`

| Parameter | Type | Meaning |
|:----------|:----:|--------:|
| \`onlyHelmComponents\` | bool | installs the Helm controllers and nothing else |
| \`sourceResourceLimits.cpu\` | string | how much of a processor the source controller may take |

> Read [the template](template.cue) first, or [jump](#install).

#### A heading that skips levels

1. one
2. two
   - with <b>markup</b> and \`code\`

---

![picture of the package](docs/picture.png) [run](javascript:alert(1)) <script>alert(2)</script>
`;

const template = `package main

output: {
	apiVersion: "core.oam.dev/v1beta1"
	kind:       "Application"
	metadata: {
		name:      "addon-fluxcd"
		namespace: "vela-system"
	}
	spec: components: [for part in controllers {part}] + [namespace]
}
// \u202Ereversed\u202C
`;

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

const findings = [
  createFinding({
    rule: 'cue/list-arithmetic',
    severity: 'error',
    for: ['1.11'],
    file: 'template.cue',
    line: 10,
    column: 52,
    message: 'CUE 0.11 and later refuse to add lists with +',
    fix: 'Use list.Concat([a, b]) of the package "list".',
  }),
  createFinding({
    rule: 'metadata/unknown-key',
    severity: 'warning',
    file: 'metadata.yaml',
    line: 3,
    column: 1,
    message: '"needNamepace" is not a key that KubeVela knows',
    fix: 'Write "needNamespace".',
  }),
  createFinding({
    rule: 'version/changed-without-bump',
    severity: 'warning',
    message: 'the content changed 2 times under the number 2.4.0; the sealed content stays served',
  }),
];

const verdicts: readonly Verdict[] = [
  {
    line: '1.9',
    render: 'needs-parameters',
    admitted: true,
    parameters: ['clusterName'],
    reason: 'parameter.clusterName: incomplete value string',
  },
  { line: '1.10', render: 'works', admitted: true },
  {
    line: '1.11',
    render: 'refused',
    admitted: true,
    reason:
      'fail to render addon application: output.spec.components: Addition of lists is superseded by list.Concat; see https://cuelang.org/e/v0.11-list-arithmetic',
  },
];

const early: readonly Verdict[] = [
  { line: '1.9', render: 'works', admitted: true },
  { line: '1.10', render: 'pending', admitted: true },
  { line: '1.11', render: 'works', admitted: false },
];

const evaluated: EvaluatedParts = {
  for: '1.10',
  parameters: sampleParameters.length,
  definitions: sampleDefinitions
    .filter(({ document, catalog }) => document.schematic !== 'terraform' && catalog === undefined)
    .map(({ document: { kind, name, description = '', appliesTo = [], deprecated = false } }) => ({
      kind,
      name,
      description,
      appliesTo: [...appliesTo],
      deprecated,
      file: `definitions/${name}.cue`,
      form: 'cue',
      apiVersion: 'core.oam.dev/v1beta1',
      schematic: 'cue',
      conflictsWith: [],
      imports: [],
      digest: `sha256:${'0'.repeat(64)}`,
    })),
  effects: {
    danger: sampleEffects.filter(({ severity }) => severity === 'danger').length,
    notice: sampleEffects.filter(({ severity }) => severity === 'notice').length,
    plain: sampleEffects.filter(({ severity }) => severity === 'plain').length,
  },
};

function createFlux(version: string, rest: Partial<FixtureVersion> = {}): FixtureVersion {
  return {
    name: 'fluxcd',
    version,
    metadata: {
      description: 'Extended workload to do continuous and progressive delivery with Helm charts and Git repositories.',
      tags: ['extended_workload', 'gitops', 'only_example'],
      system: { vela: '>=v1.5.0-beta.1', kubernetes: '>=1.19' },
      dependencies: [{ name: 'helm-release', version: '>=1.2.0' }, { name: 'terraform' }],
      needNamespace: ['flux-system'],
      url: 'https://fluxcd.io',
      icon: 'https://example.com/flux.png',
      annotations: { 'addon.oam.dev/ignore-without-component': 'fluxcd-helm' },
    },
    files: {
      'README.md': readme,
      'definitions/export-logs.cue': '"export-logs": {}\n',
      'definitions/helm.cue': 'helm: {}\n',
      'definitions/keda-auto-scaler.cue': '"keda-auto-scaler": {}\n',
      'definitions/override.cue': 'override: {}\n',
      'docs/picture.png': picture,
      'metadata.yaml': `name: fluxcd\nversion: ${version}\nneedNamepace: [flux-system]\n`,
      'parameter.cue': 'parameter: {}\n',
      'resources/controllers/source-controller.cue': 'package main\n',
      'template.cue': template,
    },
    ...rest,
  };
}

function said(reason: string): StateReason {
  return { reason, author: 'Ann Example', at: '2026-11-20T09:00:00Z' };
}

const decided = { catalog: 'official', name: 'fluxcd' } as const;

const others = ['cert-manager', 'dex', 'grafana', 'helm-release', 'keda', 'kube-state-metrics', 'loki', 'terraform'];

/** A made-up catalogue with everything that a page has to draw, awkward names included. */
export const sampleCatalog: FixtureSiteOptions = {
  diff: sampleDiff,
  planner: samplePlanner,
  dependencies: sampleGraph,
  definitions: sampleDefinitions,
  events: [
    {
      ...decided,
      sequence: 3,
      version: '2.0.0',
      action: 'yank',
      ...said('removes the namespace of whoever enabled it before'),
    },
    { ...decided, sequence: 1, action: 'deprecate', ...said('is no longer maintained'), replacement: 'official/keda' },
  ],
  versions: [
    createFlux('2.5.0-beta.1', { prerelease: true, published: '2026-11-18T10:00:00Z', verdicts: early }),
    createFlux('2.4.0', {
      findings,
      contents: 3,
      published: '2026-10-01T10:00:00Z',
      verdicts,
      evaluated,
      parameters: sampleParameters,
      effects: sampleEffects,
    }),
    ...['2.3.9', '2.3.8', 'v2.3.0'].map((version) => createFlux(version)),
    createFlux('2.0.0', { state: 'yanked', stateReason: said('removes the namespace of whoever enabled it before') }),
    createFlux('1.4.3', {
      state: 'deprecated',
      stateReason: { ...said('gets no fixes any more'), replacement: 'official/fluxcd@2.4.0' },
    }),
    createFlux('1.0.0', {
      state: 'quarantined',
      stateReason: said(`runs an image that sends secrets to strangers: ghcr.io/${'very-long-name-'.repeat(8)}x`),
    }),
    {
      name: 'Kubeflow Pipeline',
      version: 'latest',
      metadata: { description: '', tags: [] },
      files: { 'metadata.yaml': 'name: Kubeflow Pipeline\n', 'data.bin': new Uint8Array([0, 1, 2]) },
    },
    ...others.map(
      (name, index): FixtureVersion => ({
        name,
        version: `1.${index}.0`,
        metadata: { tags: index % 2 === 0 ? ['observability'] : ['extended_workload', 'cloud'] },
      }),
    ),
    { catalog: 'team', name: 'internal-gateway', version: '0.3.1' },
  ],
  sources: [
    createSourceState({ findings: [findings[1], findings[0]].filter((finding) => finding !== undefined) }),
    createSourceState({
      id: 'team/addons',
      catalog: 'team',
      type: 'local',
      url: './addons',
      state: 'stale',
      running: true,
      progress: { done: 12, total: 40 },
      evaluation: { done: 120, total: 939 },
      message: 'the folder ./addons cannot be read: permission denied; trying again in 4 minutes',
    }),
  ],
};
