import { expect, test } from 'vitest';
import { readTerraformVariables } from './read-variables.ts';
import { toTerraformSchema } from './terraform-schema.ts';
import { toTerraformParameters } from './to-parameters.ts';

function read(text: string, type: 'hcl' | 'json' = 'hcl') {
  const configuration = {
    text,
    locate: ({ line, column }: { line: number; column: number }) => ({ line: line + 10, column: column + 2 }),
  };
  return readTerraformVariables({ file: 'a.yaml', configuration, type });
}

const everything = `resource "bucket" "main" { name = var.name }

variable "name" {
  type        = string
  description = <<-EOT
    The name.
      Second line.
  EOT
}
variable "rules" {
  type    = list(object({ port = number, "open" = optional(bool, true) })) # what may pass
  default = [{ port = 80 }]
  validation {
    condition     = length(var.rules) > 0
    error_message = "give one"
  }
}
variable token { sensitive = true }
variable "size" { default = 5 }
output "name" { value = var.name }
`;

test('variables become parameters in the order of the text, with what they hold and where they stand', async () => {
  const { variables, findings } = await read(everything);
  expect(findings).toEqual([]);
  expect(toTerraformParameters('a.yaml', variables)).toEqual([
    {
      name: 'name',
      type: 'string',
      usage: 'The name.\n  Second line.',
      optional: false,
      required: true,
      file: 'a.yaml',
      line: 13,
      column: 3,
    },
    {
      name: 'rules',
      type: 'list',
      element: {
        type: 'struct',
        fields: [
          { name: 'port', type: 'number', optional: false, required: true },
          { name: 'open', type: 'bool', default: true, optional: true, required: false },
        ],
      },
      default: [{ port: 80 }],
      constraints: ['length(var.rules) > 0'],
      optional: true,
      required: false,
      file: 'a.yaml',
      line: 20,
      column: 3,
    },
    {
      name: 'token',
      type: 'any',
      constraints: ['sensitive'],
      optional: false,
      required: true,
      file: 'a.yaml',
      line: 28,
      column: 3,
    },
    { name: 'size', type: 'any', default: 5, optional: true, required: false, file: 'a.yaml', line: 29, column: 3 },
  ]);
});

test('the schema is the one that KubeVela stores', async () => {
  const { variables } = await read(everything);
  const schema = toTerraformSchema(variables);
  expect(schema).toMatchObject({
    ok: true,
    schema: {
      type: 'object',
      required: ['name', 'token'],
      properties: {
        name: { title: 'name', type: 'string', description: 'The name.\n  Second line.\n' },
        rules: { title: 'rules', type: 'array', default: [{ port: 80 }] },
        token: { title: 'token', type: 'string' },
        size: { title: 'size', type: 'number', default: 5 },
        providerRef: { type: 'object', required: ['name'] },
        writeConnectionSecretToRef: { type: 'object', required: ['name'] },
        deleteResource: { type: 'boolean', default: true },
        region: { type: 'string' },
      },
    },
  });
});

test.each([
  ['variable "a" { type = any }', 'the type `any` of variable a is NOT supported'],
  ['variable "a" { type = int }', 'the type `int` of variable a is NOT supported'],
  ['variable "a" { default = true }', 'null type variable is NOT supported, please specify a type for the variable: a'],
  ['variable "a" { default = lower("A") }', 'the default of variable a is an expression that has no value yet'],
])('of %j no schema is made', async (text, message) => {
  expect(toTerraformSchema((await read(text)).variables)).toMatchObject({ ok: false, message });
});

test('a configuration in JSON has variables as well', async () => {
  const { variables } = await read('{"variable": {"a": {"type": "list(string)"}, "b": [{"default": 1}]}}', 'json');
  expect(variables.map(({ name, type, default: fallback }) => ({ name, type, fallback }))).toEqual([
    { name: 'a', type: 'list(string)', fallback: undefined },
    { name: 'b', type: undefined, fallback: 1 },
  ]);
});

test.each([
  ['a type that is missing', 'variable "é" {\n  type = \n}', 'hcl', [[12, 12]]],
  ['a block without end', 'variable "a" {', 'hcl', [[11, 16]]],
  [
    'two faults',
    'a b\n\nc d e\n',
    'hcl',
    [
      [11, 6],
      [13, 8],
    ],
  ],
  ['a heredoc without end', 'x = <<EOT\nabc', 'hcl', [[12, 6]]],
  ['a tower of operators', `x = ${'!'.repeat(50_000)}true`, 'hcl', [[11, 3]]],
  ['too much text', `# ${'x'.repeat(200_000)}\n`, 'hcl', [[11, 3]]],
  ['JSON that is cut off', '{"variable": ', 'json', [[11, 16]]],
  ['JSON that is a list', '[]', 'json', [[11, 3]]],
] as const)('%s is told with its places in the file', async (_name, text, type, places) => {
  const { variables, findings } = await read(text, type);
  expect(variables).toEqual([]);
  expect(findings.map(({ rule, line, column }) => [rule, line, column])).toEqual(
    places.map(([line, column]) => ['definition/invalid-terraform', line, column]),
  );
});

test.each([
  ['brackets', `x = ${'['.repeat(20_000)}`],
  ['signs', `x = ${'! '.repeat(20_000)}true`],
  ['conditions', `x = ${'a ? b : '.repeat(15_000)}c`],
])('after a tower of %s the next configuration is read', async (_name, tower) => {
  const { variables, findings } = await read(tower);
  expect({ variables, rules: findings.map(({ rule }) => rule) }).toEqual({
    variables: [],
    rules: ['definition/invalid-terraform'],
  });
  expect((await read('variable "a" {}')).variables).toHaveLength(1);
});
