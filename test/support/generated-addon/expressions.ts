import type { GeneratedParameter } from './parameters.ts';
import type { Random } from './random.ts';

/** Lines of CUE for the inside of a struct, and what they import. */
export interface GeneratedFields {
  readonly lines: readonly string[];
  readonly imports: ReadonlySet<string>;
}

/** Makes up fields that read parameters, the context and functions of the standard library, mostly as careful authors do. */
export function generateFields(random: Random, parameters: readonly GeneratedParameter[]): GeneratedFields {
  const imports = new Set<string>();
  const lines: string[] = [];
  for (const [index, parameter] of parameters.entries()) {
    if (random.chance(0.25)) continue;
    const path = parameter.name.includes('-') ? `parameter["${parameter.name}"]` : `parameter.${parameter.name}`;
    const { text, needs } = read(random, parameter, { path, label: `f${index}` });
    if (needs !== undefined) imports.add(needs);
    const guarded = parameter.optional && random.chance(0.93);
    lines.push(guarded ? `if ${path} != _|_ {${text}}` : text);
  }
  for (let count = random.below(3); count > 0; count -= 1) lines.push(random.pick(plainFields));
  if (random.chance(0.02)) lines.push(random.pick(faultyFields));
  return { lines, imports };
}

const plainFields: readonly [string, ...string[]] = [
  'fixed: "1"',
  'version: context.metadata.version',
  'label: "\\(context.metadata.name)-\\(context.metadata.version)"',
  'numbers: [1, 2.5, -3, 1e3, 0x1f, 1_000, 100Mi]',
  'nothing: null',
  'empty: {list: [], map: {}}',
  'text: """\n\tfirst\n\t  second: "x"\n\n\tlast\n\t"""',
  "bytes: 'raw'",
  'html: "<a href=\\"x\\">&amp;</a>\\u2028"',
  'let hidden = "h"\nwithLet: hidden',
  '_private: 5\nshown: _private * 2',
  '#Definition: {a: string, b: *1 | int}\nfilled: #Definition & {a: "x"}',
  'choice: *"first" | "second"',
  'if context.metadata.name != "nobody" {conditional: true}',
  'quotient: div(7, 2)\nhalf: 7 / 2',
  '"needs.quotes/key": "yes"',
  'bounded: >=1 & <=5 & 3',
  'long: "\\(strings)" \nstrings: "shadow"',
  'loop: [for i, x in ["a", "b"] if i > 0 {"\\(i)": x}]',
  'dynamic: {for k in ["b", "a"] {"\\(k)-key": k}}',
];

const faultyFields: readonly [string, ...string[]] = [
  'open: string',
  'open: {a: int}',
  'clash: 1 & 2',
  'clash: "a"\nclash: "b"',
  'lost: nowhere',
  'lost: context.nothing.here',
  'lost: parameter.absent',
  'sum: [1] + [2]',
  'product: 2 * ["a"]',
  'zero: 1 / 0',
  'index: [1][3]',
  'cycle: cycle + 1',
  'typed: "a" + 1',
  'closed: close({a: 1}) & {b: 2}',
  'pattern: =~"^a" & "b"',
  'unfinished: {',
];

interface Place {
  readonly path: string;
  readonly label: string;
}

function read(
  random: Random,
  { kind }: GeneratedParameter,
  { path, label }: Place,
): { readonly text: string; readonly needs?: string } {
  if (random.chance(0.3)) return { text: `${label}: ${path}` };
  switch (kind) {
    case 'text':
      return random.pick([
        { text: `${label}: "<\\(${path})>"` },
        { text: `${label}: strings.ToUpper(${path})`, needs: 'strings' },
        { text: `if ${path} == "a" {${label}: "it is a"}` },
        { text: `${label}: base64.Encode(null, ${path})`, needs: 'encoding/base64' },
        { text: `${label}: len(${path})` },
        { text: `"\\(${path})": ${path}` },
      ]);
    case 'integer':
    case 'number':
      return random.pick([
        { text: `${label}: ${path} + 1` },
        { text: `${label}: "\\(${path})"` },
        { text: `if ${path} > 3 {${label}: "large"}` },
        { text: `${label}: strconv.FormatInt(${path}, 10)`, needs: 'strconv' },
        { text: `${label}: math.Floor(${path} / 2)`, needs: 'math' },
      ]);
    case 'flag':
      return random.pick([
        { text: `if ${path} {${label}: "on"}` },
        { text: `if !${path} {${label}: "off"}` },
        { text: `${label}: "\\(${path})"` },
        { text: `${label}: [if ${path} {"yes"}, "no"][0]` },
      ]);
    case 'texts':
      return random.pick([
        { text: `${label}: [for v in ${path} {name: v}]` },
        { text: `${label}: strings.Join(${path}, ",")`, needs: 'strings' },
        { text: `${label}: {for i, v in ${path} {"\\(i)": v}}` },
        { text: `${label}: len(${path})` },
        { text: `${label}: list.Sort(${path}, list.Ascending)`, needs: 'list' },
        { text: `${label}: [for v in ${path} if v != "a" {v}]` },
      ]);
    case 'map':
      return random.pick([
        { text: `${label}: {for k, v in ${path} {"\\(k)": v}}` },
        { text: `${label}: [for k, v in ${path} {name: k, value: v}]` },
        { text: `${label}: json.Marshal(${path})`, needs: 'encoding/json' },
        { text: `${label}: {${path}, more: "yes"}` },
      ]);
    case 'struct':
      return random.pick([
        { text: `${label}: ${path}.host` },
        { text: `if ${path}.port != _|_ {${label}: ${path}.port}` },
        { text: `${label}: yaml.Marshal(${path})`, needs: 'encoding/yaml' },
        { text: `${label}: {${path}}` },
      ]);
    default:
      return kind satisfies never;
  }
}

/** Import clauses for these packages, one form or the other. */
export function toImportClause(random: Random, imports: ReadonlySet<string>): string {
  const paths = [...imports].map((path) => JSON.stringify(path));
  if (paths.length === 0) return '';
  return random.chance(0.5)
    ? `import (\n\t${paths.join('\n\t')}\n)\n`
    : paths.map((path) => `import ${path}\n`).join('');
}
