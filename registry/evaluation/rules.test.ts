import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import { lintRules } from '../addon/lint/rules.ts';
import { addonOf, faultlessAddon } from '../addon/lint/test-support/lint-input.ts';
import type { LintInput } from '../addon/lint/types.ts';
import { openEngines } from '../engine/open-engines.ts';
import { releaseLines } from '../version/release-lines.ts';
import { catalogRules } from './catalog/catalog-rules.ts';
import { stepRules } from './compare/step-rules.ts';
import { evaluateAddon } from './evaluate-addon.ts';
import { evaluationRules } from './rules.ts';

const engines = openEngines({ root: fileURLToPath(new URL('../..', import.meta.url)) });
afterAll(() => engines.close());

async function evaluate({ tree, metadata }: LintInput, line: ReleaseLine) {
  if (metadata === undefined) throw new Error('an example has no metadata');
  return evaluateAddon({ engines }, { tree, metadata, line });
}

const lines = releaseLines.map(({ line }) => line);

it.each(lines)('an addon without a fault has no finding on %s', async (line) => {
  expect((await evaluate(faultlessAddon(), line)).findings).toEqual([]);
});

describe.each(evaluationRules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it.each(rule.lines ?? lines)('is broken by its wrong example, and nothing else is, on %s', async (line) => {
    const { findings } = await evaluate(addonOf(rule.wrong), line);
    // What the core refuses is told by rendering as well.
    const rules = findings.map(({ rule: broken }) => broken).filter((broken) => !broken.startsWith('render/'));
    expect(new Set(rules)).toEqual(new Set([id]));
  });

  it.each(lines)('is content with its right example on %s', async (line) => {
    expect((await evaluate(addonOf(rule.right), line)).findings).toEqual([]);
  });

  it('speaks in whole sentences', () => {
    expect(rule.id).toMatch(/^[a-z]+(?:-[a-z0-9]+)*\/[a-z]+(?:-[a-z0-9]+)*$/);
    expect(rule.title).toMatch(/[^.]$/);
    for (const text of [rule.reason, rule.fix]) expect(text).toMatch(/^[A-Z`].*[.?]$/s);
  });
});

it('names every rule once, in all tables', () => {
  const ids = [...evaluationRules, ...lintRules, ...catalogRules, ...stepRules].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
