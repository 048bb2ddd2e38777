import type { AddonFile } from '../../../schemas/addon.ts';
import type { Finding } from '../../../schemas/finding.ts';
import type {
  AddonDetail,
  AddonSummary,
  Catalog,
  SourceState,
  VersionDetail,
  VersionSummary,
} from '../../../schemas/rest.ts';
import type { Verdict } from '../../../schemas/verdict.ts';
import type { StateReason } from '../../../schemas/version-state.ts';

const digest = `sha256:${'4c1f'.repeat(16)}`;

/** Every verdict that there is. */
export const verdicts = {
  works: { line: '1.9', render: 'works', admitted: true },
  needs: { line: '1.10', render: 'needs-parameters', admitted: true, parameters: ['tower.height'] },
  refused: { line: '1.11', render: 'refused', admitted: true, reason: 'template.cue: reference "lens" not found' },
  notAdmitted: { line: '1.9', render: 'works', admitted: false },
  pending: { line: '1.11', render: 'pending', admitted: true },
} as const satisfies Readonly<Record<string, Verdict>>;

/** A verdict of each line. */
export const threeVerdicts: readonly Verdict[] = [verdicts.works, verdicts.needs, verdicts.refused];

/** A finding of each severity; the last is about the addon as a whole. */
export const findings = [
  {
    rule: 'cue/list-arithmetic',
    severity: 'error',
    for: ['1.11'],
    file: 'template.cue',
    line: 3,
    column: 14,
    message: 'CUE 0.11 and later refuse to add lists with +',
    fix: 'Use list.Concat([a, b]) of the package "list".',
    doc: '/rules/cue/list-arithmetic',
  },
  {
    rule: 'metadata/unknown-key',
    severity: 'warning',
    file: 'metadata.yaml',
    line: 4,
    column: 1,
    message: '"needNamepace" is not a key that KubeVela knows',
    fix: 'Write "needNamespace".',
    doc: '/rules/metadata/unknown-key',
  },
  {
    rule: 'metadata/no-icon',
    severity: 'info',
    file: '',
    line: 1,
    column: 1,
    message: 'the addon has no icon',
    doc: '/rules/metadata/no-icon',
  },
] as const satisfies readonly Finding[];

/** Files of one version, in folders. */
export const files: readonly AddonFile[] = [
  { path: 'metadata.yaml', mode: '0644', sizeBytes: 312, digest, role: 'metadata' },
  { path: 'template.cue', mode: '0644', sizeBytes: 1_240, digest, role: 'template' },
  { path: 'README.md', mode: '0644', sizeBytes: 5_120, digest, role: 'readme' },
  { path: 'definitions/beam.cue', mode: '0644', sizeBytes: 2_048, digest, role: 'definition' },
  { path: 'resources/tower/parameter.cue', mode: '0644', sizeBytes: 640, digest, role: 'parameter' },
];

/** Why a version is not simply active. */
export const stateReason: StateReason = {
  reason: 'The lens of this version turns the wrong way.',
  author: 'keeper',
  at: '2026-03-04T09:30:00Z',
  replacement: 'lantern@2.1.0',
};

const row: VersionSummary = {
  version: '2.0.0',
  state: 'active',
  prerelease: false,
  digest,
  treeDigest: digest,
  sizeBytes: 9_360,
  published: '2026-02-01T12:00:00Z',
  requirements: { vela: '>=1.9.0', kubernetes: '>=1.26' },
  dependencies: [{ name: 'lens', version: '>=1.2.0, <2' }],
  verdicts: [...threeVerdicts],
  findings: { error: 1, warning: 1, info: 1 },
  contents: 1,
  url: 'https://chandlery.example.org/c/harbour/lantern-2.0.0.tgz',
};

