import { expect, test } from 'vitest';
import { nextDelayMs } from './next-delay.ts';

test.each([
  [300_000, 0, 300_000],
  [10_000, 0, 10_000],
  [10_000, 1, 30_000],
  [10_000, 2, 60_000],
  [300_000, 1, 300_000],
  [300_000, 2, 600_000],
  [300_000, 99, 3_600_000],
  [86_400_000, 99, 86_400_000],
])('every %d ms after %d failures: %d ms', (everyMs, failures, expected) => {
  expect(nextDelayMs({ everyMs, failures })).toBe(expected);
});
