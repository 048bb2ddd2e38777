import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../test/support/temporary-folder.ts';
import { digestHex, digestOf } from '../../digest.ts';
import { openIconStore } from './open-icon-store.ts';

const icon = { type: 'image/png', bytes: Uint8Array.of(1, 2, 3) } as const;
const digest = digestOf(icon.bytes);
const key = 'url:https://a.io/x.png';

describe('openIconStore', () => {
  it('keeps icons and refusals over a restart', async () => {
    const folder = temporaryFolder();
    const store = await openIconStore(folder);
    await store.saveEntry({ key, failures: 0, next: '2030-01-01T00:00:00Z' }, icon);
    await store.saveEntry({ key: 'url:b', failures: 2, refusal: 'status' });
    await store.flush(new Set([key, 'url:b']));
    const again = await openIconStore(folder);
    expect(again.findEntry(key)).toEqual({
      key,
      failures: 0,
      next: '2030-01-01T00:00:00Z',
      icon: { digest, type: 'image/png' },
    });
    expect(again.findEntry('url:b')).toEqual({ key: 'url:b', failures: 2, refusal: 'status' });
    const kept = await again.findIcon(digestHex(digest));
    expect([kept?.type, [...(kept?.bytes ?? [])]]).toEqual(['image/png', [1, 2, 3]]);
  });

  it('keeps an icon through attempts that fail, and tells when another is to be shown', async () => {
    const store = await openIconStore(temporaryFolder());
    await store.saveEntry({ key, failures: 0 }, icon);
    expect(store.generation).toBe(1);
    await store.saveEntry({ key, failures: 1, refusal: 'unreachable' });
    await store.saveEntry({ key, failures: 0 }, icon);
    expect(store.generation).toBe(1);
    expect(store.findEntry(key)?.icon?.digest).toBe(digest);
    await store.saveEntry({ key, failures: 0 }, { type: 'image/gif', bytes: Uint8Array.of(9) });
    expect(store.generation).toBe(2);
  });

  it('forgets what nobody names any more', async () => {
    const folder = temporaryFolder();
    const store = await openIconStore(folder);
    await store.saveEntry({ key, failures: 0 }, icon);
    await store.flush(new Set());
    expect(store.findEntry(key)).toBeUndefined();
    expect(await store.findIcon(digestHex(digest))).toBeUndefined();
    expect(readdirSync(join(folder, 'icons'))).toEqual(['index.json']);
  });

  it('begins anew when its files are damaged, and serves no byte that rotted', async () => {
    const folder = temporaryFolder();
    const store = await openIconStore(folder);
    await store.saveEntry({ key, failures: 0 }, icon);
    await store.flush(new Set([key]));
    writeFileSync(join(folder, 'icons', digestHex(digest)), 'rotten');
    const again = await openIconStore(folder);
    expect(await again.findIcon(digestHex(digest))).toBeUndefined();
    for (const text of ['{', '{"version":1,"entries":[{"key":1}]}', '[]']) {
      writeFileSync(join(folder, 'icons', 'index.json'), text);
      expect((await openIconStore(folder)).findEntry(key)).toBeUndefined();
    }
    expect(existsSync(join(folder, 'icons', digestHex(digest)))).toBe(false);
  });
});