/** A version with something in each of its parts. */
export const version: VersionDetail = {
  ...row,
  catalog: 'harbour',
  name: 'lantern',
  findings: [...findings],
  counts: row.findings,
  metadata: {
    name: 'lantern',
    version: '2.0.0',
    description: 'Lights the way into a harbour.',
    url: 'https://lantern.example.org',
    tags: ['light', 'safety'],
    dependencies: row.dependencies,
    system: row.requirements,
    needNamespace: ['lantern-system'],
    invisible: false,
  },
  files: [...files],
  readme: 'README.md',
  dependents: 2,
  evaluated: {
    for: '1.10',
    definitions: [],
    parameters: 4,
    effects: { danger: 1, notice: 2, plain: 3 },
    minimumVela: '1.9.0',
  },
  origin: {
    source: 'harbour/main',
    url: 'https://github.com/example/harbour',
    revision: '0a1b2c3d4e5f60718293a4b5c6d7e8f901234567',
    directory: 'addons/lantern',
    contents: [{ revision: '0a1b2c3d4e5f60718293a4b5c6d7e8f901234567', at: '2026-02-01T12:00:00Z' }],
  },
};

/** The addon of that version, with an older one. */
export const addon: AddonDetail = {
  catalog: 'harbour',
  name: 'lantern',
  latest: '2.1.0',
  description: 'Lights the way into a harbour.',
  url: 'https://lantern.example.org',
  tags: ['light', 'safety'],
  versions: [
    { ...row, version: '2.1.0' },
    row,
    { ...row, version: '1.4.2', findings: { error: 0, warning: 0, info: 0 } },
  ],
};

/** Addons of a list: one with everything, one with nothing. */
export const summaries: readonly AddonSummary[] = [
  {
    catalog: 'harbour',
    name: 'lantern',
    version: '2.0.0',
    state: 'active',
    description: 'Lights the way into a harbour.',
    tags: ['light', 'safety'],
    published: '2026-02-01T12:00:00Z',
    versions: 3,
    requirements: { vela: '>=1.9.0' },
    verdicts: [...threeVerdicts],
    findings: row.findings,
    reasons: [
      { field: 'name', word: 'lantern', asked: 'lant', by: 'prefix' },
      { field: 'tags', word: 'light', asked: 'lamp', by: 'synonym' },
    ],
  },
  {
    catalog: 'harbour',
    name: 'foghorn',
    version: '0.3.0-beta.1',
    state: 'deprecated',
    stateReason,
    description: '',
    tags: [],
    published: '2025-11-20T08:00:00Z',
    versions: 1,
    requirements: {},
    verdicts: [verdicts.pending],
    findings: { error: 0, warning: 0, info: 0 },
  },
];

/** A source that was read. */
export const source: SourceState = {
  id: 'harbour/main',
  catalog: 'harbour',
  type: 'git',
  url: 'https://github.com/example/harbour',
  state: 'ok',
  running: false,
  evaluation: { done: 12, total: 12 },
  revision: '0a1b2c3d4e5f60718293a4b5c6d7e8f901234567',
  lastRun: '2026-03-04T09:00:00Z',
  lastSuccess: '2026-03-04T09:00:00Z',
  nextRun: '2026-03-04T09:10:00Z',
  findings: [],
};

/** The same source as it fares at other times. */
export const sources = {
  ok: source,
  begins: { ...source, state: 'pending', running: true },
  reading: { ...source, running: true, progress: { done: 5, total: 12 } },
  judging: { ...source, evaluation: { done: 7, total: 12 } },
  stale: { ...source, state: 'stale', message: 'the host name could not be resolved' },
  unreachable: { ...source, state: 'unreachable', message: 'the repository does not exist' },
} as const satisfies Readonly<Record<string, SourceState>>;

/** The catalog of all that, and a second one. */
export const catalogs: readonly Catalog[] = ['harbour', 'workshop'].map((name) => ({
  name,
  title: name,
  url: `https://chandlery.example.org/c/${name}`,
  counts: { addons: 2, versions: 4 },
  evaluation: { done: 12, total: 12 },
  dependsOn: [],
  sources: [],
}));
