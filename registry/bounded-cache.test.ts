import { expect, test } from 'vitest';
import { BoundedCache } from './bounded-cache.ts';

test('the least recently used entry goes first', () => {
  const cache = new BoundedCache<string>({ maxWeight: 3 });
  cache.save('a', 'A', 1);
  cache.save('b', 'B', 1);
  cache.save('c', 'C', 1);
  expect(cache.find('a')).toBe('A');
  cache.save('d', 'D', 1);
  expect(['a', 'b', 'c', 'd'].map((key) => cache.find(key))).toEqual(['A', undefined, 'C', 'D']);
  expect(cache.weight).toBe(3);
});

test('an entry heavier than the whole cache is not kept and pushes nothing out', () => {
  const cache = new BoundedCache<string>({ maxWeight: 3 });
  cache.save('a', 'A', 2);
  cache.save('b', 'B', 4);
  expect([cache.find('a'), cache.find('b'), cache.weight]).toEqual(['A', undefined, 2]);
});

test('saving again replaces the weight', () => {
  const cache = new BoundedCache<string>({ maxWeight: 3 });
  cache.save('a', 'A', 3);
  cache.save('a', 'a', 1);
  expect([cache.find('a'), cache.weight]).toEqual(['a', 1]);
});
