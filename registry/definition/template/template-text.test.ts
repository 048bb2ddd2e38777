import { expect, test } from 'vitest';
import { decodeObject } from '../../addon/decode-object.ts';
import { extractCueTemplate } from './extract-cue-template.ts';
import { findYamlText } from './find-yaml-text.ts';

const source = `package main

import "strings"

"hello": {
	type: "trait"
	attributes: {}
}
let unused = 1
template: {
	patch: greeting: strings.ToUpper(parameter.text) // tail
	parameter: text: string
}
`;

test('the template of a CUE definition keeps every character at its place', () => {
  const template = extractCueTemplate('a.cue', source);
  expect(template?.text.split('\n').map((line) => line.trimEnd())).toEqual([
    '',
    '',
    'import "strings"',
    ...['', '', '', '', '', '', ''],
    '\tpatch: greeting: strings.ToUpper(parameter.text) // tail',
    '\tparameter: text: string',
    '',
    '',
  ]);
  expect(template?.text).toHaveLength(source.length);
});

test.each([
  ['a: type: "trait"\ntemplate: patch: {}\n', 'patch: {}'],
  ['X=a: type: "trait"\ntemplate: {b: 1}\ntemplate: {c: 2}\n', 'b: 1\n           c: 2'],
  ['a: type: "trait"\n', undefined],
  ['a: type: "trait"\ntemplate: 5\n', undefined],
])('of %j the template is %j', (text, template) => {
  expect(extractCueTemplate('a.cue', text)?.text.trim().replace(/ +\n/g, '\n')).toBe(template);
});

function textOf(yaml: string) {
  const decoded = decodeObject(yaml);
  return decoded.ok ? findYamlText({ source: yaml, root: decoded.root }, 'spec', 'text') : undefined;
}

test.each([
  ['kind: A\nspec:\n  text: |\n    one\n      two\n', 'one\n  two\n', { line: 5, column: 7 }],
  ['kind: A\nspec:\n  text: |2\n      one\n      two\n', '  one\n  two\n', { line: 5, column: 7 }],
  ['kind: A\nspec:\n  text: |-\n\n    one\n    two', '\none\ntwo', { line: 5, column: 7 }],
  ['kind: A\nspec: {text: "one\\ntwo"}\n', 'one\ntwo', { line: 2, column: 14 }],
])('places in a text of %j are known', (yaml, text, second) => {
  const found = textOf(yaml);
  expect(found?.text).toBe(text);
  expect(found?.locate({ line: 2, column: 3 })).toEqual(second);
});

test('a plain text on one line is placed by column', () => {
  expect(textOf('kind: A\nspec:\n  text: a b c\n')?.locate({ line: 1, column: 3 })).toEqual({ line: 3, column: 11 });
});

test.each(['kind: A\nspec: {text: 5}\n', 'kind: A\n'])('%j has no such text', (yaml) => {
  expect(textOf(yaml)).toBeUndefined();
});
