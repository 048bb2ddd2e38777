import { expect, it } from 'vitest';
import { createParseCache } from './parse-cache.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

it('parses equal content at one path once', () => {
  const cache = createParseCache();
  const first = cache.cue('a.cue', bytesOf('a: 1'));
  expect(cache.cue('a.cue', bytesOf('a: 1'))).toBe(first);
  expect(cache.cue('a.cue', bytesOf('a: 2'))).not.toBe(first);
  expect(cache.cue('b.cue', bytesOf('a: 1'))).toMatchObject({ file: 'b.cue' });
  expect(cache.yaml('a.cue', bytesOf('a: 1'))).toMatchObject({ root: { kind: 'mapping' } });
});

it('forgets what was not used for longest', () => {
  const cache = createParseCache(20);
  const a = cache.yaml('a.yaml', bytesOf('a: 1'));
  const b = cache.yaml('b.yaml', bytesOf('b: 1'));
  expect(cache.yaml('a.yaml', bytesOf('a: 1'))).toBe(a);
  cache.yaml('c.yaml', bytesOf('c: 1'));
  expect(cache.yaml('a.yaml', bytesOf('a: 1'))).toBe(a);
  expect(cache.yaml('b.yaml', bytesOf('b: 1'))).not.toBe(b);
});
