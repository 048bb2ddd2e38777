import { expect, test } from 'vitest';
import { findNearestWord } from './nearest-word.ts';

const keys = ['publicUrl', 'host', 'port', 'data', 'catalogs', 'admin', 'logLevel'];

test.each([
  ['catalog', 'catalogs'],
  ['cataolgs', 'catalogs'],
  ['prot', 'port'],
  ['PublicURL', 'publicUrl'],
  ['public-url', 'publicUrl'],
  ['loglevel', 'logLevel'],
  ['datas', 'data'],
  ['hosts', 'host'],
  ['engines', undefined],
  ['x', undefined],
  ['', undefined],
])('%j probably means %j', (word, meant) => {
  expect(findNearestWord(word, keys)).toBe(meant);
});
