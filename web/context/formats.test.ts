import { describe, expect, it } from 'vitest';
import { createFormats } from './formats.ts';

describe('createFormats', () => {
  it.each([
    ['en', 0, '0 bytes'],
    ['en', 1, '1 byte'],
    ['en', 999, '999 bytes'],
    ['en', 12_345, '12.3 kB'],
    ['en', 999_999, '1 MB'],
    ['en', 43_200_000, '43.2 MB'],
    ['zh-CN', 12_345, '12.3 kB'],
  ])('size in %s of %d', (locale, bytes, expected) => {
    expect(createFormats(locale).size(bytes)).toBe(expected);
  });

  it('writes days and minutes in UTC, whatever the machine thinks', () => {
    expect(createFormats('en').date('2024-03-05T23:59:59Z')).toBe('Mar 5, 2024');
    expect(createFormats('zh-CN').dateTime('2024-03-05T07:08:09Z')).toBe('2024年3月5日 07:08 UTC');
    expect(createFormats('en').date('not a time')).toBe('not a time');
  });
});
