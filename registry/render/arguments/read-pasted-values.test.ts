import { describe, expect, test } from 'vitest';
import { createArgumentSecret } from '../argument-secret.ts';
import { readPastedValues } from './read-pasted-values.ts';

const values = { registry: 'ghcr.io/ä', replicas: 2, nested: { deep: true } };

describe('values as people have them', () => {
  test.each([
    ['a values file', 'registry: ghcr.io/ä\nreplicas: 2\nnested: { deep: true }\n'],
    ['JSON', JSON.stringify(values)],
    ['the Secret of the client', JSON.stringify(createArgumentSecret('fluxcd', values))],
    [
      'a Secret in plain text',
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'Secret',
        stringData: { addonParameterDataKey: JSON.stringify(values) },
      }),
    ],
    [
      'a list with the Secret',
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'List',
        items: [{ kind: 'Secret' }, createArgumentSecret('fluxcd', values)],
      }),
    ],
  ])('%s', (_title, text) => {
    expect(readPastedValues(text)).toEqual({ ok: true, parameters: values });
  });

  test('an empty text is no values, and a value may be called kind', () => {
    expect(readPastedValues('')).toEqual({ ok: true, parameters: {} });
    expect(readPastedValues('kind: large')).toEqual({ ok: true, parameters: { kind: 'large' } });
  });

  test('a key of the prototype is a key', () => {
    const read = readPastedValues('{"__proto__": {"a": 1}}');
    expect(read.ok && Object.keys(read.parameters)).toEqual(['__proto__']);
  });

  test.each([
    ['broken YAML', 'a: 1\nb: [', 2],
    ['a list', '- a\n', 1],
    ['an Application', 'apiVersion: core.oam.dev/v1beta1\nkind: Application\n', 1],
    ['a Secret of something else', 'apiVersion: v1\nkind: Secret\ndata: {token: eA==}\n', 1],
    ['a Secret whose text is no values', 'apiVersion: v1\nkind: Secret\ndata: {addonParameterDataKey: WyJhIl0=}\n', 1],
    ['a Secret that is no base64', 'apiVersion: v1\nkind: Secret\nstringData: {addonParameterDataKey: "["}\n', 1],
  ])('%s says where it cannot be read', (_title, text, line) => {
    expect(readPastedValues(text)).toMatchObject({ ok: false, line, message: expect.stringMatching(/./) });
  });
});
