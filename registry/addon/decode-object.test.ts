import { expect, test } from 'vitest';
import { decodeObject } from './decode-object.ts';

test.each([
  [
    'kind: A\nx: [1, 1.50, 0x10, yes, ~, "yes", 2020-01-01]\n',
    { kind: 'A', x: [1, 1.5, 16, true, null, 'yes', '2020-01-01'] },
  ],
  ['kind: A\nkind: B\n---\nkind: C\n', { kind: 'B' }],
  ['{"kind": "A", "a": {"b": [{}]}}', { kind: 'A', a: { b: [{}] } }],
  [
    'base: &b {p: 1, q: 2}\nkind: A\nmerged: {<<: *b, q: 3}\n',
    { base: { p: 1, q: 2 }, kind: 'A', merged: { p: 1, q: 3 } },
  ],
  ['kind: A\n__proto__: {polluted: 1}\n1: one\n', JSON.parse('{"kind":"A","__proto__":{"polluted":1},"1":"one"}')],
])('%j is decoded', (text, object) => {
  expect(decodeObject(text)).toMatchObject({ ok: true, object });
});

test.each([
  ['', 'no-kind', "Object 'Kind' is missing in 'null'", 1, 1],
  ['a: 1\n', 'no-kind', `Object 'Kind' is missing in '{"a":1}'`, 1, 1],
  ['- kind: A\n', 'not-an-object', 'json: cannot unmarshal array into Go value of type map[string]interface {}', 1, 1],
  ['text\n', 'not-an-object', 'json: cannot unmarshal string into Go value of type map[string]interface {}', 1, 1],
])('%j is refused with the words of the client', (text, fault, message, line, column) => {
  expect(decodeObject(text)).toMatchObject({ ok: false, fault, message, places: [{ line, column }] });
});

test('bad syntax is told with every place', () => {
  const decoded = decodeObject('kind: A\nb: {c: 1\nd: ]\n');
  expect(decoded).toMatchObject({ ok: false, fault: 'syntax' });
  expect(decoded.ok ? '' : decoded.message).toMatch(/^error converting YAML to JSON: yaml: line \d+: /);
});

test('a number without end cannot be carried', () => {
  expect(decodeObject('kind: A\nb: .inf\n')).toMatchObject({ ok: false, fault: 'syntax' });
});
