import { expect, test } from 'vitest';
import type { Engines } from '../engine/types.ts';
import { convertDefinition } from './convert-definition.ts';

const noEngines: Engines = {
  ask: () => Promise.reject(new Error('nothing here needs an evaluator')),
};

test('a definition in YAML needs no evaluator', async () => {
  const content = new TextEncoder().encode('kind: TraitDefinition\nmetadata: {name: a}\n');
  const conversion = await convertDefinition({ engines: noEngines }, { file: 'a.yml', content, line: '1.10' });
  expect(conversion).toMatchObject({
    kind: 'converted',
    object: { metadata: { name: 'a', namespace: 'vela-system' } },
  });
});

test.each(['a.cue', 'a.yaml'])('%s that is no text reaches no evaluator', async (file) => {
  const conversion = await convertDefinition({ engines: noEngines }, { file, content: 'x: 1\n\u0000', line: '1.9' });
  expect(conversion).toMatchObject({
    kind: 'refused',
    findings: [{ rule: 'definition/not-text', file, line: 2, column: 1 }],
  });
});
