import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FakeMeilisearch, startFakeMeilisearch } from '../../../test/support/fake-meilisearch.ts';
import {
  anAddonDocument,
  aParameterDocument,
  shopDocuments,
  toBatches,
} from '../../../test/support/search-documents.ts';
import type { SearchIndex } from '../types.ts';
import { maxCandidates } from './find-candidates.ts';
import { type OpenMeilisearchSearchIndexOptions, openMeilisearchSearchIndex } from './open-meilisearch-search-index.ts';

const key = 'the-key-of-the-server';
let server: FakeMeilisearch;
let index: SearchIndex;

function open(change: Partial<OpenMeilisearchSearchIndexOptions> = {}): Promise<SearchIndex> {
  return openMeilisearchSearchIndex({
    url: server.url,
    key,
    index: 'shop',
    requestMs: 20_000,
    taskMs: 20_000,
    pollMs: 1,
    ...change,
  });
}

beforeEach(async () => {
  server = await startFakeMeilisearch({ key, searchKey: 'may-search' });
  index = await open();
});
afterEach(async () => {
  await index.close();
  await server.close();
});

const fluxcd = { text: 'fluxcd', limit: 1 };
const findNames = async (from: SearchIndex) => (await from.search(fluxcd)).hits.map(({ document }) => document.name);

test('nothing is asked of the server before the index is used', () => {
  expect(server.requests).toEqual([]);
});

test('the index is made once, with the number of its form in its name', async () => {
  await index.save(toBatches(shopDocuments));
  await index.search(fluxcd);
  const other = await open();
  expect(await findNames(other)).toEqual(['fluxcd']);
  await other.close();
  expect(server.listIndexes()).toEqual(['shop-1']);
  expect(server.requests.filter((request) => request === 'PATCH /indexes/shop-1/settings')).toHaveLength(1);
});

test('two installations share a server and nothing on it', async () => {
  const other = await open({ index: 'other' });
  await index.save(toBatches(shopDocuments));
  expect((await other.search({ text: '', limit: 1 })).total).toBe(0);
  await other.remove(['official/fluxcd']);
  expect(await findNames(index)).toEqual(['fluxcd']);
  await other.close();
});

describe('what keeps the server from being asked', () => {
  const unavailable = (reason: string) => ({ code: 'SEARCH_UNAVAILABLE', message: expect.stringContaining(reason) });

  test.each([
    ['slow', 'timed out after 300ms'],
    ['page', 'does not answer as Meilisearch does'],
    [429, 'it answered 429'],
    [500, 'it answered 500'],
  ] as const)('%s: said so, and forgotten when it passes', async (mode, reason) => {
    await index.save(toBatches(shopDocuments));
    const asked = await open(mode === 'slow' ? { requestMs: 300 } : {});
    server.mode = mode;
    await expect(asked.search(fluxcd)).rejects.toMatchObject(unavailable(reason));
    await expect(asked.search({ text: '', limit: 1 })).rejects.toMatchObject(unavailable(reason));
    await expect(asked.listGroups()).rejects.toMatchObject(unavailable(reason));
    await expect(asked.save(toBatches(shopDocuments))).rejects.toMatchObject(unavailable(reason));
    server.mode = 'well';
    expect(await findNames(index)).toEqual(['fluxcd']);
    await asked.close();
  });

  test('nobody listens', async () => {
    const { url } = server;
    await server.close();
    await expect(index.search(fluxcd)).rejects.toMatchObject(unavailable('ECONNREFUSED'));
    await expect(index.search(fluxcd)).rejects.toMatchObject({ details: { url } });
    server = await startFakeMeilisearch();
  });

  test.each(['wrong-key', 'may-search', ''])('the key %j, which no message repeats', async (refused) => {
    const other = await open({ key: refused });
    const error = await other.listGroups().catch((reason: unknown) => reason);
    expect(error).toMatchObject(unavailable('it refuses the key (search.key)'));
    if (refused !== '') expect(String(error)).not.toContain(refused);
    await other.close();
  });

  test('a task that fails, and one that takes too long', async () => {
    await index.listGroups();
    server.failing = 'all';
    await expect(index.save(toBatches(shopDocuments))).rejects.toMatchObject(unavailable('No space left on device'));
    server.failing = 'none';
    server.stalled = true;
    const hasty = await open({ taskMs: 100 });
    await expect(hasty.save(toBatches(shopDocuments))).rejects.toMatchObject(unavailable('not done after 100 ms'));
    await hasty.close();
    server.stalled = false;
    await index.save(toBatches(shopDocuments));
    expect(await findNames(index)).toEqual(['fluxcd']);
  });

  test('closing does not wait for the server', async () => {
    const patient = await openMeilisearchSearchIndex({ url: server.url, key, index: 'shop', pollMs: 1 });
    await patient.listGroups();
    server.stalled = true;
    const saving = patient.save(toBatches(shopDocuments)).catch((error: unknown) => error);
    await new Promise((done) => setTimeout(done, 30));
    await patient.close();
    expect(await saving).toMatchObject(unavailable('closed'));
  });
});

