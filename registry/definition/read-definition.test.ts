import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { openEngines } from '../engine/open-engines.ts';
import { convertDefinition } from './convert-definition.ts';
import { readDefinition } from './read-definition.ts';
import { toCue } from './to-cue.ts';

const engines = openEngines({ root: fileURLToPath(new URL('../..', import.meta.url)) });
afterAll(() => engines.close());

const greeter = `import "strings"

"greeter": {
	type:        "trait"
	description: "Greets"
	annotations: owner: "docs"
	labels: "custom.definition.oam.dev/deprecated": "true"
	attributes: {
		appliesToWorkloads: ["deployments.apps"]
		conflictsWith: []
		status: healthPolicy: "isHealth: true"
	}
}

template: {
	patch: greeting: strings.ToUpper(parameter.text)
	parameter: {
		// +usage=What to say
		text: string
		times: *1 | int
		tone?: "loud" | "quiet"
	}
}
`;

test('a definition in CUE is read in full', async () => {
  const reading = await readDefinition(
    { engines },
    { file: 'definitions/greeter.cue', content: greeter, line: '1.10' },
  );
  expect(reading).toMatchObject({ conversion: { kind: 'converted', findings: [] }, findings: [] });
  const { digest, object, template, ...document } = reading.document ?? { digest: '' };
  expect(digest).toMatch(/^sha256:/);
  expect(template).toMatch(/^import "strings"\n/);
  expect(document).toEqual({
    kind: 'trait',
    name: 'greeter',
    file: 'definitions/greeter.cue',
    form: 'cue',
    apiVersion: 'core.oam.dev/v1beta1',
    schematic: 'cue',
    description: 'Greets',
    deprecated: true,
    appliesTo: ['deployments.apps'],
    conflictsWith: [],
    imports: ['strings'],
    healthPolicy: 'isHealth: true',
    parameters: [
      expect.objectContaining({
        name: 'text',
        type: 'string',
        required: true,
        usage: 'What to say',
        line: 19,
        column: 3,
      }),
      expect.objectContaining({ name: 'times', type: 'int', default: 1, required: false, line: 20, column: 3 }),
      expect.objectContaining({ name: 'tone', enum: ['loud', 'quiet'], optional: true, line: 21, column: 3 }),
    ],
    openApi: expect.objectContaining({ required: ['text', 'times'] }),
    jsonSchema: {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      properties: {
        text: { type: 'string', description: 'What to say' },
        times: { type: 'integer', default: 1 },
        tone: { enum: ['loud', 'quiet'] },
      },
      required: ['text'],
    },
  });
});

const yamlForm = `apiVersion: core.oam.dev/v1beta1
kind: ComponentDefinition
metadata:
  name: greeter
spec:
  workload:
    definition: {apiVersion: apps/v1, kind: Deployment}
  schematic:
    cue:
      template: |
        output: kind: "Deployment"
        parameter: {
        	text: string
        }
`;

test('a parameter of a definition in YAML stands where its author wrote it', async () => {
  const { document } = await readDefinition({ engines }, { file: 'a.yaml', content: yamlForm, line: '1.9' });
  expect(document).toMatchObject({ form: 'yaml', workload: 'apps/v1 Deployment', schematic: 'cue' });
  expect(document?.parameters).toEqual([expect.objectContaining({ name: 'text', line: 13, column: 10 })]);
});

const terraform = (lines: string) => `apiVersion: core.oam.dev/v1beta1
kind: ComponentDefinition
metadata: {name: bucket}
spec:
  workload: {type: configurations.terraform.core.oam.dev}
  schematic:
    terraform:
${lines}`;

test('a Terraform definition shows the variables of its configuration', async () => {
  const content = terraform('      configuration: |\n        variable "name" {\n          type = string\n        }\n');
  const { document, findings } = await readDefinition({ engines }, { file: 'a.yaml', content, line: '1.10' });
  expect(findings).toEqual([]);
  expect(document).toMatchObject({
    schematic: 'terraform',
    template: 'variable "name" {\n  type = string\n}\n',
    parameters: [{ name: 'name', type: 'string', required: true, line: 9, column: 9 }],
    openApi: { required: ['name'] },
    jsonSchema: { required: ['name'] },
  });
});

test('of a Terraform module elsewhere only its address is told', async () => {
  const content = terraform(
    '      type: remote\n      path: aws/s3\n      configuration: https://example.com/modules.git?ref=v1\n',
  );
  const { document, findings } = await readDefinition({ engines }, { file: 'a.yaml', content, line: '1.10' });
  expect(findings).toEqual([]);
  expect(document).toMatchObject({
    parameters: [],
    module: { source: 'https://example.com/modules.git', ref: 'v1', path: 'aws/s3' },
  });
  expect(document).not.toHaveProperty('openApi');
});

