import { expect, inject, test } from 'vitest';
import { listGoldenDefinitions } from './definition-files.ts';

const golden = inject('golden');

test('the golden data holds the definitions of every line', (context) => {
  if ('missing' in golden) return context.skip(golden.missing);
  const perLine = new Map<string, number>();
  for (const { line, golden: definition } of listGoldenDefinitions(golden.folder)) {
    expect(definition.source).not.toBe('');
    perLine.set(line, (perLine.get(line) ?? 0) + 1);
  }
  expect([...perLine.values()]).toEqual([354, 354, 354]);
});
