import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeValue, encodeValue, writeAlternatives, writeNarrowing } from './filter-expressions.ts';

test('no two values are taken for one, and none ends a quote', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (value) => {
      const encoded = encodeValue(value);
      expect(decodeValue(encoded)).toBe(value);
      expect(encoded).toMatch(/^[a-z0-9/.~-]*$/);
    }),
  );
  expect(encodeValue('GitOps')).toBe('~47it~4fps');
  expect(decodeValue(encodeValue('a\ud800b'))).toBe('a\ufffdb');
});

test('what was typed never leaves its quotes', () => {
  expect(writeNarrowing({ tag: ['a" OR record = "group', 'b\\'], kind: [] })).toEqual([
    'record = "document"',
    'facet.kind IN []',
    'facet.tag IN ["a~22~20~4f~52~20record~20~3d~20~22group", "b~5c"]',
  ]);
  expect(writeNarrowing({ tag: ['a'], type: ['addon'] }, ['tag'])).toEqual([
    'record = "document"',
    'facet.type IN ["addon"]',
  ]);
});

test('single words are one list, phrases are all of their words, beginnings are what they are known to begin', () => {
  const ways = [
    { term: { words: ['helmrelease'], prefix: false }, by: 'exact', factor: 1 },
    { term: { words: ['helm', 'release'], prefix: false }, by: 'exact', factor: 1 },
    { term: { words: ['chart'], prefix: false }, by: 'synonym', factor: 0.5 },
    { term: { words: ['helm', 'rel'], prefix: true }, by: 'prefix', factor: 0.7 },
  ] as const;
  expect(writeAlternatives(ways)).toBe(
    '(words IN ["helmrelease", "chart"] OR (words IN ["helm"] AND words IN ["release"]))',
  );
  expect(writeAlternatives(ways.slice(3), () => ['release', 'releases'])).toBe(
    '(words IN [] OR (words IN ["helm"] AND words IN ["release", "releases"]))',
  );
});
