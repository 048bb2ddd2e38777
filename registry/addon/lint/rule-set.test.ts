import { expect, it } from 'vitest';
import { textRuleSet } from './rule-set.ts';

it('is a short name that is the same on every machine', () => {
  expect(textRuleSet).toMatch(/^text-\d+-[0-9a-f]{12}$/);
});
