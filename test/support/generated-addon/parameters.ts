import type { JsonObject, JsonValue } from '../../../schemas/json.ts';
import type { Random } from './random.ts';

/** One parameter of a generated addon, in CUE, with values for it. */
export interface GeneratedParameter {
  readonly name: string;
  readonly kind: ParameterKind;
  readonly optional: boolean;
  readonly hasDefault: boolean;
}

export type ParameterKind = 'text' | 'integer' | 'number' | 'flag' | 'texts' | 'map' | 'struct';

interface Shape {
  readonly kind: ParameterKind;
  readonly cue: string;
  readonly hasDefault: boolean;
  readonly good: readonly [JsonValue, ...JsonValue[]];
  readonly bad: readonly [JsonValue, ...JsonValue[]];
}

function shape(kind: ParameterKind, cue: string, values: readonly [good: Shape['good'], bad: Shape['bad']]): Shape {
  return { kind, cue, hasDefault: cue.includes('*'), good: values[0], bad: values[1] };
}

const texts: Shape['good'] = [
  'a',
  'two words',
  'yes',
  '1.10',
  '',
  'ä€𝄞',
  'a: b # c',
  'line\nline\n',
  ' lead',
  '0x1F',
  '~',
  "it's",
  '"q"',
  '*',
  '1e3',
  '2020-01-01',
  'x'.repeat(90),
  `${'long words '.repeat(12)}end`,
];

const shapes: readonly [Shape, ...Shape[]] = [
  shape('text', 'string', [texts, [1, true, null, ['a']]]),
  shape('text', '*"dflt" | string', [texts, [1.5, {}]]),
  shape('text', 'string | *""', [texts, [0]]),
  shape('text', '"small" | *"medium" | "large"', [
    ['small', 'large'],
    ['huge', 3],
  ]),
  shape('text', '"a" | "b"', [['a', 'b'], ['c']]),
  shape('text', '=~"^[a-z-]+$"', [
    ['abc', 'a-b'],
    ['ABC', ''],
  ]),
  shape('text', '*"latest" | =~"^v[0-9]+"', [['v1', 'v20-x'], ['x']]),
  shape('text', '*null | string', [['a', null], [4]]),
  shape('integer', 'int', [
    [0, 7, -3, 65536],
    ['7', 1.5],
  ]),
  shape('integer', '*3 | int', [[3, 80], ['x']]),
  shape('integer', '>=1 & <=9', [
    [1, 9],
    [0, 10, 'x'],
  ]),
  shape('integer', '*5 | 6 | 7', [[6], [99]]),
  shape('integer', 'uint16', [
    [0, 65535],
    [-1, 70000],
  ]),
  shape('number', 'number', [[0.5, 2, -1.25, 1e21], ['0.5']]),
  shape('number', '*0.5 | float', [[1.5, 0.001], [true]]),
  shape('flag', 'bool', [
    [true, false],
    ['true', 0],
  ]),
  shape('flag', '*true | bool', [[false, true], [1]]),
  shape('flag', '*false | bool', [[true], ['no']]),
  shape('texts', '[...string]', [
    [['a', 'b'], []],
    ['a', [1]],
  ]),
  shape('texts', '*["x", "y"] | [...string]', [[['z'], ['x', 'y']], [{}]]),
  shape('texts', '*[] | [...string]', [[['one'], ['yes', 'no', 'null']], [[null]]]),
  shape('map', '[string]: string', [
    [{ b: 'x', a: 'y' }, {}],
    [{ a: 1 }, ['a']],
  ]),
  shape('map', '{[string]: string}', [[{ 'x.y/z': 'v' }, { on: 'off' }], ['a']]),
  shape('map', '*{k: "v"} | {[string]: string}', [[{ k: 'w', l: 'm' }], [{ k: 2 }]]),
  shape('struct', '{host: *"localhost" | string, port?: int}', [
    [{}, { host: 'h', port: 1 }],
    [{ port: 'x' }, 'a'],
  ]),
  shape('struct', '{host: string, deep: {flag: *true | bool}}', [
    [{ host: 'h' }, { host: 'h', deep: { flag: false } }],
    [{ host: 1 }],
  ]),
  shape('struct', '{host: string, ...}', [[{ host: 'h', more: [1, { a: null }] }], [{ host: [] }]]),
];

const comments: readonly [string, ...string[]] = [
  '',
  '// +usage=What it is for\n',
  '// +usage=One line\n// and another one\n',
  '// +usage=Short one +short=s\n',
  '// +usage=Of a letter\n// +short=s\n',
  '// only a comment\n',
  '// +immutable\n// +usage=Fixed\n',
  '//+usage=Without a space\n',
];

/** A parameter.cue and arguments for it; `arguments` are within the schema unless chance says otherwise. */
export interface GeneratedParameters {
  readonly text: string;
  readonly list: readonly GeneratedParameter[];
  readonly arguments: JsonObject;
}

/** Makes up a parameter definition; `none` of it when the list is empty. */
export function generateParameters(random: Random, packageClause: string): GeneratedParameters {
  const chosen = random.times(1 + random.below(5), (index) => {
    const { good, bad, cue, ...known } = random.pick(shapes);
    const marker = random.weigh([
      [6, ''],
      [3, '?'],
      [0.15, '!'],
    ]);
    const name = random.chance(0.08) ? `quo-ted${index}` : `p${index}`;
    return { ...known, cue, good, bad, name, marker, optional: marker === '?' };
  });
  const fields = chosen.map(({ name, marker, cue }) => {
    const label = name.includes('-') ? `"${name}"` : name;
    return `${random.pick(comments)}${label}${marker}: ${cue.startsWith('[string]') ? `{${cue}}` : cue}`;
  });
  const list = chosen.map(({ name, kind, optional, hasDefault }) => ({ name, kind, optional, hasDefault }));
  const given: Record<string, JsonValue> = {};
  for (const { name, optional, hasDefault, good, bad } of chosen) {
    if (!random.chance(optional || hasDefault ? 0.5 : 0.95)) continue;
    given[name] = random.chance(0.03) ? random.pick(bad) : random.pick(good);
  }
  if (random.chance(0.06)) given['unknown'] = random.pick(texts);
  return { text: `${packageClause}${declare(random, fields)}\n`, list, arguments: given };
}

function declare(random: Random, fields: readonly string[]): string {
  const body = `{\n${fields.map((field) => field.replaceAll(/^/gm, '\t')).join('\n')}\n}`;
  return random.weigh([
    [8, `parameter: ${body}`],
    [1, `parameter: #Parameter\n#Parameter: ${body}`],
    [1, `parameter: ${body}\nparameter: {}`],
    [1, `parameter: close(${body})`],
    [1, `parameter: {\n\t...\n}\nparameter: ${body}`],
    [1, `#Text: string\nparameter: ${body.replace(': string\n', ': #Text\n')}`],
    [0.3, `parameter: ${body}\nparameter: {p0: {nope: 1}}`],
    [0.2, `import "strings"\nparameter: ${body}`],
    [0.2, `import "strings"\nparameter: ${body}\n_upper: strings.ToUpper("x")`],
    [0.15, `parameter: ${body.replace('}', '')}`],
    [0.15, `// nothing here\n#unused: ${body}`],
  ]);
}
