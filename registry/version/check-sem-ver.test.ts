import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSemVer } from './check-sem-ver.ts';
import { anyTexts, versionTexts } from './test-support/version-texts.ts';

describe('checkSemVer', () => {
  it.each([
    ['v1.2.1', '<=v1.2.1', true],
    ['v1.2.1', '>v1.2.1', false],
    ['v1.2.1', '<=v1.2.3', true],
    ['v1.2', '<=v1.2.3', true],
    ['v1.2.1', '>v1.2.3', false],
    ['v1.2.1', '=v1.2.1', true],
    ['1.2.1', '=v1.2.1', true],
    ['1.2.1', '', true],
    ['anything', '', true],
    ['v1.2.2', '<=v1.2.3, >=v1.2.1', true],
    ['v1.2.0', 'v1.2.0, <=v1.2.3', true],
    ['1.2.2', 'v1.2.2', true],
    ['1.2.02', 'v1.2.2', true],
    ['1.3.0-beta.1', '>=v1.3.0-alpha.1', true],
    ['1.3.0-alpha.2', '>=v1.3.0-alpha.1', true],
    ['1.2.3', '>=v1.3.0-alpha.1', false],
    ['v1.4.0-alpha.3', '>=v1.3.0-beta.2', true],
    ['v1.4.0-beta.1', '>=v1.3.0', true],
    ['v1.4.0', '>=v1.3.0-beta.2', true],
    ['1.2.4-beta.2', '>=v1.2.4-beta.3', false],
    ['1.5.0-beta.2', '>=1.5.0', false],
    ['1.5.0-alpha.2', '>=1.5.0', false],
    ['1.5.0-rc.2', '>=1.5.0-beta.1', true],
    ['1.5.0-rc.2', '>=1.5.0-rc.1', true],
    ['1.5.0-rc.1', '>=1.5.0-alpha.1', true],
    ['1.5.0-rc.2', '>=1.5.0', false],
    ['1.5.0-rc.2', '>=1.4.0', true],
    // The release that a pre-release stands for is compared as text.
    ['1.5.0-rc.1', '>=1.5.0', false],
    ['1.5.0-rc.1', '>=v1.5.0', true],
    ['1.5.0-rc.1', '>= 1.5.0', true],
    ['v1.5.0-rc.1', '>=1.5.0', false],
    ['v1.27.3-gke.100', '>=1.27.3', false],
    ['v1.27.3-gke.100', '>=1.27', true],
    ['v1.27.3-gke.100', '<1.28', true],
    ['v1.27.3-gke.100', '>=1.27.0-0', true],
    // `!=` needs no pre-release of its own, so it decides before the release is tried.
    ['1.5.0-rc.1', '!=1.5.0', true],
    // One `v` is cut, and the parser takes another.
    ['vv1.2.1', '1.2.1', true],
    // A hyphen in build metadata cuts the version there.
    ['1.2.3+a-b', '>1.2.3', false],
  ])('%s against %j: %s', (actual, require, expected) => {
    expect(checkSemVer(actual, require)).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['1.2.3', 'abc', 'improper constraint: abc'],
    ['1.2.3', '>=1.5.0-dev.1', 'improper constraint: >=1.5.0-de .1'],
    ['1.2.3', 'v', 'improper constraint:  '],
    ['1.2.3', '1|2', 'constraint Parser Error'],
    ['latest', '>=1', 'Invalid Semantic Version'],
    ['vvv1.2.3', '>=1', 'Invalid Semantic Version'],
    ['1.2.3-01', '>=1', 'Version segment starts with 0'],
    ['1.2.3+-', '>9', 'Invalid Semantic Version'],
    ['latest', 'abc', 'improper constraint: abc'],
  ])('%s against %j fails: %s', (actual, require, error) => {
    expect(checkSemVer(actual, require)).toEqual({ ok: false, error });
  });

  it('does not see a leading v of the version', () => {
    fc.assert(
      fc.property(versionTexts, fc.constantFrom('>=1.2', '>=1.2.0', '<2-0', '~1.2', '!=1'), (text, require) => {
        const bare = text.replace(/^v/, '');
        expect(checkSemVer(`v${bare}`, require)).toEqual(checkSemVer(bare, require));
      }),
    );
  });

  it('answers whatever it is given', () => {
    fc.assert(
      fc.property(anyTexts, fc.oneof(anyTexts, fc.string()), (actual, require) => {
        const result = checkSemVer(actual, require);
        expect(typeof (result.ok ? result.value : result.error)).toBe(result.ok ? 'boolean' : 'string');
      }),
      { numRuns: 2000 },
    );
  });
});
