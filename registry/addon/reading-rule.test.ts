import { describe, expect, it } from 'vitest';
import { lintRules } from './lint/rules.ts';
import { metadataRules } from './metadata-rules.ts';
import { readAddon } from './read-addon.ts';
import { readingRules } from './reading-rule.ts';
import { makeTree } from './test-support/tree-builder.ts';

describe('reading rules', () => {
  it('have ids of their own', () => {
    const ids = [...readingRules, ...lintRules].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z]+(-[a-z]+)*\/[a-z]+(-[a-z]+)*$/.test(id))).toEqual([]);
  });

  // The example of a file that is too large only tells that it is.
  it.each(metadataRules.filter(({ id }) => id !== 'metadata/too-large'))(
    '$id: its examples show it',
    ({ id, wrong, right }) => {
      const rulesOf = (files: typeof wrong | typeof right) =>
        readAddon(makeTree(Object.fromEntries(files.map(({ file, text }) => [file, text ?? ''])))).findings.map(
          ({ rule }) => rule,
        );
      expect(rulesOf(wrong)).toContain(id);
      expect(rulesOf(right)).toEqual([]);
    },
  );
});
