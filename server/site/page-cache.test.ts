import { describe, expect, it } from 'vitest';
import { createPageCache } from './page-cache.ts';

function createPage(sizeBytes: number) {
  return { bytes: Buffer.alloc(sizeBytes), zipped: Buffer.alloc(0), etag: 'e' };
}

describe('createPageCache', () => {
  it('forgets the page that was asked for longest ago', () => {
    const cache = createPageCache(250);
    cache.savePage('a', createPage(100));
    cache.savePage('b', createPage(100));
    cache.findPage('a');
    cache.savePage('c', createPage(100));
    expect(['a', 'b', 'c'].filter((key) => cache.findPage(key) !== undefined)).toEqual(['a', 'c']);
  });

  it('counts a page that is saved again once, and keeps none that is too large', () => {
    const cache = createPageCache(250);
    for (let round = 0; round < 5; round += 1) cache.savePage('a', createPage(100));
    cache.savePage('b', createPage(100));
    cache.savePage('large', createPage(300));
    expect(['a', 'b', 'large'].filter((key) => cache.findPage(key) !== undefined)).toEqual(['a', 'b']);
  });
});
