import type { GeneratedFiles } from './application.ts';
import type { Random } from './random.ts';

/** Makes up files in definitions/: X-Definitions in CUE and in YAML, with right and wrong attributes. */
export function generateDefinitions(random: Random): GeneratedFiles {
  const files: GeneratedFiles = {};
  for (
    let index = random.weigh([
      [4, 0],
      [3, 1],
      [2, 2],
      [1, 4],
    ]);
    index > 0;
    index -= 1
  ) {
    const name = `${random.pick(['d', 'E', 'sub/d'])}${index}`;
    if (random.chance(0.75)) files[`definitions/${name}.cue`] = generateCueDefinition(random, `def-${index}`);
    else files[`definitions/${name}.yaml`] = generateYamlDefinition(random, `yaml-${index}`);
  }
  return files;
}

const types = ['component', 'trait', 'policy', 'workflow-step'] as const;
type DefinitionType = (typeof types)[number];

const attributesOf: Readonly<Record<DefinitionType, readonly [string, ...string[]]>> = {
  component: [
    'workload: type: "autodetects.core.oam.dev"',
    'workload: definition: {apiVersion: "apps/v1", kind: "Deployment"}',
    'workload: {definition: {apiVersion: "v1", kind: "ConfigMap"}, type: "configmaps"}\npodDisruptive: true',
    'workload: type: "autodetects.core.oam.dev"\nstatus: {healthPolicy: #"isHealth: context.output.status.ready == true"#, customStatus: #"message: "all \\(context.name)""#}',
    'workload: type: "autodetects.core.oam.dev"\nstatus: {healthPolicy: {isHealth: context.output.status.ready > 0}, customStatus: {message: "m"}}',
    'workload: type: "autodetects.core.oam.dev"\nchildResourceKinds: [{apiVersion: "v1", kind: "Pod"}]\nrevisionLabel: "x"',
  ],
  trait: [
    '',
    'appliesToWorkloads: ["deployments.apps", "*"]\npodDisruptive: true\nconflictsWith: ["scaler"]',
    'workloadRefPath: "spec.ref"\nmanageWorkload: true\nskipRevisionAffect: false\ncontrolPlaneOnly: true',
    'stage: "PreDispatch"\nstatus: customStatus: #"message: "x""#',
    'definitionRef: name: "scalers.example.com"\nextension: {a: "1", b: 1.5}',
  ],
  policy: ['', 'manageHealthCheck: true', 'definitionRef: name: "p.example.com"'],
  'workflow-step': ['', 'definitionRef: name: "w"'],
};

const wrongAttributes: readonly [string, ...string[]] = [
  'nonesuch: 1',
  'podDisruptive: "yes"',
  'appliesToWorkloads: "deployments"',
  'workload: 5',
  'status: 5',
  'status: healthPolicy: #"isHealth: "#',
  'conflictsWith: [1]',
  'version: "1.0.0"',
  'extension: {deep: [{a: 1}]}',
];

function generateCueDefinition(random: Random, name: string): string {
  const type = random.chance(0.015) ? random.pick(['scope', '', 'Component', 'workload']) : random.pick(types);
  const right = random.pick(attributesOf[types.find((each) => each === type) ?? 'trait']);
  const attributes = random.chance(0.015) ? `${right}\n${random.pick(wrongAttributes)}` : right;
  const bound = random.pick(['"c0"', '"absent"']);
  const facts = random.weigh([
    [6, 'annotations: {}\nlabels: {}\n'],
    [3, `description: "It says \\"this\\""\nalias: "${random.pick(['', 'other', 'ä'])}"\n`],
    [2, `annotations: {"addon.oam.dev/bind-component": ${bound}, a: "b"}\n`],
    [2, 'labels: {"ui-hidden": "true", "x.oam.dev/y": "z"}\nannotations: "foo.oam.dev": "e"\n'],
    [1, 'workload: 1\nstatus: 2\n'],
    [0.1, 'labels: a: 5\n'],
  ]);
  const head = random.pick([
    `"${name}": {\ntype: "${type}"\n${facts}attributes: {\n${attributes}\n}\n}`,
    `${random.chance(0.5) ? `"${name}"` : name.replace('-', '_')}: {\n${facts}type:       "${type}"\nattributes: {${attributes.replaceAll('\n', ', ')}}\n}`,
  ]);
  const imports = random.weigh([
    [6, ''],
    [2, 'import "strings"\n'],
    [1, 'import (\n\t"vela/op"\n\t"strings"\n)\n'],
    [0.3, 'import "vela/nonesuch"\n'],
  ]);
  const text = `${imports}${head}\ntemplate: {\n${generateTemplate(random, imports)}\n}\n`;
  return random.weigh([
    [60, text],
    [0.3, text.replace('template:', 'templates:')],
    [0.3, `${text}extra: 1\n`],
    [0.3, `let q = 1\n${text}`],
    [0.2, text.slice(0, -3)],
    [0.2, text.replace(/^"?def[-_]\d"?: /m, '')],
    [0.2, `${text}${head.replace('def', 'def-two')}\n`],
    [1, `package main\n${text}`],
  ]);
}

