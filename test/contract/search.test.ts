import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { openMeilisearchSearchIndex } from '../../registry/search/meilisearch/open-meilisearch-search-index.ts';
import { createMemorySearchIndex } from '../../registry/search/memory/create-memory-search-index.ts';
import { openSqliteSearchIndex } from '../../registry/search/sqlite-fts/open-sqlite-search-index.ts';
import { startFakeMeilisearch } from '../support/fake-meilisearch.ts';
import { findMissingSqlite } from '../support/sqlite-choices.ts';
import { describeSearchContract } from './search-contract.ts';

const root = mkdtempSync(join(tmpdir(), 'chandlery-search-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('SearchIndex in memory', () => {
  describeSearchContract(async () => createMemorySearchIndex());
});

describe('SearchIndex on Meilisearch (a fake of its public interface)', async () => {
  const server = await startFakeMeilisearch();
  afterAll(() => server.close());
  let opened = 0;

  const openNext = () => {
    opened += 1;
    return openMeilisearchSearchIndex({ url: server.url, index: `contract-${opened}`, pollMs: 1 });
  };
  describeSearchContract(openNext, { numRuns: 12 });
});

for (const sqlite of ['better-sqlite3', 'node'] as const) {
  const missing = await findMissingSqlite(sqlite);
  const note = missing === undefined ? '' : ` (skipped: ${missing})`;
  describe.skipIf(missing !== undefined)(`SearchIndex on SQLite FTS5, ${sqlite}${note}`, () => {
    describeSearchContract(() =>
      openSqliteSearchIndex({ path: join(mkdtempSync(join(root, 'index-')), 'search.sqlite'), sqlite }),
    );
  });
}
