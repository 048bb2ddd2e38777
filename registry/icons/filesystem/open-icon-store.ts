import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BoundedCache } from '../../bounded-cache.ts';
import { digestHex, digestOf } from '../../digest.ts';
import type { Icon, IconStore } from '../types.ts';
import { parseIconIndex, writeIconIndex } from './icon-index.ts';

const indexName = 'index.json';
const maxMemoryBytes = 4_000_000;

/** Opens the icons of a data folder: `icons/index.json` and one file per picture beside it. What cannot be read counts as never fetched. */
export async function openIconStore(dataFolder: string): Promise<IconStore> {
  const folder = join(dataFolder, 'icons');
  await mkdir(folder, { recursive: true });
  const text = await readFile(join(folder, indexName), 'utf8').catch(() => '');
  const entries = new Map(parseIconIndex(text).map((entry) => [entry.key, entry]));
  const memory = new BoundedCache<Icon>({ maxWeight: maxMemoryBytes });
  let generation = 0;
  let last: Promise<unknown> = Promise.resolve();
  await removeStrays();

  /** One change after the other: a file that no entry names yet must not be taken for a stray. */
  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  }

  async function place(name: string, content: Uint8Array | string): Promise<void> {
    const temporary = join(folder, `.${randomBytes(8).toString('hex')}`);
    await writeFile(temporary, content);
    await rename(temporary, join(folder, name));
  }

  /** Removes files that no entry names. */
  async function removeStrays(): Promise<void> {
    const named = new Set(
      [...entries.values()].flatMap(({ icon }) => (icon === undefined ? [] : [digestHex(icon.digest)])),
    );
    for (const name of await readdir(folder)) {
      if (name !== indexName && !named.has(name)) await rm(join(folder, name), { force: true });
    }
  }

  return {
    get generation() {
      return generation;
    },

    findEntry: (key) => entries.get(key),

    saveEntry: (entry, icon) =>
      inTurn(async () => {
        const before = entries.get(entry.key)?.icon;
        // An icon outlasts attempts to fetch it again.
        if (icon === undefined) return void entries.set(entry.key, before ? { ...entry, icon: before } : entry);
        const digest = digestOf(icon.bytes);
        await place(digestHex(digest), icon.bytes);
        entries.set(entry.key, { ...entry, icon: { digest, type: icon.type } });
        if (before?.digest !== digest) generation += 1;
      }),

    flush: (wanted) =>
      inTurn(async () => {
        for (const [key, { icon }] of entries) {
          if (wanted.has(key)) continue;
          entries.delete(key);
          if (icon !== undefined) generation += 1;
        }
        await place(indexName, writeIconIndex(entries.values()));
        await removeStrays();
      }),

    async findIcon(hex) {
      const kept = memory.find(hex);
      if (kept !== undefined) return kept;
      const entry = [...entries.values()].find(({ icon }) => icon !== undefined && digestHex(icon.digest) === hex);
      if (entry?.icon === undefined) return undefined;
      const bytes = await readFile(join(folder, hex)).catch(() => undefined);
      if (bytes === undefined || digestOf(bytes) !== entry.icon.digest) return undefined;
      const icon: Icon = { type: entry.icon.type, bytes };
      memory.save(hex, icon, bytes.byteLength);
      return icon;
    },
  };
}
