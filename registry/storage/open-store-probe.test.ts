import { readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { StoreHealth } from '../../schemas/store-health.ts';
import { mountSmallDisk } from '../../test/support/small-disk.ts';
import { temporaryFolder } from '../../test/support/temporary-folder.ts';
import { openStoreProbe } from './open-store-probe.ts';

function open(folder: string) {
  let second = 0;
  const changes: StoreHealth[] = [];
  const probe = openStoreProbe({
    folder,
    now: () => new Date(Date.UTC(2026, 0, 1, 0, 0, second++)).toISOString(),
    onChange: (health) => changes.push(health),
  });
  return { ...probe, changes };
}

test('a folder that takes writes is well, and nothing stays in it', async () => {
  const folder = temporaryFolder();
  const { probe, freeBytes, changes, close } = open(folder);
  expect(await probe()).toEqual({ writable: true });
  expect(freeBytes()).toBeGreaterThan(0);
  expect([readdirSync(folder), changes]).toEqual([[], []]);
  close();
});

test('a folder that takes none is told of once, since when, and when it is well again', async () => {
  const parent = temporaryFolder();
  const folder = join(parent, 'data');
  const { probe, health, changes, close } = open(folder);
  await probe();
  expect(await probe()).toMatchObject({ writable: false, since: '2026-01-01T00:00:00.000Z', reason: 'other' });
  expect(JSON.stringify(health())).not.toContain(parent);
  renameSync(temporaryFolder(), folder);
  expect(await probe()).toEqual({ writable: true });
  expect(changes.map(({ writable }) => writable)).toEqual([false, true]);
  close();
});

test('a full disk is called full', async ({ skip }) => {
  const folder = mountSmallDisk('1m');
  if (folder === undefined) return skip('needs the right to mount a small disk');
  writeFileSync(join(folder, 'filler'), Buffer.alloc(1000 * 1024));
  const { probe, close } = open(folder);
  expect(await probe()).toMatchObject({ writable: false, reason: 'full' });
  expect(readdirSync(folder)).toEqual(['filler']);
  close();
});
