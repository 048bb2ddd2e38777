import { describe, expect, it } from 'vitest';
import { readYamlObject, toYamlJson } from './yaml-object.ts';

describe('readYamlObject', () => {
  it.each<[string, unknown]>([
    ['kind: A\n', { kind: 'A' }],
    ['kind: A\n---\nkind: B\n', { kind: 'A' }],
    ['kind: A\nb: yes\na: 0x10\nc: 1.0\n1: x\n', { 1: 'x', a: 16, b: true, c: 1, kind: 'A' }],
    ['{"kind": "A"}', { kind: 'A' }],
  ])('%j', (text, object) => expect(readYamlObject({ text })).toMatchObject({ ok: true, object }));

  it.each<[string, string, number]>([
    ['', "Object 'Kind' is missing in 'null'", 1],
    ['---\n# nothing\n---\nkind: A\n', "Object 'Kind' is missing in 'null'", 1],
    ['b: <1>\na: 2\n', `Object 'Kind' is missing in '{"a":2,"b":"\\u003c1\\u003e"}'`, 1],
    ['kind: 5\n', `Object 'Kind' is missing in '{"kind":5}'`, 1],
    ['- a\n', 'json: cannot unmarshal array into Go value of type map[string]interface {}', 1],
    ['true\n', 'json: cannot unmarshal bool into Go value of type map[string]interface {}', 1],
    ['\n{kind: A}\n', "invalid character 'k' looking for beginning of object key string", 2],
    ['kind: A\nb: .inf\n', 'json: unsupported value: +Inf', 2],
  ])('%j is refused', (text, message, line) => {
    expect(readYamlObject({ text })).toMatchObject({ ok: false, message, line });
  });
});

it('writes JSON as Go does', () => {
  expect(toYamlJson('b: "<&>"\na: [1.50, ~, é]\n')).toMatchObject({
    ok: true,
    json: '{"a":[1.5,null,"é"],"b":"\\u003c\\u0026\\u003e"}',
  });
});
