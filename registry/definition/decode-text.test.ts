import { expect, test } from 'vitest';
import { decodeText } from './decode-text.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);

test('text is decoded, without a byte-order mark', () => {
  expect(decodeText('a.cue', 'é')).toEqual({ ok: true, text: 'é' });
  expect(decodeText('a.cue', bytes(0xef, 0xbb, 0xbf, 0x61))).toEqual({ ok: true, text: 'a' });
});

test.each([
  ['a NUL', 'x: "é\u0000"\n', 'definition/not-text', 1, 6],
  ['a lone byte in the second line', bytes(0x61, 0x0a, 0xc3, 0xa9, 0xff, 0x62), 'definition/not-text', 2, 2],
  ['a text in UTF-16', bytes(0xff, 0xfe, 0x61, 0x00), 'definition/not-text', 1, 1],
  ['a cut character', bytes(0x61, 0xc3), 'definition/not-text', 1, 2],
  ['five megabytes', 'a'.repeat(5_000_000), 'definition/too-large', 1, 1],
])('%s is a finding at its place', (_name, content, rule, line, column) => {
  expect(decodeText('a.cue', content)).toMatchObject({ ok: false, finding: { rule, file: 'a.cue', line, column } });
});
