import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { openEngines } from '../engine/open-engines.ts';
import { checkDefinition } from './check-definition.ts';
import { definitionRules } from './definition-rules.ts';

const engines = openEngines({ root: fileURLToPath(new URL('../..', import.meta.url)) });
afterAll(() => engines.close());

async function rulesOf(file: string, content: string): Promise<readonly string[]> {
  const findings = await checkDefinition({ engines }, { file, content, line: '1.10' });
  return findings.map(({ rule, line, column }) => `${rule} ${line}:${column}`);
}

test('everything that is wrong is told at once, each at its place', async () => {
  const content = `a: {
	type: "trait"
	workload: 5
}
template: {
	patch: {a: parametr.x, b: 1 & "x", c: context.name}
	parameter: x: string
}
`;
  expect(await rulesOf('a.cue', content)).toEqual([
    'definition/no-description 1:1',
    'definition/misplaced-field 3:2',
    'definition/invalid-template 6:13',
    'definition/invalid-template 6:28',
    'definition/no-schema 7:2',
  ]);
});

test('what text alone shows as well is told once', async () => {
  const content =
    'a: {\n\ttype: "trait"\n\tdescription: "d"\n\tattributes: podDisruptiv: true\n}\ntemplate: patch: {}\n';
  expect(await rulesOf('a.cue', content)).toEqual(['definition/unknown-attribute 4:14']);
});

test('a template inside YAML is judged where it stands', async () => {
  const content =
    'apiVersion: core.oam.dev/v1beta1\nkind: TraitDefinition\nmetadata: {name: a, namespace: vela-system}\nspec:\n  schematic:\n    cue:\n      template: |\n        patch: a: nowhere\n        parameter: {}\n';
  expect(await rulesOf('a.yaml', content)).toEqual(['definition/invalid-template 8:19', 'definition/no-schema 9:9']);
});

// These two examples are a description of what no text can show.
const described = ['definition/not-text', 'definition/too-large', 'definition/evaluation-stopped'];

test.each(definitionRules.filter(({ id }) => !described.includes(id)).map((rule) => [rule.id, rule] as const))(
  '%s: its examples show it',
  async (id, { wrong, right }) => {
    for (const { file, text } of wrong) expect((await rulesOf(file, text ?? '')).join()).toContain(id);
    for (const { file, text } of right) expect(await rulesOf(file, text ?? '')).toEqual([]);
  },
);
