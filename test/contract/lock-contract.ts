import { afterEach, beforeEach, expect, test } from 'vitest';
import { toLockId } from '../../registry/resolve/lock/canonical-lock.ts';
import type { CatalogStore, LockRecord } from '../../registry/storage/types.ts';
import type { LockContent } from '../../schemas/lock.ts';
import { aLock } from '../support/a-lock.ts';

/** Everything that the port promises of locks, as tests on one adapter. `open` gives an empty store. */
export function describeLockContract(open: () => Promise<CatalogStore>): void {
  let store: CatalogStore;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(async () => {
    await store.close();
  });

  test('a saved lock comes back whole', async () => {
    const record = aRecord();
    expect(await store.findLock(record.id)).toBeUndefined();
    expect(await store.saveLock(record)).toBe(true);
    expect(await store.findLock(record.id)).toStrictEqual(record);
    expect(await store.readGeneration('official')).toBe(0);
  });

  test('a lock that is stored stays as it is', async () => {
    const record = aRecord();
    await store.saveLock(record);
    expect(await store.saveLock({ ...record, created: '2030-01-01T00:00:00.000Z', entries: [] })).toBe(false);
    expect(await store.findLock(record.id)).toStrictEqual(record);
  });

  test('of many who save the same lock at once one has added it', async () => {
    const records = Array.from({ length: 20 }, (_, index) => ({
      ...aRecord(),
      created: `2024-01-01T00:00:${index + 10}.000Z`,
    }));
    const added = await Promise.all(records.map((record) => store.saveLock(record)));
    expect(added.filter((each) => each)).toHaveLength(1);
    expect(await store.findLock(aRecord().id)).toStrictEqual(records[added.indexOf(true)]);
  });

  test('what the caller changes afterwards does not reach the store', async () => {
    const record = aRecord();
    await store.saveLock(record);
    record.content.members.pop();
    expect((await store.findLock(record.id))?.content.members).toHaveLength(aLock().members.length);
  });
}

function aRecord(content: LockContent = aLock()): LockRecord {
  return {
    id: toLockId(content),
    created: '2024-05-06T07:08:09.000Z',
    content,
    entries: content.members.map(({ name }, index) => ({
      name,
      description: `"${name}" 工具 🚢`,
      ...(index === 0 ? { icon: 'https://example.com/icon.svg', url: 'https://example.com' } : {}),
      tags: ['gitops'],
      sizeBytes: 1234,
      published: '2022-03-04T05:06:07.000Z',
    })),
  };
}
