import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../schemas/verdict.ts';
import { toVerdictWord } from './verdict-word.ts';

describe('toVerdictWord', () => {
  it.each<[Pick<Verdict, 'render' | 'admitted'>, string]>([
    [{ render: 'works', admitted: true }, 'works'],
    [{ render: 'refused', admitted: true }, 'refused'],
    [{ render: 'needs-parameters', admitted: true }, 'needs-parameters'],
    [{ render: 'pending', admitted: true }, 'pending'],
    [{ render: 'works', admitted: false }, 'excluded'],
    [{ render: 'pending', admitted: false }, 'excluded'],
  ])('%j', (verdict, word) => {
    expect(toVerdictWord({ line: '1.10', ...verdict })).toBe(word);
  });
});
