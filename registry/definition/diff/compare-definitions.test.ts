import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { openEngines } from '../../engine/open-engines.ts';
import { compareDefinitions } from './compare-definitions.ts';
import { judgeBump } from './judge-bump.ts';

const engines = openEngines({ root: fileURLToPath(new URL('../../..', import.meta.url)) });
afterAll(() => engines.close());

function trait(parameter: string, { attributes = '', patch = '{}' } = {}): string {
  return `a: {\n\ttype: "trait"\n\tattributes: {${attributes}}\n}\ntemplate: {\n\tpatch: ${patch}\n\tparameter: ${parameter}\n}\n`;
}

function compare(before: string, after: string, file = 'a.cue') {
  const options = { before: { file, content: before }, after: { file, content: after }, line: '1.10' as const };
  return compareDefinitions({ engines }, options);
}

async function changesOf(before: string, after: string, file?: string) {
  const { changes, findings } = await compare(before, after, file);
  expect(findings).toEqual([]);
  return changes.map(({ path, kind, bump }) => `${path.join('.')} ${kind} ${bump}`);
}

test.each([
  ['{a: string}', '{a: string, b?: int}', ['b added minor']],
  ['{a: string}', '{a: string, b: int}', ['b added major']],
  ['{a: string}', '{a: string, b: *1 | int}', ['b added minor']],
  ['{a: string, b?: int}', '{a: string}', ['b removed major']],
  ['{a?: *"x" | string}', '{a: *"x" | string}', ['a required patch']],
  ['{a?: string}', '{a: string}', ['a required major']],
  ['{a: string}', '{a: *"x" | string}', ['a default-added minor']],
  ['{a: string}', '{a?: string}', ['a optional minor']],
  ['{a: *1 | int}', '{a: *2 | int}', ['a default-changed minor']],
  ['{a: *1 | int}', '{a: int}', ['a default-removed major']],
  ['{a?: *1 | int}', '{a?: int}', ['a default-removed minor']],
  ['{a: "x" | "y"}', '{a: "x" | "y" | "z"}', ['a widened minor']],
  ['{a: "x" | "y"}', '{a: "x"}', ['a tightened major']],
  ['{a: int}', '{a: int & >0}', ['a tightened major']],
  ['{a: int}', '{a: number}', ['a widened minor']],
  ['{a: int}', '{a: string}', ['a retyped major']],
  ['{a: [...{b: int}]}', '{a: [...{b: int, c: int}]}', ['a.[].c added major']],
  ['{a: [string]: int}', '{a: [string]: string}', ['a.* retyped major']],
  ['{a: string | int}', '{a: int | string}', ['spec.schematic.cue.template changed patch']],
  ['{a: #A, #A: b: int}', '{a: #B, #B: b: int}', ['spec.schematic.cue.template changed patch']],
  ['{a: #A, #A: b: int}', '{a: b: int}', ['a opened minor']],
])('from %s to %s', async (before, after, changes) => {
  expect(await changesOf(trait(before), trait(after))).toEqual(changes);
});

test('two equal definitions differ in nothing, also when only their form does', async () => {
  expect(await compare(trait('{}'), trait('{}'))).toEqual({ changes: [], breaking: false, bump: 'none', findings: [] });
  expect(await changesOf(trait('{}'), `// a remark\n${trait('{}')}`)).toEqual([]);
});

test.each([
  ['appliesToWorkloads: ["a", "b"]', 'appliesToWorkloads: ["a"]', ['spec.appliesToWorkloads changed major']],
  ['appliesToWorkloads: ["a"]', 'appliesToWorkloads: ["*"]', ['spec.appliesToWorkloads changed minor']],
  ['', 'appliesToWorkloads: ["a"]', ['spec.appliesToWorkloads changed major']],
  ['', 'conflictsWith: ["a"]', ['spec.conflictsWith changed major']],
  ['conflictsWith: ["a"]', 'conflictsWith: []', ['spec.conflictsWith changed minor']],
  ['', 'conflictsWith: []', []],
  ['podDisruptive: false', 'podDisruptive: true', ['spec.podDisruptive changed minor']],
  ['', 'status: healthPolicy: "isHealth: true"', ['spec.status changed patch']],
])('attributes %j become %j', async (before, after, changes) => {
  expect(await changesOf(trait('{}', { attributes: before }), trait('{}', { attributes: after }))).toEqual(changes);
});

test('another name or kind is another definition', async () => {
  const renamed = trait('{}').replace(/^a:/, 'b:');
  expect(await changesOf(trait('{}'), renamed)).toEqual(['metadata.name changed major']);
});

test('a change says in words what becomes of old values, and stands at its places', async () => {
  const { changes } = await compare(trait('{a?: string, b: int}'), trait('{b: int & >0}'));
  expect(changes).toMatchObject([
    {
      path: ['a'],
      message: '`a` is gone; a value that is still given for it is accepted and ignored.',
      beforeAt: { line: 7, column: 14 },
    },
    { path: ['b'], message: '`b` takes fewer values than before.', afterAt: { line: 7, column: 14 } },
  ]);
  const closed = await compare(trait('close({a?: string})'), trait('close({})'));
  expect(closed.changes[0]?.message).toBe('`a` is gone; a value that is still given for it is refused.');
});

