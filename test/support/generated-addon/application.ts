import { type GeneratedFields, generateFields, toImportClause } from './expressions.ts';
import type { GeneratedParameter } from './parameters.ts';
import type { Random } from './random.ts';

/** Texts of files by path. */
export type GeneratedFiles = Record<string, string>;

/** What the parts of an addon must know of each other. */
export interface GeneratedContext {
  readonly parameters: readonly GeneratedParameter[];
  /** Package clause of template.cue, with its line end; empty without one. */
  readonly packageClause: string;
}

/** Makes up template.cue or template.yaml, both, or neither. */
export function generateTemplate(random: Random, context: GeneratedContext): GeneratedFiles {
  return random.weigh<() => GeneratedFiles>([
    [60, () => ({ 'template.cue': generateCueTemplate(random, context) })],
    [20, () => ({ 'template.yaml': generateYamlTemplate(random) })],
    [15, () => ({})],
    [
      2,
      () => ({ 'template.cue': generateCueTemplate(random, context), 'template.yaml': generateYamlTemplate(random) }),
    ],
  ])();
}

export interface ComponentOptions {
  readonly name: string | undefined;
  /** Whether the fields that say more have the types of a component. */
  readonly fits: boolean;
}

/** Makes up the fields of one component in CUE. */
export function generateComponent(random: Random, fields: GeneratedFields, { name, fits }: ComponentOptions): string {
  const named = name === undefined ? '' : `name: ${JSON.stringify(name)}\n`;
  const properties = random.pick([
    `properties: {\n${fields.lines.join('\n')}\n}`,
    `properties: {apiVersion: "v1", kind: "ConfigMap", metadata: name: "c", data: {\n${fields.lines.join('\n')}\n}}`,
    `properties: values: {\n${fields.lines.join('\n')}\n}`,
  ]);
  const fitting = random.weigh([
    [8, ''],
    [1, 'dependsOn: ["first"]\n'],
    [1, 'traits: [{type: "scaler", properties: replicas: 2}]\n'],
    [1, 'inputs: [{from: "x", parameterKey: "y"}]\noutputs: [{name: "x", valueFrom: "output.a"}]\n'],
    [1, 'externalRevision: "r1"\nunknownField: true\n'],
  ]);
  const more = fits ? fitting : random.pick(['dependsOn: "first"\n', 'traits: {}\n', 'externalRevision: 5\n']);
  return `${named}type: ${random.pick(['"raw"', '"helm"', '"k8s-objects"', '"webservice"'])}\n${more}${properties}`;
}

function generateCueTemplate(random: Random, { parameters, packageClause }: GeneratedContext): string {
  const imports = new Set<string>();
  // Of an Application that does not fit and outputs that cannot be evaluated, another fault is told first here (docs/FIDELITY.md).
  const fits = random.chance(0.96);
  const components = random.times(1 + random.below(3), (index) => {
    const fields = generateFields(random, parameters);
    for (const path of fields.imports) imports.add(path);
    return `{\n${generateComponent(random, fields, { name: `c${index}`, fits: fits || index > 0 })}\n}`;
  });
  const guarded = random.chance(0.2) ? ['if context.metadata.version != "" {name: "guarded", type: "raw"}'] : [];
  const spec = [
    `components: [${[...components, ...guarded].join(', ')}]`,
    ...(fits ? generatePolicies(random) : ['policies: [1]'].slice(random.below(2))),
  ];
  const head = random.weigh([
    [10, 'apiVersion: "core.oam.dev/v1beta1"\nkind: "Application"\n'],
    [
      1,
      'apiVersion: "core.oam.dev/v1beta1"\nkind: "Application"\nmetadata: {name: "other", namespace: "default", labels: a: "b", annotations: c: "d"}\n',
    ],
    [1, ''],
    [0.3, 'kind: "ConfigMap"\ndata: a: "b"\n'],
  ]);
  const misfit = random.pick(['output: "a text"', `output: {\n${head}spec: {components: {}}\n}`]);
  const output = random.weigh([
    [fits ? 0 : 20, misfit],
    [40, `output: {\n${head}spec: {\n${spec.join('\n')}\n}\n}`],
    [5, `output: spec: {\n${spec.join('\n')}\n}\noutput: {\n${head}}`],
    [2, `application: {\n${head}spec: {\n${spec.join('\n')}\n}\n}\noutput: application`],
    [0.5, `result: spec: {\n${spec.join('\n')}\n}`],
  ]);
  const outputs =
    fits && random.chance(0.4) ? generateOutputs(random, parameters) : { lines: [], imports: new Set<string>() };
  for (const path of outputs.imports) imports.add(path);
  if (random.chance(0.01)) imports.add('strings');
  const clause = toImportClause(random, imports);
  return `${packageClause}${clause}${[output, ...outputs.lines].join('\n')}\n`;
}

