import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersions } from './compare-versions.ts';
import { parseVersion, type Version } from './parse-version.ts';
import { versionTexts } from './test-support/version-texts.ts';

const versions = versionTexts.map(toVersion);

describe('compareVersions', () => {
  it.each([
    ['1.9.0', '1.10.0', -1],
    ['v1.2', '1.2.0', 0],
    ['1.0.0+b1', '1.0.0+b2', 0],
    ['1.0.0-rc.1', '1.0.0', -1],
    ['1.0.0-rc', '1.0.0-rc.1', -1],
    ['1.0.0-99', '1.0.0-103', -1],
    ['1.0.0-rc99', '1.0.0-rc103', 1],
    ['1.0.0-1', '1.0.0-a', -1],
    ['1.0.0--1', '1.0.0-1', 1],
    ['1.0.0-A', '1.0.0-a', -1],
    ['1.0.0-18446744073709551615', '1.0.0-18446744073709551616', -1],
    ['1.0.0-18446744073709551616', '1.0.0-2', 1],
    ['1.0.0-99999999999999999999', '1.0.0-100000000000000000000', 1],
    ['9007199254740993.0.0', '9007199254740992.0.0', 1],
  ])('%s to %s: %i', (left, right, order) => {
    expect(compareVersions(toVersion(left), toVersion(right))).toBe(order);
    expect(compareVersions(toVersion(right), toVersion(left))).toBe(order === 0 ? 0 : -order);
  });

  it('is antisymmetric and transitive', () => {
    fc.assert(
      fc.property(versions, versions, versions, (a, b, c) => {
        expect(compareVersions(a, b)).toBe(0 - compareVersions(b, a));
        if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0)
          expect(compareVersions(a, c)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 2000 },
    );
  });
});

function toVersion(text: string): Version {
  const version = parseVersion(text);
  if (!version.ok) throw new Error(`${text}: ${version.error}`);
  return version.value;
}
