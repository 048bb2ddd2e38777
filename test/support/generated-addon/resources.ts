import { type GeneratedContext, type GeneratedFiles, generateComponent } from './application.ts';
import { generateFields, toImportClause } from './expressions.ts';
import type { Random } from './random.ts';

const cueNames = ['a.cue', 'b.dotted.cue', 'B.cue', 'sub/a.cue', 'sub/deeper/c.cue', 'sub-x.cue', 'Z_9.cue'] as const;
const yamlNames = ['a.yaml', 'b.yml', 'sub/a.yaml', 'zz.yaml'] as const;

/** Makes up files in resources/: CUE of any package, with and without an output or a name, and YAML. */
export function generateResources(random: Random, context: GeneratedContext): GeneratedFiles {
  const files: GeneratedFiles = {};
  for (const name of cueNames)
    if (random.chance(0.22)) files[`resources/${name}`] = generateCueResource(random, context);
  for (const name of yamlNames) if (random.chance(0.12)) files[`resources/${name}`] = generateYamlResource(random);
  if (random.chance(0.05)) files['resources/notes.txt'] = 'not read\n';
  if (random.chance(0.04)) files['resources/sub/parameter.cue'] = 'parameter: never: "read"\n';
  return files;
}

function generateCueResource(random: Random, { parameters, packageClause }: GeneratedContext): string {
  const clause = random.weigh([
    [5, ''],
    [4, packageClause],
    [2, 'package main\n'],
    [1, 'package other\n'],
  ]);
  const fields = generateFields(random, parameters);
  const imports = toImportClause(random, fields.imports);
  // A package shares its names: files of it must not give them twice.
  const own = `r${random.below(1_000_000)}`;
  if (clause !== '' && random.chance(0.7)) return `${clause}${imports}${own}: {\n${fields.lines.join('\n')}\n}\n`;
  const name = random.chance(0.5) ? own : undefined;
  const component = generateComponent(random, fields, { name, fits: random.chance(0.97) });
  const body = random.weigh([
    [10, `output: {\n${component}\n}\n`],
    [1, `output: {\n${component}\n}\n${own}: output.type\n`],
    [1, `let base = {\n${component}\n}\noutput: base\n`],
    [1, `#Base: {\ntype: string\n...\n}\noutput: #Base & {\n${component}\n}\n`],
    [1, `// said before\noutput: {\n${component}\n}\noutputs: more: {}\n`],
    [1, `${own}: {\n${fields.lines.join('\n')}\n}\n`],
    [0.2, 'output: {type: 5}\n'],
    [0.2, 'output: []\n'],
    [0.2, 'output: {name: string, type: "raw"}\n'],
    [0.2, 'import "vela/op"\noutput: {type: "raw"}\n'],
    [0.2, ''],
  ]);
  return `${clause}${imports}${body}`;
}

function generateYamlResource(random: Random): string {
  const object = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: y}\n';
  return random.weigh([
    [6, `${object}data:\n  a: "1"\n  b: |\n    text\n`],
    [2, `# a comment\n---\n${object}`],
    [2, `${object}---\n${object}data: {lost: "yes"}\n`],
    [1, `${object}data: {n: 1.0, i: 010, t: 12:30:45, d: 2001-01-01, e: 1e3, x: 0x1f, y: on, z: !!str 5}\n`],
    [1, 'apiVersion: v1\nkind: List\nitems: []\n'],
    [0.2, 'apiVersion: v1\nmetadata: {name: y}\n'],
    [0.2, ''],
    [0.2, '- a\n- b\n'],
  ]);
}
