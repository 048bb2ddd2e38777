import { expect, test } from 'vitest';
import { findWebAddress } from './find-web-address.ts';

test.each([
  [undefined, undefined],
  ['https://example.com/a.svg', 'https://example.com/a.svg'],
  ['HTTP://Example.com', 'http://example.com/'],
  ['https://example.com/"onerror=x', 'https://example.com/%22onerror=x'],
  ['javascript:alert(1)', undefined],
  ['java\nscript:alert(1)', undefined],
  ['data:image/svg+xml,<svg/>', undefined],
  ['//example.com/a.svg', undefined],
  ['logo.png', undefined],
  ['', undefined],
])('%j is carried on as %j', (text, expected) => {
  expect(findWebAddress(text)).toBe(expected);
});
