import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareFindings } from '../../findings.ts';
import { definitionExample, metadataExample } from './examples.ts';
import { lintAddon } from './lint-addon.ts';
import { addonOf, lintInputOf } from './test-support/lint-input.ts';
import type { RuleExample } from './types.ts';

function report(files: readonly RuleExample[]): string[] {
  return lintAddon(addonOf(files)).map(
    ({ rule, severity, file, line, column, for: lines }) =>
      `${severity} ${rule} ${file}:${line}:${column}${lines === undefined ? '' : ` (${lines.join(' ')})`}`,
  );
}

const cueDefinition = (attributes: string, type = 'component'): RuleExample => ({
  file: 'definitions/hello.cue',
  text: `hello: {\n\ttype: "${type}"\n\tdescription: "Greets"\n\tattributes: ${attributes}\n}\ntemplate: output: {}\n`,
});

const requirement = (lines: string) => metadataExample({}, ['system:', lines]);

describe('rules that depend on the release line', () => {
  it.each([
    [
      'a field of 1.10',
      [cueDefinition('version: "1.0.0"')],
      ['error definition/unknown-attribute definitions/hello.cue:4:14 (1.9)'],
    ],
    ['a field of 1.10, required', [cueDefinition('version: "1.0.0"'), requirement('  vela: ">=1.10.0"')], []],
    [
      'a field of 1.11',
      [cueDefinition('global: true', 'policy')],
      ['error definition/unknown-attribute definitions/hello.cue:4:14 (1.9 1.10)'],
    ],
    ['letter case, which JSON ignores', [cueDefinition('PodSpecPath: "x"')], []],
    ['a field of 1.10 in YAML', [definitionExample({ kind: 'TraitDefinition', spec: '  version: 1.0.0\n' })], []],
  ])('%s', (_, files, expected) => {
    expect(report(files)).toEqual(expected);
  });
});

describe('definitions in CUE', () => {
  const at = (place: string) => `error definition/incomplete definitions/hello.cue:${place}`;
  it.each([
    ['no head', 'template: a: 1\n', [at('1:1')]],
    ['two heads', 'a: type: "trait"\nb: type: "trait"\na: description: "x"\ntemplate: c: 1\n', undefined],
    ['no type', 'a: description: "x"\ntemplate: c: 1\n', [at('1:1')]],
    ['a head in two parts', 'a: type: "trait"\na: description: "x"\ntemplate: c: 1\n', []],
    ['a template that is no literal', 'a: {type: "trait", description: "x"}\ntemplate: #T & {}\n', [at('2:1')]],
    ['an empty template', 'a: {type: "trait", description: "x"}\ntemplate: {\n}\n', [at('2:1')]],
    [
      'a type of another kind',
      'a: {type: "workload", description: "x"}\ntemplate: c: 1\n',
      ['error definition/unsupported-kind definitions/hello.cue:1:5'],
    ],
    [
      'package, imports and let',
      'package main\nimport "strings"\nlet x = 1\na: {type: "trait", description: "x"}\ntemplate: c: x\n',
      [],
    ],
  ])('%s', (_, text, expected) => {
    const found = report([{ file: 'definitions/hello.cue', text }]);
    if (expected === undefined) expect(found).toContain(at('2:1'));
    else expect(found).toEqual(expected);
  });
});

describe('package clauses', () => {
  const resource = (text: string): RuleExample => ({ file: 'resources/a.cue', text });
  const template = (text: string | undefined): RuleExample => ({ file: 'template.cue', text });
  it.each([
    ['a component of its own', [resource('output: type: "raw"\n')], []],
    [
      'main without a template',
      [resource('package main\na: 1\n'), template(undefined)],
      ['info package/no-template :1:1', 'warning package/clause resources/a.cue:1:9'],
    ],
    [
      'main beside another package',
      [resource('package main\n'), template('package x\noutput: {}\n')],
      ['warning package/clause resources/a.cue:1:9'],
    ],
    ['the same other package', [resource('package x\n'), template('package x\noutput: {}\n')], []],
    [
      'parameters of another package',
      [{ file: 'parameter.cue', text: 'package x\nparameter: {}\n' }],
      ['warning package/clause parameter.cue:1:9'],
    ],
    ['output in a resource', [resource('package main\noutput: {}\n'), template('package main\n')], []],
    ['output that may be embedded', [template('package main\n#App\n')], []],
    ['an empty template', [template('')], []],
    ['a template of comments', [template('// later\n')], ['error package/no-output template.cue:1:1']],
  ])('%s', (_, files, expected) => {
    expect(report(files)).toEqual(expected);
  });
});

describe('YAML files', () => {
  const resource = (text: string): RuleExample => ({ file: 'resources/a.yaml', text });
  it.each([
    ['empty', '', ['error resource/no-kind resources/a.yaml:1:1']],
    [
      'comments and a separator first',
      '# a\n---\n# b\n---\nkind: ConfigMap\n',
      ['error resource/no-kind resources/a.yaml:2:4', 'warning resource/multi-document resources/a.yaml:4:1'],
    ],
    ['an empty second document', 'kind: ConfigMap\n---\n', []],
    ['a list', '- kind: ConfigMap\n', ['error resource/no-kind resources/a.yaml:1:1']],
    ['tabs', 'kind: ConfigMap\nmetadata:\n\tname: x\n', undefined],
    [
      'a CRD that describes hostPath',
      'kind: X\nproperties:\n  hostPath:\n    properties:\n      path:\n        type: string\n',
      [],
    ],
    [
      'a volume',
      'kind: X\nvolumes:\n  - hostPath:\n      path: /\n',
      ['warning cluster/host-path resources/a.yaml:3:5'],
    ],
    ['an alias that contains itself', 'kind: X\na: &a [*a]\n', undefined],
  ])('%s', (_, text, expected) => {
    const found = report([resource(text)]);
    if (expected !== undefined) expect(found).toEqual(expected);
    else expect(found).toHaveLength(1);
  });
});

