import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseVersion, findNewestStable, isPrerelease, isStable } from './choose-version.ts';
import { anyTexts } from './test-support/version-texts.ts';

describe('chooseVersion', () => {
  it.each([
    ['', ['2.0.0-rc.1', '1.1.0', '1.0.0'], '1.1.0'],
    ['', ['1.0.0-alpha.1', 'latest'], undefined],
    ['', ['1.0.0+build', 'latest'], '1.0.0+build'],
    ['', [], undefined],
    ['1.0.0', ['v1.1.0', 'v1.0.0'], 'v1.0.0'],
    ['v1.0.0', ['1.0.0', 'v1.0.0'], '1.0.0'],
    ['1.0.0-rc.1', ['1.0.0', 'v1.0.0-rc.1'], 'v1.0.0-rc.1'],
    ['latest', ['1.0.0', 'latest'], 'latest'],
    ['1.2', ['1.2.0'], undefined],
    ['1.2.0', ['1.2'], undefined],
    ['V1.0.0', ['1.0.0'], undefined],
    ['vv1.0.0', ['1.0.0'], undefined],
  ])('asked %j of %j: %s', (asked, versions, expected) => {
    expect(chooseVersion(asked, versions)).toBe(expected);
  });
});

describe('findNewestStable', () => {
  it.each([
    [['1.0.0', '1.10.0', '2.0.0-rc.1', '1.9.0'], '1.10.0'],
    [['nightly', 'v0.1.0', 'latest'], 'v0.1.0'],
    [['1.0.0-rc.1', 'latest'], undefined],
    [[], undefined],
  ])('of %j: %s', (versions, expected) => {
    expect(findNewestStable(versions)).toBe(expected);
  });
});

describe('isStable and isPrerelease', () => {
  it.each([
    ['1.0.0', true, false],
    ['v1', true, false],
    ['1.0.0+b', true, false],
    ['1.0.0-rc', false, true],
    ['2021-10-10', false, true],
    ['latest', false, false],
    ['', false, false],
  ])('%j: %s, %s', (text, stable, prerelease) => {
    expect([isStable(text), isPrerelease(text)]).toEqual([stable, prerelease]);
  });

  it('never both', () => {
    fc.assert(fc.property(anyTexts, (text) => !(isStable(text) && isPrerelease(text))));
  });
});
