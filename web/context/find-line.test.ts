import { describe, expect, it } from 'vitest';
import { findLine } from './find-line.ts';

describe('findLine', () => {
  it.each([
    ['1.10', '1.10'],
    ['1.10.9', '1.10'],
    ['v1.9.13', '1.9'],
    ['1.11.0-alpha.4', '1.11'],
    ['1.1', undefined],
    ['1.12.0', undefined],
    ['', undefined],
  ])('%j', (text, line) => {
    expect(findLine(text, ['1.9', '1.10', '1.11'])).toBe(line);
  });
});
