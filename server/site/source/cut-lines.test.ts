import { describe, expect, it } from 'vitest';
import { cutLines } from './cut-lines.ts';

const line = (text: string) => ({ parts: [{ text }] });

describe('cutLines', () => {
  it('leaves lines alone that fit', () => {
    const lines = [line('abc'), line('de')];
    expect(cutLines(lines, 5)).toEqual(lines);
  });

  it('cuts the longest ones, all at the same length', () => {
    expect(cutLines([line('ab'), line('x'.repeat(50)), line('y'.repeat(30))], 22)).toEqual([
      line('ab'),
      { parts: [{ text: 'x'.repeat(10) }], hidden: 40 },
      { parts: [{ text: 'y'.repeat(10) }], hidden: 20 },
    ]);
  });

  it('cuts between and inside parts, and counts what was cut before', () => {
    const parts = [{ text: 'abc', kind: 'string' as const }, { text: 'defg' }, { text: 'h' }];
    expect(cutLines([{ parts, hidden: 7 }], 4)).toEqual([
      { parts: [{ text: 'abc', kind: 'string' }, { text: 'd' }], hidden: 11 },
    ]);
  });
});
