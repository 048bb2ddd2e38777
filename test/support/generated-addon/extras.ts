import type { GeneratedContext, GeneratedFiles } from './application.ts';
import { generateFields, toImportClause } from './expressions.ts';
import type { Random } from './random.ts';

/** Makes up notes, views, config templates and UI schemas. */
export function generateExtras(random: Random, context: GeneratedContext): GeneratedFiles {
  const files: GeneratedFiles = {};
  if (random.chance(0.35)) files['NOTES.cue'] = generateNotes(random, context);
  if (random.chance(0.2)) files[`views/${random.pick(['v.cue', 'v.x.cue', 'sub/w.cue'])}`] = generateView(random);
  if (random.chance(0.1))
    files['views/plain.yaml'] = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: w, namespace: zz}\ndata: {a: b}\n';
  if (random.chance(0.2))
    files[`config-templates/${random.pick(['c.cue', 'other.cue'])}`] = generateConfigTemplate(random);
  if (random.chance(0.05)) files['config-templates/ignored.yaml'] = 'a: b\n';
  for (const name of ['component-uischema-x.yaml', 'addon-uischema-y.z.yaml', 'schema.json']) {
    if (random.chance(0.12)) files[`schemas/${name}`] = generateUiSchema(random);
  }
  return files;
}

function generateNotes(random: Random, { parameters }: GeneratedContext): string {
  const { lines, imports } = generateFields(random, parameters);
  const values = `values: {\n${lines.join('\n')}\n}\n`;
  return random.weigh([
    [
      4,
      `${toImportClause(random, imports)}${values}notes: "Enabled \\(context.metadata.name) \\(context.metadata.version)"\n`,
    ],
    [2, 'notes: """\n\tUpgrade: \\(context.installer.upgrade)\n\n\tBye\n\t"""\n'],
    [
      2,
      'info: string\nif context.installer.upgrade {info: "upgraded"}\nif !context.installer.upgrade {info: "fresh"}\nnotes: info\n',
    ],
    [1, 'package main\nnotes: "packaged"\n'],
    [0.5, 'note: "misspelt"\n'],
    [0.5, 'notes: 5\n'],
    [0.5, 'notes: string\n'],
    [0.5, 'notes: "a \\(nowhere)"\n'],
    [0.5, 'notes: {\n'],
  ]);
}

function generateView(random: Random): string {
  return random.weigh([
    [4, 'parameter: {name: string, namespace: *"default" | string}\nstatus: {name: parameter.name}\n'],
    [
      2,
      'import "vela/ql"\nparameter: appName: string\nresources: ql.#ListResourcesInApp & {app: {name: parameter.appName, namespace: "x"}}\nstatus: {if resources.err == _|_ {list: resources.list}}\n',
    ],
    [1, 'import (\n\t"vela/op"\n)\nread: op.#Read & {value: {kind: "Pod", apiVersion: "v1"}}\nexport: "read"\n'],
    [1, 'package main\nstatus: {}\n'],
    [0.2, 'foo: 1\n'],
    [0.2, 'import "vela/zzz"\nstatus: zzz.x\n'],
    [0.2, 'status: nowhere\n'],
    [0.2, 'status: {\n'],
  ]);
}

function generateConfigTemplate(random: Random): string {
  const metadata = random.pick([
    'metadata: {name: "c", alias: "Al", description: "De", sensitive: true, scope: "project"}',
    'metadata: {name: "c", alias: "", sensitive: false, scope: "system"}',
    'metadata: name: "only-a-name"',
  ]);
  const parameter = 'parameter: {\n\t// +usage=Where\n\turl: string\n\tuser?: string\n\tlevel: *1 | int\n}';
  const output = random.pick([
    'output: {apiVersion: "v1", kind: "Secret", metadata: {name: context.name, namespace: context.namespace}, stringData: url: parameter.url}',
    'output: {apiVersion: "v1", kind: "Secret", type: "x", if parameter.user != _|_ {stringData: user: parameter.user}}\noutputs: more: {apiVersion: "v1", kind: "ConfigMap", data: l: "\\(parameter.level)"}',
    'nacos: {endpoint: {name: "nacos"}, format: "json", metadata: {dataId: "d", group: "g"}, content: {url: parameter.url}}',
  ]);
  return random.weigh([
    [20, `${metadata}\ntemplate: {\n${parameter}\n${output}\n}\n`],
    [
      2,
      `import "strings"\n${metadata}\ntemplate: {\n${parameter}\noutput: {apiVersion: "v1", kind: "Secret", stringData: u: strings.ToUpper(parameter.url)}\n}\n`,
    ],
    [0.3, `template: {\n${parameter}\n}\n`],
    [0.3, `${metadata}\n`],
    [0.3, `${metadata}\ntemplate: {${output}}\n`],
    [0.3, `${metadata}\ntemplate: parameter: nowhere\n`],
    [0.3, 'metadata: name: 5\ntemplate: parameter: {}\n'],
  ]);
}

function generateUiSchema(random: Random): string {
  return random.weigh([
    [
      4,
      '- jsonKey: a\n  label: A label\n  sort: 3\n  uiType: Input\n  validate: {required: true, options: [{label: x, value: 1.0}]}\n',
    ],
    [2, '[{"jsonKey": "b", "sort": 100, "style": {"colSpan": 12}}]\n'],
    [1, '{}\n'],
    [1, '# only a comment\n'],
    [1, 'hello\n'],
    [0.5, 'a: {b: [1, yes, ~, "x"], 5: five, <: html}\n'],
  ]);
}
