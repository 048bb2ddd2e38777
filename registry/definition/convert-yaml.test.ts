import { expect, test } from 'vitest';
import { convertYaml } from './convert-yaml.ts';

test('a definition in YAML is taken as it is, in the namespace of addons', () => {
  const text =
    'apiVersion: core.oam.dev/v1alpha2\nkind: WorkloadDefinition\nmetadata: {name: a, namespace: here}\nspec: {unknown: 1}\n';
  expect(convertYaml('a.yaml', text)).toEqual({
    kind: 'converted',
    file: 'a.yaml',
    object: {
      apiVersion: 'core.oam.dev/v1alpha2',
      kind: 'WorkloadDefinition',
      metadata: { name: 'a', namespace: 'vela-system' },
      spec: { unknown: 1 },
    },
    findings: [],
  });
});

test.each([
  ['kind: A\n---\nkind: B\n', { kind: 'A', metadata: { namespace: 'vela-system' } }],
  ['kind: A\nmetadata:\n', { kind: 'A', metadata: { namespace: 'vela-system' } }],
  ['kind: A\nmetadata: text\n', { kind: 'A', metadata: 'text' }],
])('of %j the first document counts', (text, object) => {
  expect(convertYaml('a.yaml', text)).toMatchObject({ kind: 'converted', object });
});

test.each([
  ['kind: A\n  b: {\n', 'resource/invalid-yaml'],
  ['# nothing\n', 'resource/no-kind'],
  ['- kind: A\n', 'resource/no-kind'],
  [`a: ${'['.repeat(300)}${']'.repeat(300)}\n`, 'definition/evaluation-stopped'],
])('%j is refused with a finding', (text, rule) => {
  const conversion = convertYaml('a.yaml', text);
  expect(conversion.kind).toBe('refused');
  expect(conversion.findings.map((finding) => finding.rule)).toContain(rule);
});
