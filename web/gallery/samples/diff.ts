import type { VersionDiff } from '../../../schemas/version-diff.ts';
import type { FileTextDiff } from '../../context/text-diff.ts';

const digest = `sha256:${'77aa'.repeat(16)}`;

/** Two versions that differ in each of their parts. */
export const diff: VersionDiff = {
  from: { catalog: 'harbour', name: 'lantern', version: '1.4.2', treeDigest: digest },
  to: { catalog: 'harbour', name: 'lantern', version: '2.0.0', treeDigest: digest },
  for: '1.10',
  verdict: {
    breaking: true,
    reasons: ['parameter tower.height is required now'],
    required: 'major',
    actual: 'major',
    adequate: true,
  },
  parameters: [
    {
      subject: 'parameter',
      path: ['tower', 'height'],
      kind: 'required',
      breaking: true,
      bump: 'major',
      message: 'parameter tower.height is required now',
      before: 'optional',
      after: 'required',
      beforeAt: { file: 'parameter.cue', line: 4, column: 2 },
      afterAt: { file: 'parameter.cue', line: 5, column: 2 },
    },
    {
      subject: 'parameter',
      path: ['colour'],
      kind: 'added',
      breaking: false,
      bump: 'minor',
      message: 'parameter colour is new',
      after: 'string = "white"',
    },
  ],
  definitions: [
    {
      kind: 'component',
      name: 'beam',
      change: 'changed',
      file: 'definitions/beam.cue',
      breaking: false,
      bump: 'minor',
      message: 'component beam changed',
      changes: [
        {
          subject: 'parameter',
          path: ['period'],
          kind: 'default-changed',
          breaking: false,
          bump: 'minor',
          message: 'the default of period changed',
          before: '5',
          after: '10',
        },
      ],
    },
    {
      kind: 'trait',
      name: 'shutter',
      change: 'removed',
      file: 'definitions/shutter.cue',
      breaking: true,
      bump: 'major',
      message: 'trait shutter is gone',
      changes: [],
    },
  ],
  dependencies: [
    {
      name: 'lens',
      change: 'narrowed',
      breaking: true,
      bump: 'major',
      message: 'lens is demanded in fewer versions',
      before: '>=1.0.0',
      after: '>=1.2.0, <2',
    },
  ],
  requirements: [
    {
      system: 'vela',
      change: 'added',
      breaking: true,
      bump: 'major',
      message: 'KubeVela is demanded',
      after: '>=1.9.0',
    },
  ],
  objects: [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      namespace: 'lantern-system',
      name: 'lantern',
      change: 'changed',
      fields: [{ path: 'spec.replicas', change: 'changed', before: '1', after: '2' }],
      moreFields: 3,
    },
    { apiVersion: 'v1', kind: 'Service', name: 'lantern', change: 'added', fields: [] },
  ],
  effects: [
    {
      change: 'appeared',
      effect: {
        kind: 'secrets-access',
        severity: 'danger',
        subject: 'ClusterRole/lantern',
        value: 'get, list secrets',
        phrase: { code: 'permission', verbs: ['get', 'list'], on: ['secrets'] },
        file: 'resources/role.cue',
        line: 7,
        column: 1,
      },
    },
  ],
  files: [
    {
      path: 'template.cue',
      change: 'changed',
      role: 'template',
      before: { sizeBytes: 1_100, digest },
      after: { sizeBytes: 1_240, digest },
    },
    { path: 'docs/old.md', change: 'removed', role: 'ignored', before: { sizeBytes: 90, digest } },
  ],
  findings: [],
  cut: [],
};

/** Two versions that are the same but for their numbers. */
export const sameDiff: VersionDiff = {
  ...diff,
  verdict: { breaking: false, reasons: [], required: 'none', actual: 'patch', adequate: true },
  parameters: [],
  definitions: [],
  dependencies: [],
  requirements: [],
  objects: [],
  effects: [],
  files: [],
};

/** A step whose number promises more than it keeps. */
export const smallStepDiff: VersionDiff = {
  ...diff,
  verdict: { ...diff.verdict, actual: 'patch', adequate: false, suggested: '2.0.0' },
};

/** How the text of a changed file differs. */
export const textDiff: FileTextDiff = {
  path: 'template.cue',
  view: {
    kind: 'text',
    hunks: [
      [
        { kind: 'same', before: 1, after: 1, text: 'package main' },
        { kind: 'removed', before: 2, text: 'replicas: 1' },
        { kind: 'added', after: 2, text: 'replicas: 2' },
        { kind: 'same', before: 3, after: 3, text: 'colour: "white"' },
      ],
    ],
  },
};
