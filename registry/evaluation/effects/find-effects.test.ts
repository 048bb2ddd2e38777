import { describe, expect, it } from 'vitest';
import { createLintSubject } from '../../addon/lint/lint-subject.ts';
import { noParseCache } from '../../addon/lint/parse-cache.ts';
import { addonOf } from '../../addon/lint/test-support/lint-input.ts';
import { listTextDocuments } from '../located/list-text-documents.ts';
import { findEffects } from './find-effects.ts';

function effectsOf(file: string, text: string) {
  const subject = createLintSubject(addonOf([{ file, text }]), noParseCache);
  return findEffects(listTextDocuments(subject)).map(
    ({ kind, subject: who, value, line, column, definition }) =>
      `${kind} ${who}: ${value} @${line}:${column}${definition === undefined ? '' : ` in ${definition}`}`,
  );
}

describe('permissions', () => {
  it.each([
    [
      'a binding to cluster-admin, of YAML',
      'resources/a.yaml',
      'apiVersion: v1\nkind: ClusterRoleBinding\nmetadata: {name: a}\nroleRef:\n  kind: ClusterRole\n  name: cluster-admin\nsubjects:\n- kind: User\n  name: joe\n',
      ['cluster-admin ClusterRoleBinding/a: User joe may do what ClusterRole cluster-admin allows @6:3'],
    ],
    [
      'rules of a role in a list of CUE, each with its own verbs',
      'resources/a.cue',
      'output: {\n\tapiVersion: "v1"\n\tkind: "Role"\n\tmetadata: name: "a"\n\trules: [{\n\t\tapiGroups: [""]\n\t\tresources: ["secrets"]\n\t\tverbs: ["get"]\n\t}, {\n\t\tapiGroups: ["*"]\n\t\tresources: [\n\t\t\t"*",\n\t\t]\n\t\tverbs: ["get", "*"]\n\t}]\n}\n',
      [
        'wildcard-rule Role/a: get, * on * in all groups @14:18',
        'secrets-access Role/a: get on secrets @7:15',
        'rbac Role/a: 2 rules @5:2',
      ],
    ],
    [
      'privileges of the trait service-account, under a condition',
      'template.cue',
      'x: *[if parameter.y {\n\ttype: "service-account"\n\tproperties: {name: "a", privileges: [{scope: "cluster", resources: ["pods"], verbs: ["impersonate"]}]}\n}] | []\n',
      ['escalation service-account/a: impersonate on pods @3:87', 'rbac service-account/a: 1 rule @3:26'],
    ],
    [
      'words in a description',
      'resources/a.yaml',
      'apiVersion: v1\nkind: CustomResourceDefinition\nmetadata: {name: a}\nspec:\n  openAPIV3Schema:\n    roleRef: {name: cluster-admin}\n    hostPath: {path: x}\n',
      ['crd CustomResourceDefinition/a: a @2:1'],
    ],
    [
      'rules of a webhook',
      'resources/a.yaml',
      'apiVersion: v1\nkind: MutatingWebhookConfiguration\nmetadata: {name: a}\nwebhooks:\n- name: w\n  failurePolicy: Fail\n  rules: [{operations: ["*"], resources: ["*"], apiGroups: ["*"]}]\n',
      ['webhook MutatingWebhookConfiguration/a: w (failurePolicy Fail) @5:3'],
    ],
  ])('%s', (_, file, text, expected) => {
    expect(effectsOf(file, text)).toEqual(expected);
  });
});

describe('containers', () => {
  it('finds what pods may do to their node', () => {
    const pod =
      'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  hostNetwork: true\n  hostPID: false\n  containers:\n  - image: nginx:1\n    securityContext:\n      privileged: true\n      capabilities: {add: [SYS_ADMIN, NET_BIND_SERVICE], drop: [ALL]}\n  volumes:\n  - hostPath: {path: /var}\n';
    expect(effectsOf('resources/a.yaml', pod)).toEqual([
      'privileged Pod/a: privileged container @10:7',
      'privileged Pod/a: capability SYS_ADMIN @11:22',
      'host-path Pod/a: /var @13:5',
      'host-namespace Pod/a: hostNetwork @5:3',
      'image Pod/a: nginx:1 @8:5',
      'workload Pod/a: Pod @2:1',
    ]);
  });

  it('reads images out of the values of a chart, and the chart', () => {
    const text =
      'output: {\n\tname: "a"\n\ttype: "helm"\n\tproperties: {\n\t\turl: "https://charts.example"\n\t\tchart: "c"\n\t\tversion: "1.0.0"\n\t\tvalues: image: {repository: "r/i", tag: "2"}\n\t}\n}\n';
    expect(effectsOf('resources/a.cue', text)).toEqual([
      'image helm/a: r/i:2 @8:11',
      'chart helm/a: c 1.0.0 from https://charts.example @6:3',
    ]);
  });
});

describe('definitions', () => {
  it('names the definition, and counts lines of a template in YAML from the top of the file', () => {
    const text =
      'apiVersion: core.oam.dev/v1beta1\nkind: ComponentDefinition\nmetadata:\n  name: a\nspec:\n  schematic:\n    cue:\n      template: |\n        parameter: image: "no:1"\n        output: {\n          image: "x:1"\n        }\n';
    expect(effectsOf('definitions/a.yaml', text)).toEqual(['image component/a: x:1 @11:11 in component/a']);
  });
});

it('gives what it says in words in parts too, and a name alone without', () => {
  const binding =
    'apiVersion: v1\nkind: ClusterRoleBinding\nmetadata: {name: a}\nroleRef: {kind: ClusterRole, name: cluster-admin}\nsubjects: [{kind: User, name: joe}]\n';
  const namespace = 'apiVersion: v1\nkind: Namespace\nmetadata: {name: flux-system}\n';
  const files = [
    { file: 'resources/a.yaml', text: binding },
    { file: 'resources/b.yaml', text: namespace },
  ];
  const subject = createLintSubject(addonOf(files), noParseCache);
  expect(findEffects(listTextDocuments(subject)).map(({ value, phrase }) => [value, phrase])).toEqual([
    [
      'User joe may do what ClusterRole cluster-admin allows',
      {
        code: 'grant',
        accounts: [{ kind: 'User', name: 'joe' }],
        role: { kind: 'ClusterRole', name: 'cluster-admin' },
      },
    ],
    ['flux-system', undefined],
  ]);
});