describe('metadata', () => {
  it.each([
    [
      'an old exact requirement',
      requirement('  vela: v1.7.0-alpha.1'),
      ['warning metadata/surprising-requirement metadata.yaml:7:3'],
    ],
    ['vendor builds admitted', requirement('  kubernetes: ">=1.27"'), []],
    [
      'a v in a constraint',
      requirement('  vela: ">=1.9.0-dev.1"'),
      ['error metadata/invalid-requirement metadata.yaml:7:3'],
    ],
    [
      'a dot in the name',
      metadataExample({ name: 'hello.world' }),
      ['warning metadata/invalid-name metadata.yaml:1:1'],
    ],
    ['64 characters', metadataExample({ name: 'a'.repeat(64) }), ['warning metadata/invalid-name metadata.yaml:1:1']],
    [
      'a date as build number',
      metadataExample({ version: '1.0.0-20240101' }),
      ['warning version/accidental-prerelease metadata.yaml:2:1'],
    ],
    ['a numbered release candidate', metadataExample({ version: '1.0.0-rc.1' }), []],
    ['an icon on a tag', metadataExample({ icon: 'https://raw.githubusercontent.com/a/b/refs/tags/x/c.png' }), []],
    [
      'an icon on a commit',
      metadataExample({ icon: `https://raw.githubusercontent.com/a/b/${'0'.repeat(40)}/c.png` }),
      [],
    ],
    [
      'a script as home page',
      metadataExample({ url: '"javascript:alert(1)"' }),
      ['warning metadata/invalid-url metadata.yaml:5:1'],
    ],
    [
      'a misspelt key of a dependency',
      metadataExample({}, ['dependencies:', '  - name: a', '    versoin: 1.0.0']),
      ['warning metadata/unknown-key metadata.yaml:8:5'],
    ],
    ['another letter case', metadataExample({}, ['Tags: [a]']), []],
    ['a dependency on itself, twice', metadataExample({}, ['dependencies: [{name: hello}, {name: hello}]']), undefined],
  ])('%s', (_, file, expected) => {
    const found = report([file]);
    if (expected !== undefined) expect(found).toEqual(expected);
    else
      expect(found.map((line) => line.split(' ')[1])).toEqual([
        'dependency/self',
        'dependency/self',
        'dependency/duplicate',
      ]);
  });
});

describe('UI schemas', () => {
  const schema = (text: string): RuleExample => ({ file: 'schemas/trait-uischema-hello.yaml', text });
  it.each([
    [
      'whole',
      '- jsonKey: a\n  sort: 1\n  validate:\n    options: [{label: A, value: a}]\n  conditions:\n    - {jsonKey: b, op: "==", value: 1, action: enable}\n  subParameters:\n    - {jsonKey: c}\n',
      0,
    ],
    ['no list', 'jsonKey: a\n', 1],
    ['no key', '- label: a\n', 1],
    ['a wrong operator and action', '- jsonKey: a\n  conditions: [{jsonKey: b, op: "<", value: 1, action: hide}]\n', 2],
    ['a misspelt key deep inside', '- jsonKey: a\n  subParameters:\n    - jsonKey: b\n      uitypes: Input\n', 1],
    ['texts where flags belong', '- jsonKey: a\n  disable: "true"\n', 1],
  ])('%s', (_, text, count) => {
    expect(report([schema(text)]).filter((line) => line.startsWith('warning schema/content'))).toHaveLength(count);
  });
});

describe('any content', () => {
  const paths = [
    'metadata.yaml',
    'template.cue',
    'template.yaml',
    'parameter.cue',
    'resources/a.cue',
    'resources/a.yaml',
    'definitions/a.cue',
    'definitions/a.yaml',
    'schemas/a.yaml',
    'views/a.cue',
    'Chart.yaml',
    'x',
    'README.md',
  ];
  const fragment = fc.constantFrom(
    'a',
    ': ',
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    '"""',
    '\\(',
    '#',
    '\n',
    '\n  ',
    '- ',
    'name',
    'kind',
    'image',
    'hostPath',
    'template',
    'package main',
    'if ',
    'for ',
    '&a',
    '*a',
    '<<',
    '---\n',
    '\t',
    '\u202e',
    '1.0',
  );
  const text = fc.array(fragment, { maxLength: 40 }).map((parts) => parts.join(''));

  it('gives findings in order, each once, with places that exist', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...paths), text), (texts) => {
        const files = Object.entries(texts).map(([path, content]) => ({ path, text: content }));
        const findings = lintAddon(lintInputOf(files, 'a'));
        expect(findings).toEqual([...findings].sort(compareFindings));
        expect(new Set(findings.map((finding) => JSON.stringify(finding))).size).toBe(findings.length);
        for (const { file, line, column } of findings) {
          if (file === '' || file === 'metadata.yaml') continue;
          expect(line).toBeLessThanOrEqual((texts[file] ?? '').split(/\r?\n|\r|\u0085/).length);
          expect(column).toBeGreaterThan(0);
        }
      }),
      { numRuns: 400 },
    );
  });
});