test.each([
  ['a search', () => index.search(fluxcd)],
  ['a change', () => index.save(toBatches(shopDocuments))],
  ['a look at its groups', () => index.listGroups()],
])('an index that the server lost is noticed by %s and made again', async (_, use) => {
  await index.save(toBatches(shopDocuments));
  server.lose();
  await expect(use()).rejects.toMatchObject({ code: 'SEARCH_UNAVAILABLE' });
  expect(await index.listGroups()).toEqual(new Map());
  await index.save(toBatches(shopDocuments));
  expect(await findNames(index)).toEqual(['fluxcd']);
});

test('a group whose documents did not all arrive has no fingerprint, so that it is brought again', async () => {
  await index.save(toBatches(shopDocuments));
  const changed = toBatches(shopDocuments).filter(({ group }) => group === 'official/fluxcd');
  server.failing = 'documentAdditionOrUpdate';
  await expect(index.save(changed)).rejects.toMatchObject({ code: 'SEARCH_UNAVAILABLE' });
  server.failing = 'none';
  const groups = await index.listGroups();
  expect(groups.size).toBe(toBatches(shopDocuments).length - 1);
  expect(groups.has('official/fluxcd')).toBe(false);
  await index.save(changed);
  expect(await findNames(index)).toEqual(['fluxcd']);
});

test('values of facets that differ in case alone, or look like a filter, stay apart', async () => {
  const tags = ['GitOps', 'gitops', 'a" OR record = "document', "it's \\", 'gïtops', ' gitops'];
  await index.save(toBatches(tags.map((tag, at) => anAddonDocument({ name: `addon-${at}`, tags: [tag] }))));
  for (const text of ['', 'addon']) {
    const { facets } = await index.search({ text, limit: 0, facets: ['tag'] });
    expect(new Set(facets.tag?.map(({ value }) => value))).toEqual(new Set(tags));
    for (const tag of tags) expect((await index.search({ text, limit: 9, narrow: { tag: [tag] } })).total).toBe(1);
  }
});

test('beyond what is fetched of the server its own counts are given, and the best is found all the same', async () => {
  const patient = await openMeilisearchSearchIndex({
    url: server.url,
    key,
    index: 'big',
    pollMs: 5,
    requestMs: 30_000,
  });
  const count = maxCandidates + 200;
  await patient.save([
    ...toBatches([anAddonDocument({ name: 'zebra', tags: ['striped'] })]),
    { group: 'official/big', fingerprint: 'one', documents: listParameters(count) },
  ]);
  const { total, hits, facets } = await patient.search({
    text: 'zebra',
    limit: 2,
    narrow: { type: ['addon', 'parameter'] },
    facets: ['type', 'tag'],
  });
  expect(total).toBe(count + 1);
  expect(hits[0]?.document.id).toBe('official/zebra');
  expect(facets).toEqual({
    type: [
      { value: 'parameter', count },
      { value: 'addon', count: 1 },
    ],
    tag: [{ value: 'striped', count: 1 }],
  });
  await patient.close();
}, 60_000);

function listParameters(count: number) {
  return Array.from({ length: count }, (_, at) =>
    aParameterDocument({ addon: 'big', name: `stripes[${at}]`, id: `official/big#${at}`, description: 'of a zebra' }),
  );
}
