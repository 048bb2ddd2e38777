import { definitionIncomplete } from '../addon/lint/rules/definition-incomplete.ts';
import { definitionUnknownAttribute } from '../addon/lint/rules/definition-unknown-attribute.ts';
import { definitionUnsupportedKind } from '../addon/lint/rules/definition-unsupported-kind.ts';
import { resourceInvalidYaml } from '../addon/lint/rules/resource-invalid-yaml.ts';
import { resourceNoKind } from '../addon/lint/rules/resource-no-kind.ts';
import type { ReadingRule } from '../addon/reading-rule.ts';
import { createFindingMaker } from '../findings.ts';

const hello = 'hello: {\n\ttype:        "trait"\n\tdescription: "Greets"\n\tattributes: podDisruptive: true\n}\n';
const template = '\ntemplate: {\n\tpatch: {}\n\tparameter: {}\n}\n';
const right: ReadingRule['right'] = [{ file: 'definitions/hello.cue', text: `${hello}${template}` }];

function example(text: string): ReadingRule['wrong'] {
  return [{ file: 'definitions/hello.cue', text }];
}

function terraform(configuration: string): ReadingRule['wrong'] {
  const lines = configuration.split('\n').map((line) => `        ${line}`.trimEnd());
  const text = `apiVersion: core.oam.dev/v1beta1\nkind: ComponentDefinition\nmetadata:\n  name: hello\n  namespace: vela-system\nspec:\n  workload:\n    type: configurations.terraform.core.oam.dev\n  schematic:\n    terraform:\n      configuration: |\n${lines.join('\n')}\n`;
  return [{ file: 'definitions/hello.yaml', text }];
}

/** Rules that are checked while a definition is converted and read, with the evaluator of a release line. */
export const definitionRules = [
  {
    id: 'definition/not-text',
    severity: 'error',
    title: 'A definition that is no text',
    reason: 'A definition is UTF-8 text without NUL characters; nothing else can be stored or read back.',
    fix: 'Save the file as UTF-8.',
    wrong: example('a file in UTF-16, or with a NUL in it\n'),
    right,
  },
  {
    id: 'definition/too-large',
    severity: 'error',
    title: 'A definition that no cluster stores',
    reason:
      'The Kubernetes API stores objects of at most 1.5 MiB; a larger definition is refused, and is not looked at here.',
    fix: 'Split the definition, or move data out of its template.',
    wrong: example('more than 1.5 MiB of text\n'),
    right,
  },
  {
    id: 'definition/invalid-cue',
    severity: 'error',
    title: 'CUE that cannot be turned into a definition',
    reason:
      'KubeVela parses the file, evaluates its head and stores the template. What its CUE release refuses there ends the installation: `fail to render definition`.',
    fix: 'Correct the text at the place that is named.',
    wrong: example(`hello: {\n\ttype: "trait"\n\tdescription: "Greets\n}\n${template}`),
    right,
  },
  {
    id: 'definition/invalid-spec',
    severity: 'error',
    title: 'Attribute of another type than the field has',
    reason:
      'From 1.9 on KubeVela decodes `attributes` strictly into the type of the kind: `invalid definition spec: json: cannot unmarshal`. The addon then cannot be enabled.',
    fix: 'Write the value in the type that is named.',
    wrong: example(`${hello.replace('true', '"true"')}${template}`),
    right,
  },
  {
    id: 'definition/invalid-template',
    severity: 'error',
    title: 'Template that does not evaluate',
    reason:
      'The installer stores a template without evaluating it. The admission webhook, the schema of the parameters and every application that uses the definition evaluate it, and fail.',
    fix: 'Correct the template at the place that is named.',
    wrong: example(`${hello}\ntemplate: {\n\tpatch: greeting: parametr.text\n\tparameter: text: string\n}\n`),
    right: example(`${hello}\ntemplate: {\n\tpatch: greeting: parameter.text\n\tparameter: text: string\n}\n`),
  },
  {
    id: 'definition/no-schema',
    severity: 'warning',
    title: 'Parameters that no schema can be made of',
    reason:
      'KubeVela makes an OpenAPI schema of the parameters and stores it beside the definition. Where it cannot, `vela show` and the forms of VelaUX have nothing to show, and the controller marks the definition as failed.',
    fix: 'Write the parameters with types that OpenAPI can express, and the template so that it evaluates without them.',
    wrong: example(`${hello}\ntemplate: {\n\tpatch: {}\n\tparameter: range: [int, int]\n}\n`),
    right: example(`${hello}\ntemplate: {\n\tpatch: {}\n\tparameter: range: [...int]\n}\n`),
  },
  {
    id: 'definition/evaluation-stopped',
    severity: 'error',
    title: 'Evaluation that had to be stopped',
    reason:
      'Evaluating the definition took more time, memory or depth than one definition may take. In a cluster it would take them from the controller.',
    fix: 'Make the template smaller, or remove what makes it grow: long chains of references, large products of alternatives.',
    wrong: example(`${hello}\ntemplate: {\n\tpatch: {}\n\tparameter: a: {b: a}\n}\n`),
    right,
  },
  {
    id: 'definition/invalid-terraform',
    severity: 'error',
    title: 'Terraform configuration that cannot be read',
    reason:
      'The parameters of a Terraform definition are the variables of its configuration. Where that does not parse, there are none, and the controller that applies it fails.',
    fix: 'Correct the configuration at the place that is named.',
    wrong: terraform('variable "region" {\n  type = \n}'),
    right: terraform('variable "region" {\n  type = string\n}'),
  },
  {
    id: 'definition/unsupported-terraform-variable',
    severity: 'warning',
    title: 'Terraform variable that KubeVela makes no schema of',
    reason:
      'KubeVela knows the variable types string, number, bool, list, set, tuple, map, object and any, and defaults without function calls. Anything else ends the schema of the whole definition.',
    fix: 'Give the variable one of these types, and a default without function calls.',
    wrong: terraform('variable "region" {\n  default = lower("EU")\n}'),
    right: terraform('variable "region" {\n  default = "eu"\n}'),
  },
] as const satisfies readonly ReadingRule[];

/** What conversion finds that lint finds as well is told under the same rule. */
const sharedRules = [
  definitionIncomplete,
  definitionUnknownAttribute,
  definitionUnsupportedKind,
  resourceInvalidYaml,
  resourceNoKind,
];

type SharedRuleId =
  | 'definition/incomplete'
  | 'definition/unknown-attribute'
  | 'definition/unsupported-kind'
  | 'resource/invalid-yaml'
  | 'resource/no-kind';

/** Makes a finding of a rule that reading a definition checks. */
export const createDefinitionFinding = createFindingMaker<(typeof definitionRules)[number]['id'] | SharedRuleId>([
  ...definitionRules,
  ...sharedRules.map(({ id, severity, fix }) => ({ id: id as SharedRuleId, severity, fix })),
]);
