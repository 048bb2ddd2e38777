import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareVersionsDescending, sortAvailableVersions, sortVersionsDescending } from './order-versions.ts';
import { anyTexts } from './test-support/version-texts.ts';

const texts = fc.array(anyTexts, { maxLength: 12 });

describe('compareVersionsDescending', () => {
  it.each([
    [
      ['1.9.0', '1.10.0', 'latest', '1.10.0-rc.1', 'abc', 'v2'],
      ['v2', '1.10.0', '1.10.0-rc.1', '1.9.0', 'latest', 'abc'],
    ],
    [
      ['1.0.0', '1.0.0+b1', 'v1.0.0', '1.0.0+b2'],
      ['v1.0.0', '1.0.0+b2', '1.0.0+b1', '1.0.0'],
    ],
    [
      ['1.2.0', '1.2', '1.2.0.1'],
      ['1.2.0', '1.2', '1.2.0.1'],
    ],
  ])('%j -> %j', (given, expected) => {
    expect([...given].sort(compareVersionsDescending)).toEqual(expected);
    expect([...given].reverse().sort(compareVersionsDescending)).toEqual(expected);
  });

  it('is total: only equal texts tie', () => {
    fc.assert(
      fc.property(anyTexts, anyTexts, anyTexts, (a, b, c) => {
        expect(compareVersionsDescending(a, b)).toBe(0 - compareVersionsDescending(b, a));
        expect(compareVersionsDescending(a, b) === 0).toBe(a === b);
        if (compareVersionsDescending(a, b) < 0 && compareVersionsDescending(b, c) < 0) {
          expect(compareVersionsDescending(a, c)).toBeLessThan(0);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('gives an order that a client keeps, but for what it cannot read', () => {
    fc.assert(
      fc.property(texts, (given) => {
        const index = [...given].sort(compareVersionsDescending);
        const readable = sortVersionsDescending(given).length;
        expect(sortAvailableVersions(index).slice(0, readable)).toEqual(index.slice(0, readable));
      }),
    );
  });
});

describe('sortAvailableVersions', () => {
  it.each([
    [
      ['1.0.0', '1.1.0-beta.1'],
      ['1.1.0-beta.1', '1.0.0'],
    ],
    [
      ['v1.0.0', '1.0.0'],
      ['v1.0.0', '1.0.0'],
    ],
    [
      ['1.0.0', 'v1.0.0'],
      ['1.0.0', 'v1.0.0'],
    ],
    [
      ['1.0.0+b1', '1.0.0+b2'],
      ['1.0.0+b1', '1.0.0+b2'],
    ],
    [
      ['latest', '1.3.0', 'nightly', ''],
      ['1.3.0', '', 'nightly', 'latest'],
    ],
    [[], []],
  ])('%j -> %j', (given, expected) => {
    expect(sortAvailableVersions(given)).toEqual(expected);
  });

  it('loses and invents nothing', () => {
    fc.assert(
      fc.property(texts, (given) => {
        expect([...sortAvailableVersions(given)].sort()).toEqual([...given].sort());
      }),
    );
  });
});

describe('sortVersionsDescending', () => {
  it.each([
    [
      ['v1.2', '1.10', '1.2.0-rc'],
      ['1.10.0', '1.2.0', '1.2.0-rc'],
    ],
    [
      ['1.0.0', 'v1.0.0', 'latest'],
      ['1.0.0', '1.0.0'],
    ],
    [['01.0.0'], ['1.0.0']],
    [['latest'], []],
  ])('%j -> %j', (given, expected) => {
    expect(sortVersionsDescending(given)).toEqual(expected);
  });
});
