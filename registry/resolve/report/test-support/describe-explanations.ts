import { describe, expect, it } from 'vitest';
import { explainCase, type ToldCase } from './explain-case.ts';

/** Tests that each case is told in exactly its lines, in every language that it has lines for. */
export function describeExplanations(title: string, cases: readonly ToldCase[]): void {
  describe(`explanations: ${title}`, () => {
    it.each(cases)('$title', (told) => {
      expect(explainCase(told, 'en').text.split('\n')).toEqual(told.en);
      if (told.zh !== undefined) expect(explainCase(told, 'zh').text.split('\n')).toEqual(told.zh);
    });
  });
}