// The three shapes of catalogue changes that a naive comparison of schemas gets wrong.
test('a field that enters the required list but has a default breaks nothing', async () => {
  const template = (type: string) =>
    trait(`{type${type}: *"ClusterIP" | string}`, { patch: 'spec: type: parameter.type' });
  expect(await compare(template('?'), template(''))).toMatchObject({ breaking: false, bump: 'patch' });
  expect(judgeBump({ from: 'v0.2.0', to: 'v0.2.1' }, 'patch')).toEqual({ bump: 'patch', adequate: true });
});

test('options that are renamed in an open struct break, and a patch does not announce it', async () => {
  const before = trait('{cpu?: string, svcann?: [string]: string, svclabel?: [string]: string}');
  const after = trait(
    '{cpu?: string, annotations?: [string]: string, labels?: [string]: string, password: *"x" | string}',
  );
  const { breaking, bump, changes } = await compare(before, after);
  expect({ breaking, bump }).toEqual({ breaking: true, bump: 'major' });
  expect(changes.filter((change) => change.breaking).map(({ path }) => path)).toEqual([['svcann'], ['svclabel']]);
  expect(judgeBump({ from: '1.0.0', to: '1.0.1' }, bump)).toEqual({ bump: 'patch', adequate: false });
});

const terraform = (lines: string) =>
  `kind: ComponentDefinition\nmetadata: {name: a}\nspec:\n  schematic:\n    terraform:\n${lines}`;
const inline = (hcl: string) => terraform(`      configuration: |\n${hcl.replace(/^/gm, '        ')}\n`);

test.each([
  ['variable "a" {}', 'variable "a" {\n  default = 1\n}', ['a optional minor']],
  ['variable "a" {\n  default = 1\n}', 'variable "a" {}', ['a required major']],
  ['variable "a" {}', '', ['a removed major']],
  ['', 'variable "a" {}', ['a added major']],
  ['', 'variable "a" {\n  default = 1\n}', ['a added minor']],
  ['variable "a" {\n  type = string\n}', 'variable "a" {\n  type = number\n}', ['a retyped major']],
  ['variable "a" {\n  type = list(string)\n}', 'variable "a" {\n  type = list(any)\n}', ['a.[] widened minor']],
  [
    'variable "a" {\n  type = object({b = string})\n}',
    'variable "a" {\n  type = object({b = string, c = optional(number)})\n}',
    ['a.c added minor'],
  ],
  ['# one', '# two', ['spec.schematic.terraform.configuration changed patch']],
])('Terraform %j becomes %j', async (before, after, changes) => {
  expect(await changesOf(inline(before), inline(after), 'a.yaml')).toEqual(changes);
});

test('a module elsewhere is compared by its address alone', async () => {
  const remote = (ref: string) =>
    terraform(`      type: remote\n      configuration: https://example.com/m.git?ref=${ref}\n`);
  expect(await changesOf(remote('v1'), remote('v1'), 'a.yaml')).toEqual([]);
  expect(await changesOf(remote('v1'), remote('v2'), 'a.yaml')).toEqual(['spec.schematic.terraform changed minor']);
});

test('what cannot be read is a finding, and no verdict', async () => {
  const comparison = await compare(trait('{}'), 'a: {\n');
  expect(comparison).toMatchObject({ changes: [], findings: [{ rule: 'definition/invalid-cue', file: 'a.cue' }] });
});

test.each([
  ['1.0.0', '2.0.0', 'major', { bump: 'major', adequate: true }],
  ['1.0.0', '1.1.0', 'major', { bump: 'minor', adequate: false }],
  ['0.1.0', '0.2.0', 'major', { bump: 'minor', adequate: true }],
  ['0.1.0', '0.1.1', 'major', { bump: 'patch', adequate: false }],
  ['0.1.0', '0.1.1', 'minor', { bump: 'patch', adequate: true }],
  ['v1.2.0', '1.2.0', 'patch', { bump: 'none', adequate: false }],
  ['1.2.0', '1.1.0', 'none', { bump: 'none', adequate: true }],
  ['2.0.0-rc.1', '2.0.0-rc.2', 'major', { bump: 'patch', adequate: true }],
  ['2.0.0-rc.1', '2.0.0', 'major', { bump: 'patch', adequate: true }],
  ['1.9.0', '2.0.0-rc.1', 'major', { bump: 'major', adequate: true }],
  ['2.0.0-rc.2', '2.0.0-rc.1', 'major', { bump: 'none', adequate: false }],
  ['2.0.0-rc.1', '2.0.1', 'major', { bump: 'patch', adequate: false }],
] as const)('from %s to %s, where %s is required', (from, to, required, judgement) => {
  expect(judgeBump({ from, to }, required)).toEqual(judgement);
});