test('Terraform that does not parse is a finding in the file of the definition', async () => {
  const content = terraform('      configuration: |\n        variable "name" {\n          type = \n        }\n');
  const { findings } = await readDefinition({ engines }, { file: 'a.yaml', content, line: '1.10' });
  expect(findings).toMatchObject([{ rule: 'definition/invalid-terraform', file: 'a.yaml', line: 10, column: 18 }]);
});

test('a v1alpha2 definition with its template in the extension is read, and a relic', async () => {
  const content =
    'apiVersion: core.oam.dev/v1alpha2\nkind: WorkloadDefinition\nmetadata: {name: old}\nspec:\n  definitionRef: {name: deployments.apps}\n  extension:\n    template: |\n      parameter: image: string\n';
  const { document } = await readDefinition({ engines }, { file: 'a.yaml', content, line: '1.9' });
  expect(document).toMatchObject({
    kind: 'workload',
    deprecated: true,
    schematic: 'cue',
    workload: 'deployments.apps',
    parameters: [{ name: 'image', line: 8 }],
  });
});

test('an object that is no definition is converted and no more', async () => {
  const reading = await readDefinition({ engines }, { file: 'a.yaml', content: 'kind: ConfigMap\n', line: '1.10' });
  expect(reading.conversion.kind).toBe('converted');
  expect(reading.document).toBeUndefined();
});

test.each(['1.9', '1.10', '1.11'] as const)('parameters that %s makes no schema of are a finding', async (line) => {
  const content = 'a: type: "trait"\ntemplate: {\n\tpatch: {}\n\tparameter: range: [int, int]\n}\n';
  const { findings, document } = await readDefinition({ engines }, { file: 'a.cue', content, line });
  expect(findings).toMatchObject([{ rule: 'definition/no-schema', severity: 'warning', for: [line] }]);
  expect(document).not.toHaveProperty('jsonSchema');
});

test.each([
  [
    'a: {\n\ttype: "trait"\n\tattributes: podDisruptiv: true\n}\ntemplate: patch: {}\n',
    'definition/unknown-attribute',
    3,
    14,
  ],
  [
    'a: {\n\ttype: "trait"\n\tattributes: podDisruptive: "yes"\n}\ntemplate: patch: {}\n',
    'definition/invalid-spec',
    3,
    14,
  ],
  ['a: {\n\ttype: "scope"\n}\ntemplate: patch: {}\n', 'definition/unsupported-kind', 2, 2],
  ['a: {\n\ttype: "trait\n}\ntemplate: patch: {}\n', 'definition/invalid-cue', 2, 8],
])('%j is refused by %s at its place', async (content, rule, line, column) => {
  const { conversion, document } = await readDefinition({ engines }, { file: 'a.cue', content, line: '1.10' });
  expect(conversion).toMatchObject({ kind: 'refused' });
  expect(conversion.findings).toContainEqual(
    expect.objectContaining({ rule, file: 'a.cue', line, column, for: ['1.10'] }),
  );
  expect(document).toBeUndefined();
});

test.each([
  ['a: type: "trait"\nb: type: "trait"\ntemplate: patch: {}\n', 2, 'duplicated definition name found, a and b'],
  ['// nothing\ntemplate: patch: {}\n', 1, 'no metadata found, invalid'],
  ['a: type: "trait"\n', 1, 'no template found, invalid'],
  ['a: type: "trait"\ntemplate: {\n}\n', 2, 'no template found, invalid'],
])('%j is incomplete at line %i', async (content, line, message) => {
  const conversion = await convertDefinition({ engines }, { file: 'a.cue', content, line: '1.11' });
  expect(conversion).toMatchObject({ kind: 'refused', message, findings: [{ rule: 'definition/incomplete', line }] });
});

test('the CUE form of an object converts to that object again', async () => {
  for (const [file, content] of [
    ['a.cue', greeter.replace('\tlabels: "custom.definition.oam.dev/deprecated": "true"\n', '')],
    [
      'a.cue',
      'a: {\n\ttype: "trait"\n\talias: ""\n\tannotations: "if": "x\\ny\\n"\n}\ntemplate: {\n\tpatch: note: """\n\t\tone\n\n\t\t\ttwo\n\t\t"""\n}\n',
    ],
  ] as const) {
    const first = await convertDefinition({ engines }, { file, content, line: '1.10' });
    if (first.kind === 'refused') throw new Error(first.message);
    const text = toCue(first.object);
    expect(await convertDefinition({ engines }, { file, content: text, line: '1.10' })).toEqual(first);
  }
});

test.each([{ kind: 'ConfigMap' }, { kind: 'ComponentDefinition', spec: { schematic: { terraform: {} } } }])(
  '%j has no CUE form',
  (object) => {
    expect(() => toCue(object)).toThrow(/has no CUE form/);
  },
);
