import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseVersion, toCanonicalText } from './parse-version.ts';
import { versionTexts } from './test-support/version-texts.ts';

describe('parseVersion', () => {
  it.each([
    ['1', '1.0.0'],
    ['v1', '1.0.0'],
    ['1.2', '1.2.0'],
    ['v1.2.3', '1.2.3'],
    ['01.02.003', '1.2.3'],
    ['1.2.3-rc.1+b.7', '1.2.3-rc.1+b.7'],
    ['1-rc', '1.0.0-rc'],
    ['1.2+b', '1.2.0+b'],
    ['2021-10-10', '2021.0.0-10-10'],
    ['1.2.3--', '1.2.3--'],
    ['1.2.3-0', '1.2.3-0'],
    ['1.2.3+007', '1.2.3+007'],
    ['18446744073709551615.0.0', '18446744073709551615.0.0'],
    ['00000000000000000000000000001', '1.0.0'],
  ])('reads %s as %s', (text, canonical) => {
    const version = parseVersion(text);
    expect(version.ok && toCanonicalText(version.value)).toBe(canonical);
    expect(version.ok && version.value.text).toBe(text);
  });

  it.each([
    ['', 'Invalid Semantic Version'],
    ['v', 'Invalid Semantic Version'],
    ['V1.2.3', 'Invalid Semantic Version'],
    ['vv1.2.3', 'Invalid Semantic Version'],
    [' 1.2.3', 'Invalid Semantic Version'],
    ['1.2.3\n', 'Invalid Semantic Version'],
    ['1.2.3.4', 'Invalid Semantic Version'],
    ['1.2.', 'Invalid Semantic Version'],
    ['1.2.3-', 'Invalid Semantic Version'],
    ['1.2.3+', 'Invalid Semantic Version'],
    ['1.2.3-a..b', 'Invalid Semantic Version'],
    ['1.2.3-é', 'Invalid Semantic Version'],
    ['١.٢.٣', 'Invalid Semantic Version'],
    ['latest', 'Invalid Semantic Version'],
    ['1.2.3-0123', 'Version segment starts with 0'],
    ['1.2.3-a.00', 'Version segment starts with 0'],
    [
      '1.18446744073709551616',
      'Error parsing version segment: strconv.ParseUint: parsing "18446744073709551616": value out of range',
    ],
  ])('refuses %j: %s', (text, error) => {
    expect(parseVersion(text)).toEqual({ ok: false, error });
  });

  it('reads what it prints as the same version', () => {
    fc.assert(
      fc.property(versionTexts, (text) => {
        const version = parseVersion(text);
        if (!version.ok) throw new Error(version.error);
        const printed = toCanonicalText(version.value);
        expect(parseVersion(printed)).toEqual({ ok: true, value: { ...version.value, text: printed } });
      }),
    );
  });

  it('refuses a segment of a million digits without converting it', () => {
    const version = parseVersion('9'.repeat(1_000_000));
    expect(!version.ok && version.error.endsWith('value out of range')).toBe(true);
  });
});
