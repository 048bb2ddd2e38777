import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { runInProcess } from '../support/run-in-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const greeter = `greeter: {
	type:        "trait"
	description: "Greets"
	attributes: podDisruptive: true
}

template: {
	patch: greeting: parameter.text
	parameter: {
		// +usage=What to say
		text: string
	}
}
`;

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const cwd = temporaryFolder();
  mkdirSync(join(cwd, 'defs'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(cwd, 'defs', name), content);
  return cwd;
}

function run(cwd: string, ...args: readonly string[]) {
  return runInProcess(['definition', ...args], { cwd });
}

test('render prints the object that KubeVela stores', async () => {
  const cwd = folderWith({ 'greeter.cue': greeter });
  const { code, stdout, stderr } = await run(cwd, 'render', 'defs/greeter.cue');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(parse(stdout)).toEqual({
    apiVersion: 'core.oam.dev/v1beta1',
    kind: 'TraitDefinition',
    metadata: {
      name: 'greeter',
      namespace: 'vela-system',
      annotations: { 'definition.oam.dev/description': 'Greets' },
      labels: {},
    },
    spec: {
      podDisruptive: true,
      schematic: {
        cue: {
          template: 'patch: greeting: parameter.text\nparameter: {\n\t// +usage=What to say\n\ttext: string\n}\n',
        },
      },
    },
  });
});

test('what is rendered as CUE renders to the same object again', async () => {
  const cwd = folderWith({ 'greeter.cue': greeter });
  const first = await run(cwd, 'render', 'defs/greeter.cue', '--json');
  const { stdout } = await run(cwd, 'render', 'defs/greeter.cue', '--format', 'cue');
  writeFileSync(join(cwd, 'again.cue'), stdout);
  expect(JSON.parse((await run(cwd, 'render', 'again.cue', '--json')).stdout)).toEqual(JSON.parse(first.stdout));
});

test('a folder is checked whole, on every line, and what lines say alike is told once', async () => {
  const cwd = folderWith({
    'a.cue': greeter.replace('podDisruptive: true', 'version: "1.0.0"'),
    'b.cue': greeter.replace('parameter.text', 'parametr.text'),
    'c.txt': 'not looked at',
  });
  const { code, stdout } = await run(cwd, 'check', 'defs', '--json');
  expect(code).toBe(1);
  const { findings } = JSON.parse(stdout);
  expect(findings).toEqual([
    expect.objectContaining({ rule: 'definition/unknown-attribute', file: 'defs/a.cue', line: 4, for: ['1.9'] }),
    expect.objectContaining({
      rule: 'definition/invalid-template',
      file: 'defs/b.cue',
      line: 8,
      column: 19,
      for: ['1.9', '1.10', '1.11'],
    }),
    expect.objectContaining({
      rule: 'definition/no-schema',
      file: 'defs/b.cue',
      line: 9,
      for: ['1.9', '1.10', '1.11'],
    }),
  ]);
});

test('schema and docs tell the parameters', async () => {
  const cwd = folderWith({ 'greeter.cue': greeter });
  const openApi = await run(cwd, 'schema', 'defs/greeter.cue');
  expect(JSON.parse(openApi.stdout)).toMatchObject({ required: ['text'], properties: { text: { title: 'text' } } });
  const jsonSchema = await run(cwd, 'schema', 'defs/greeter.cue', '--format', 'json-schema');
  expect(JSON.parse(jsonSchema.stdout)).toMatchObject({ properties: { text: { description: 'What to say' } } });
  expect((await run(cwd, 'docs', 'defs/greeter.cue')).stdout).toContain('| `text` | What to say | `string` | yes |  |');
});

test('diff says what breaks, and no when something does', async () => {
  const cwd = folderWith({
    'a.cue': greeter,
    'b.cue': greeter.replace('text: string', 'text: string\n\t\tto: string'),
  });
  expect(await run(cwd, 'diff', 'defs/a.cue', 'defs/b.cue')).toEqual({
    code: 1,
    stdout: 'breaking: `to` is new and must be given. defs/b.cue:12:3\n',
    stderr: 'required: a major version\n',
  });
  expect(await run(cwd, 'diff', 'defs/a.cue', 'defs/a.cue')).toEqual({ code: 0, stdout: '', stderr: 'no change\n' });
});

test.each([
  ['nul.cue', 'a: "\u0000"', 'definition/not-text'],
  ['utf16.yaml', Uint8Array.from([0xff, 0xfe, 0x61, 0]), 'definition/not-text'],
  ['large.cue', new Uint8Array(5_000_000).fill(0x20), 'definition/too-large'],
  ['two.cue', `${greeter}second: type: "trait"\n`, 'definition/incomplete'],
  ['endless.cue', greeter.replace('text: string', 'text: string\n\t\tagain: {deeper: again}'), 'definition/'],
  [
    'deep.cue',
    `${greeter}\n// ${'['.repeat(10)}\nx: ${'['.repeat(2_000)}${']'.repeat(2_000)}\n`,
    'definition/evaluation-stopped',
  ],
  ['empty.yaml', '', 'resource/no-kind'],
  ['bad.yaml', 'kind: {\n', 'resource/invalid-yaml'],
])('%s is a finding and no crash', async (name, content, rule) => {
  const cwd = folderWith({ [name]: content });
  const { code, stdout } = await run(cwd, 'check', `defs/${name}`, '--for', '1.10');
  expect(code).toBe(1);
  expect(stdout).toContain(rule);
});

test.each([
  [['render'], "missing required argument 'files'"],
  [['render', 'no/such.cue'], 'no/such.cue does not exist'],
  [['check', '.'], '. holds no definition (.cue, .yaml)'],
  [['render', 'x.cue', '--for', '1.8'], '"1.8" is no release line; known are 1.9, 1.10, 1.11.'],
  [['diff', 'x.cue'], "missing required argument 'after'"],
])('%j is wrong usage', async (args, words) => {
  const { code, stderr } = await run(temporaryFolder(), ...args);
  expect(code).toBe(2);
  expect(stderr).toContain(words);
});
