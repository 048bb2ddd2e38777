import { describe, expect, it } from 'vitest';
import { isOfficialKubeVelaVersion, parseOfficialKubeVelaVersion } from './official-version.ts';

describe('parseOfficialKubeVelaVersion', () => {
  it.each([
    ['v1.10.9', '1.10.9'],
    ['1', '1.0.0'],
    ['v1.2', '1.2.0'],
    ['01.02.03', '1.2.3'],
    ['1.2.1.4', '1.2.1.4'],
    ['1.2.3.4.5-rc', '1.2.3.4.5-rc'],
    ['v1.10.9+build.5', '1.10.9'],
    ['v1.27.3-rc1+k3s1', '1.27.3-rc1'],
    ['1.2-3-4', '1.2.0-3-4'],
    ['1.2.3-0123', '1.2.3-0123'],
    ['1.2.3-a~b.~', '1.2.3-a~b.~'],
    ['v9223372036854775807', '9223372036854775807.0.0'],
  ])('%s -> %s', (text, value) => {
    expect(parseOfficialKubeVelaVersion(text)).toEqual({ ok: true, value });
    expect(isOfficialKubeVelaVersion(text)).toBe(true);
  });

  it.each([
    '',
    'latest',
    'master',
    'UNKNOWN',
    '5a44b5f1',
    'vv1.2.1',
    'V1',
    ' 1.2.1',
    '1.2.1\n',
    '1.2.3-',
    '1.2.3-a..b',
    '1.2.3a',
    '1..2',
  ])('%j is none', (text) => {
    expect(parseOfficialKubeVelaVersion(text)).toEqual({ ok: false, error: `Malformed version: ${text}` });
    expect(isOfficialKubeVelaVersion(text)).toBe(false);
  });

  it('says which number is too large', () => {
    const error = 'Error parsing version: strconv.ParseInt: parsing "9223372036854775808": value out of range';
    expect(parseOfficialKubeVelaVersion('1.9223372036854775808')).toEqual({ ok: false, error });
  });
});
