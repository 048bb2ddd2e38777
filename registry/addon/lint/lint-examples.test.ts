import { describe, expect, it } from 'vitest';
import { lintAddon } from './lint-addon.ts';
import { lintRules } from './rules.ts';
import { addonOf, faultlessAddon } from './test-support/lint-input.ts';

describe('an addon without a fault', () => {
  it('has no finding', () => {
    expect(lintAddon(faultlessAddon())).toEqual([]);
  });
});

describe.each(lintRules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it('is broken by its wrong example, and nothing else is', () => {
    expect(new Set(lintAddon(addonOf(rule.wrong, rule.exampleDirectory)).map((finding) => finding.rule))).toEqual(
      new Set([id]),
    );
  });

  it('is content with its right example', () => {
    expect(lintAddon(addonOf(rule.right, rule.exampleDirectory))).toEqual([]);
  });

  it('speaks in whole sentences', () => {
    expect(rule.id).toMatch(/^[a-z]+(?:-[a-z0-9]+)*\/[a-z]+(?:-[a-z0-9]+)*$/);
    expect(rule.title).toMatch(/[^.]$/);
    for (const text of [rule.reason, rule.fix]) expect(text).toMatch(/^[A-Z`].*[.?]$/s);
  });
});

describe('the table', () => {
  it('names every rule once', () => {
    const ids = lintRules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
