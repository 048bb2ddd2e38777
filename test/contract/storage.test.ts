import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { openFilesystemBlobStore } from '../../registry/storage/filesystem/filesystem-blob-store.ts';
import { createMemoryBlobStore } from '../../registry/storage/memory/memory-blob-store.ts';
import { createMemoryCatalogStore } from '../../registry/storage/memory/memory-catalog-store.ts';
import { openSqliteCatalogStore } from '../../registry/storage/sqlite/open-sqlite-catalog-store.ts';
import { findMissingSqlite } from '../support/sqlite-choices.ts';
import { describeBlobContract } from './blob-contract.ts';
import { describeLineEvaluationContract } from './line-evaluation-contract.ts';
import { describeLockContract } from './lock-contract.ts';
import { describeStateEventContract } from './state-event-contract.ts';
import { describeStoreContract } from './store-contract.ts';

const root = mkdtempSync(join(tmpdir(), 'chandlery-storage-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('CatalogStore in memory', () => {
  describeStoreContract(async () => createMemoryCatalogStore());
  describeLineEvaluationContract(async () => createMemoryCatalogStore());
  describeStateEventContract(async () => createMemoryCatalogStore());
  describeLockContract(async () => createMemoryCatalogStore());
});

for (const sqlite of ['better-sqlite3', 'node'] as const) {
  const missing = await findMissingSqlite(sqlite);
  const note = missing === undefined ? '' : ` (skipped: ${missing})`;
  describe.skipIf(missing !== undefined)(`CatalogStore on SQLite, ${sqlite}${note}`, () => {
    const open = () => openSqliteCatalogStore({ folder: mkdtempSync(join(root, 'store-')), sqlite });
    describeStoreContract(open);
    describeLineEvaluationContract(open);
    describeStateEventContract(open);
    describeLockContract(open);
  });
}

describe('BlobStore in memory', () => {
  describeBlobContract(async () => createMemoryBlobStore());
});

describe('BlobStore in files', () => {
  describeBlobContract(() => openFilesystemBlobStore(mkdtempSync(join(root, 'blobs-'))));
});