function generateTemplate(random: Random, imports: string): string {
  const upper = imports.includes('strings') && random.chance(0.9) ? 'upper: strings.ToUpper("x")\n' : '';
  const step = imports.includes('vela/op') ? 'wait: op.#ConditionalWait & {continue: true}\n' : '';
  const output = random.pick([
    'output: {\n\tapiVersion: "v1"\n\tkind:       "ConfigMap"\n\tmetadata: name: context.name\n}\n',
    'patch: spec: replicas: parameter.replicas\n',
    'output: {kind: "X", apiVersion: "y/v1", if parameter["cmd"] != _|_ {command: parameter.cmd}}\noutputs: a: {}\n',
    '// a comment\n\n\n// another\npatch: {\n\t// +patchKey=name\n\tcontainers: [{name: context.name, env: [for k, v in parameter.env {name: k, value: v}]}]\n}\n',
    'output: #"""\n\traw \\(text)\n\t"""#\n',
  ]);
  const parameter = random.weigh([
    [
      6,
      'parameter: {\n\t// +usage=How many\n\treplicas: *1 | int\n\t// +usage=What to run\n\tcmd?: [...string]\n\tenv: *{} | {[string]: string}\n}',
    ],
    [2, 'parameter: {replicas: int, cmd: [...string], env: [string]: string}'],
    [1, 'parameter: close({replicas: >0 | *2, cmd?: [...string], env?: {...}})\n#H: {a: string}'],
    [1, 'parameter: #P\n#P: {replicas: 1 | 2 | *3, cmd?: [...#C], env: [string]: #C}\n#C: string | {v: int}'],
    [0.3, 'parameter: {}'],
    [0.2, ''],
    [0.2, 'parameter: {replicas: nowhere, cmd: 1 & 2}'],
  ]);
  return `${upper}${step}${output}${parameter}`;
}

function generateYamlDefinition(random: Random, name: string): string {
  const kind = random.weigh([
    [3, 'ComponentDefinition'],
    [3, 'TraitDefinition'],
    [2, 'PolicyDefinition'],
    [2, 'WorkflowStepDefinition'],
    [0.2, 'ConfigMap'],
  ]);
  const annotations = random.weigh([
    [4, ''],
    [1, '  annotations: {addon.oam.dev/bind-component: c0}\n'],
    [1, '  annotations: {addon.oam.dev/bind-component: absent}\n'],
  ]);
  const head = `apiVersion: core.oam.dev/v1beta1\nkind: ${kind}\nmetadata:\n  name: ${name}\n${annotations}`;
  return random.weigh([
    [
      6,
      `${head}  namespace: elsewhere\nspec:\n  schematic:\n    cue:\n      template: |\n        parameter: {a: string}\n`,
    ],
    [2, `${head}spec: {any: [1, two, ~, 1.0]}\n`],
    [1, `${head}---\nkind: Lost\n`],
    [0.2, 'metadata: {name: x}\n'],
  ]);
}
