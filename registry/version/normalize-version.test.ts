import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeVersion } from './normalize-version.ts';
import { versionTexts } from './test-support/version-texts.ts';

describe('normalizeVersion', () => {
  it.each([
    ['v1.0.0', '1.0.0'],
    ['1.0.0', '1.0.0'],
    ['v1.2', '1.2'],
    ['V1.0.0', 'V1.0.0'],
    ['vv1.0.0', 'v1.0.0'],
    ['v', ''],
    ['latest', 'latest'],
  ])('%s -> %s', (text, key) => {
    expect(normalizeVersion(text)).toBe(key);
  });

  it('changes nothing the second time, whatever the version', () => {
    fc.assert(
      fc.property(versionTexts, (text) => {
        expect(normalizeVersion(normalizeVersion(text))).toBe(normalizeVersion(text));
      }),
    );
  });
});
