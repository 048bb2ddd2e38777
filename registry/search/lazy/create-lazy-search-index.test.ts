import { expect, test } from 'vitest';
import { createMemorySearchIndex } from '../memory/create-memory-search-index.ts';
import { createLazySearchIndex } from './create-lazy-search-index.ts';

test('is opened once, when it is first used', async () => {
  let opened = 0;
  const index = createLazySearchIndex(async () => {
    opened += 1;
    return createMemorySearchIndex();
  });
  expect(opened).toBe(0);
  await Promise.all([index.listGroups(), index.search({ text: 'a', limit: 1 })]);
  await index.save([{ group: 'a/b', fingerprint: '1', documents: [] }]);
  expect([...(await index.listGroups())]).toEqual([['a/b', '1']]);
  await index.remove(['a/b']);
  expect((await index.listGroups()).size).toBe(0);
  expect(opened).toBe(1);
  await index.close();
});

test('what could not be opened is tried again, and what never was needs no closing', async () => {
  let tries = 0;
  const index = createLazySearchIndex(async () => {
    tries += 1;
    if (tries === 1) throw new Error('not yet');
    return createMemorySearchIndex();
  });
  await index.close();
  await expect(index.listGroups()).rejects.toThrow('not yet');
  expect((await index.listGroups()).size).toBe(0);
});
