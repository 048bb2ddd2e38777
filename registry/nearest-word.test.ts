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

test.each([
  ['abcd', ['badc'], undefined],
  ['abcdef', ['badcef'], 'badcef'],
  ['kitten', ['sitting', 'mitten', 'kitte'], 'mitten'],
  ['grafana', ['Grafana', 'grafana'], 'Grafana'],
  ['a-long-name-of-an-addon', ['long-name-of-the-addons'], 'long-name-of-the-addons'],
])('of %j and %j the first of the nearest is meant', (word, known, meant) => {
  expect(findNearestWord(word, known)).toBe(meant);
});