function generatePolicies(random: Random): readonly string[] {
  return random.weigh<readonly string[]>([
    [5, []],
    [1, ['policies: [{name: "t", type: "topology", properties: clusterLabelSelector: {}}]']],
    [
      1,
      [
        'policies: [if parameter.clusters != _|_ {name: "t", type: "topology", properties: clusters: parameter.clusters}]',
      ],
    ],
    [
      1,
      [
        'workflow: steps: [{name: "s", type: "deploy", properties: policies: ["t"]}, {name: "w", type: "suspend", timeout: "1m"}]',
      ],
    ],
    [
      1,
      [
        'policies: [{type: "health"}]\nworkflow: {mode: {steps: "DAG"}, steps: [{type: "step-group", name: "g", subSteps: [{type: "suspend", name: "u"}]}]}',
      ],
    ],
  ]);
}

function generateOutputs(random: Random, parameters: readonly GeneratedParameter[]): GeneratedFields {
  const fields = generateFields(random, parameters);
  const annotation = random.pick(['"addon.oam.dev/bind-component"', '"addon.oam.dev/ignore-without-component"']);
  const bound = random.weigh([
    [3, ''],
    [1, `annotations: ${annotation}: "c0"`],
    [1, `annotations: ${annotation}: "absent"`],
  ]);
  const object = `{apiVersion: "v1", kind: "ConfigMap", metadata: {name: "o", namespace: "vela-system", ${bound}}, data: {\n${fields.lines.join('\n')}\n}}`;
  const more = random.pick([
    '',
    'b: {kind: "X", metadata: labels: "addons.oam.dev/name": "mine"}',
    'n: 5',
    'z: {}',
    'a: null',
  ]);
  return { lines: [`outputs: {\nmain: ${object}\n${more}\n}`], imports: fields.imports };
}

function generateYamlTemplate(random: Random): string {
  const head = 'apiVersion: core.oam.dev/v1beta1\nkind: Application\n';
  return random.weigh([
    [
      4,
      `${head}metadata:\n  name: written\n  namespace: default\nspec:\n  components:\n    - name: why\n      type: raw\n      properties: {a: 1, b: [yes, 012, 1.0, ~, 2020-01-01]}\n`,
    ],
    [2, `${head}spec: {}\n`],
    [
      1,
      `${head}metadata: {labels: {a: b}}\nspec: {components: [], policies: [{name: p, type: topology, properties: {clusters: [local]}}]}\n`,
    ],
    [
      1,
      `${head}spec:\n  components:\n  - name: why\n    type: raw\n    properties:\n      text: |\n        one\n          two\n      folded: >-\n        a\n        b\n      &anchor key: &v value\n      again: *v\n`,
    ],
    [1, `${head}Spec: {Components: [{Name: x, TYPE: raw}]}\n`],
    [0.3, 'apiVersion: v1\nkind: ConfigMap\ndata: {}\n'],
    [0.3, 'spec: {components: []}\n'],
    [0.3, `${head}spec: {components: [{name: 5, type: raw}]}\n`],
    [0.3, `${head}spec: {components: []}\n---\n${head}spec: {components: [{name: second, type: raw}]}\n`],
  ]);
}
