import { expect, test } from 'vitest';
import { createSourceFinding, sourceRules } from './source-rules.ts';

test('every rule has an id of its own in the family of sources', () => {
  const ids = sourceRules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^source\/[a-z]+(?:-[a-z]+)*$/);
});

test.each(sourceRules)('$id says what, why and how', (rule) => {
  for (const text of [rule.title, rule.reason, rule.fix]) expect(text.length).toBeGreaterThan(10);
  expect(rule.wrong).not.toEqual(rule.right);
});

test('a finding carries severity, advice and page of its rule', () => {
  expect(createSourceFinding('source/name-unusable', { file: 'addons/a/metadata.yaml', message: 'no' })).toEqual({
    rule: 'source/name-unusable',
    severity: 'error',
    file: 'addons/a/metadata.yaml',
    line: 1,
    column: 1,
    message: 'no',
    fix: 'Use lower-case letters, digits and hyphens.',
    doc: '/rules/source/name-unusable',
  });
});
