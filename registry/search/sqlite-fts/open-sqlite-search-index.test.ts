import { closeSync, openSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { anAddonDocument, shopDocuments, toBatches } from '../../../test/support/search-documents.ts';
import { temporaryFolder } from '../../../test/support/temporary-folder.ts';
import { loadSqliteDriver } from '../../sqlite/sqlite-driver.ts';
import { createMemorySearchIndex } from '../memory/create-memory-search-index.ts';
import type { SearchIndex } from '../types.ts';
import { openSqliteSearchIndex } from './open-sqlite-search-index.ts';

const newPath = () => join(temporaryFolder(), 'search.sqlite');

async function openAt(path: string): Promise<SearchIndex> {
  const index = await openSqliteSearchIndex({ path });
  onTestFinished(() => index.close());
  return index;
}

async function fill(path: string): Promise<void> {
  const index = await openSqliteSearchIndex({ path });
  await index.save(toBatches(shopDocuments));
  await index.close();
}

test('what was saved is there after the next start, and what was removed is not', async () => {
  const path = newPath();
  const before = await openSqliteSearchIndex({ path });
  await before.save(toBatches(shopDocuments));
  await before.remove(['official/keda']);
  const queries = ['', 'fluxcd', 'kedda', 'autoscalng', 'promethues', 'helm release', '数据库'];
  const ask = (index: SearchIndex) =>
    Promise.all(queries.map((text) => index.search({ text, limit: 50, explain: true })));
  const answers = await ask(before);
  const groups = await before.listGroups();
  await before.close();
  const after = await openAt(path);
  expect(await after.listGroups()).toEqual(groups);
  expect(await ask(after)).toEqual(answers);
  await after.save(toBatches(shopDocuments));
  const all = createMemorySearchIndex();
  await all.save(toBatches(shopDocuments));
  expect(await ask(after)).toEqual(await ask(all));
});

test('it answers as the index in memory does', async () => {
  const path = newPath();
  const index = await openAt(path);
  const memory = createMemorySearchIndex();
  for (const each of [index, memory]) await each.save(toBatches(shopDocuments));
  const words = shopDocuments.flatMap(({ name, description }) => [name, ...description.split(/\s+/)]);
  const piece = fc.oneof(
    fc.constantFrom(...words),
    fc.constantFrom(...words).map((word) => word.slice(0, 4)),
    fc.constantFrom(...words).map((word) => word.slice(0, 2) + word.slice(3)),
    fc.string({ unit: 'binary', maxLength: 6 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 4 }), async (pieces) => {
      const query = { text: pieces.join(' '), limit: 50, explain: true, facets: ['tag', 'works'] } as const;
      expect(await index.search(query)).toEqual(await memory.search(query));
    }),
    { numRuns: 300 },
  );
});

test('a file of another form is made anew', async () => {
  const path = newPath();
  await fill(path);
  const driver = await loadSqliteDriver('auto');
  const handle = driver.open(path, 1_000);
  handle.exec('pragma user_version = 999');
  handle.close();
  const index = await openAt(path);
  expect(await index.listGroups()).toEqual(new Map());
  await index.save(toBatches(shopDocuments));
  expect((await index.search({ text: 'fluxcd', limit: 1 })).total).toBeGreaterThan(0);
});

test('a file that is no database is made anew', async () => {
  const path = newPath();
  writeFileSync(path, 'no database at all, and long enough to be taken for the header of one'.repeat(100));
  const index = await openAt(path);
  expect((await index.search({ text: '', limit: 1 })).total).toBe(0);
});

test('a file with damaged pages is made anew', async () => {
  const path = newPath();
  await fill(path);
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(statSync(path).size - 4_096, 0xa5), 0, undefined, 4_096);
  closeSync(file);
  const index = await openAt(path);
  expect(await index.listGroups()).toEqual(new Map());
  await index.save(toBatches(shopDocuments));
  expect((await index.search({ text: 'keda', limit: 1 })).hits[0]?.document.name).toBe('keda');
});

test('a file that cannot be had is said to be unavailable', async () => {
  await expect(openSqliteSearchIndex({ path: temporaryFolder() })).rejects.toMatchObject({
    code: 'SEARCH_UNAVAILABLE',
  });
  const path = newPath();
  await openAt(path);
  await expect(openSqliteSearchIndex({ path })).rejects.toMatchObject({ code: 'SEARCH_UNAVAILABLE' });
});

test('a search while groups are saved sees each of them whole or not at all', async () => {
  const index = await openAt(newPath());
  const batches = Array.from({ length: 300 }, (_, addon) => ({
    group: `official/zebra-${addon}`,
    fingerprint: 'one',
    documents: Array.from({ length: 4 }, (_, at) =>
      anAddonDocument({
        name: `zebra-${addon}`,
        id: `official/zebra-${addon}#${at}`,
        description: 'stripes '.repeat(50),
      }),
    ),
  }));
  const totals: number[] = [];
  let saving = true;
  const saved = index.save(batches).then(() => {
    saving = false;
  });
  while (saving) {
    totals.push((await index.search({ text: 'zebra', limit: 1 })).total);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await saved;
  expect(totals.filter((total) => total % 4 !== 0)).toEqual([]);
  expect(totals.length).toBeGreaterThan(2);
  expect((await index.search({ text: 'zebra', limit: 1 })).total).toBe(1_200);
});
