import { expect, it } from 'vitest';
import { releaseLines } from '../version/release-lines.ts';
import { evaluationRuleSet } from './rule-set.ts';

it('is a short name, the same on every machine', () => {
  expect(evaluationRuleSet('1.10', 'sha256:00')).toMatch(/^1\.10-\d+-[0-9a-f]{12}-[0-9a-f]{12}$/);
  expect(evaluationRuleSet('1.10', 'sha256:00')).toBe(evaluationRuleSet('1.10', 'sha256:00'));
});

it('changes with the line and with the build of the engine', () => {
  const names = releaseLines.flatMap(({ line }) => [evaluationRuleSet(line, 'a'), evaluationRuleSet(line, 'b')]);
  expect(new Set(names).size).toBe(names.length);
});
