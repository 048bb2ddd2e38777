import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../test/support/temporary-folder.ts';
import type { CatalogView } from '../catalog/types.ts';
import { digestOf } from '../digest.ts';
import { openIconStore } from '../icons/filesystem/open-icon-store.ts';
import type { FetchIcon } from '../icons/types.ts';
import { openIconRunner } from './open-icon-runner.ts';

const gif = Buffer.from('GIF89a\x09\x00\x09\x00', 'latin1');
const dayMs = 86_400_000;

interface Shelf {
  readonly addon: string;
  readonly icons: readonly string[];
}

/** Views with nothing in them but what icons are looked for by; the first version is the newest. */
function createViews(shelves: readonly Shelf[]): readonly CatalogView[] {
  const addons = shelves.map(({ addon, icons }) => {
    const versions = icons.map((icon, index) => ({
      catalog: 'official',
      key: `${index}.0.0`,
      state: 'active',
      icon: icon.startsWith('http') ? icon : undefined,
      hasOwnIcon: icon !== '' && !icon.startsWith('http'),
      treeDigest: digestOf(`${addon}/${index}`),
    }));
    return { name: addon, versions, latest: versions[0] };
  });
  return [{ catalog: 'official', addons } as unknown as CatalogView]; // the runner reads no other field of a view
}

async function openHouse(shelves: readonly Shelf[], answers: Readonly<Record<string, Awaited<ReturnType<FetchIcon>>>>) {
  const folder = temporaryFolder();
  const icons = await openIconStore(folder);
  const asked: string[] = [];
  const bugs: unknown[] = [];
  const clock = { time: Date.parse('2026-01-01T00:00:00Z') };
  const content = { views: createViews(shelves) };
  const texts = new Map(
    shelves.flatMap(({ addon, icons: all }) => all.map((icon, index) => [`${addon}/${index}.0.0`, icon])),
  );
  const runner = openIconRunner({
    views: { listViews: () => content.views },
    store: {
      findVersion: async ({ addon, key }) => {
        const files = [{ path: 'logo.gif', mode: '0644', sizeBytes: gif.length, digest: '', role: 'ignored' }] as const;
        const record = { metadata: { icon: texts.get(`${addon}/${key}`) }, files, digest: digestOf('archive') };
        return record as never; // of a record nothing else is read here
      },
    },
    trees: {
      readTree: async () => ({ files: [{ path: 'logo.gif', bytes: gif, mode: '0644' }] }) as never, // of a tree nothing else is read here
    },
    icons,
    fetchIcon: async (url) => {
      asked.push(url);
      return answers[url] ?? { ok: false, refusal: 'status', again: true };
    },
    now: () => clock.time,
    onBug: (error) => bugs.push(error),
  });
  async function run(): Promise<readonly string[]> {
    asked.length = 0;
    runner.wake();
    await runner.settled();
    expect(bugs).toEqual([]);
    return asked;
  }
  return { folder, icons, runner, clock, run, content };
}

const found = { ok: true, value: gif } as const;

describe('openIconRunner', () => {
  it('fetches each address once, those of newest versions first', async () => {
    const { run, icons, runner } = await openHouse(
      [
        { addon: 'a', icons: ['https://i.io/2', 'https://i.io/1'] },
        { addon: 'b', icons: ['https://i.io/2'] },
        { addon: 'c', icons: ['https://i.io/3', ''] },
      ],
      { 'https://i.io/1': found, 'https://i.io/2': found, 'https://i.io/3': found },
    );
    expect(await run()).toEqual(['https://i.io/2', 'https://i.io/3', 'https://i.io/1']);
    expect(icons.findEntry('url:https://i.io/2')?.icon?.type).toBe('image/gif');
    expect(await run()).toEqual([]);
    await runner.close();
  });

  it('asks again after pauses that grow while an address fails, and late when it is not to be used', async () => {
    const answers = { 'https://i.io/html': { ok: true, value: Buffer.from('<html>') } } as const;
    const { run, icons, clock, runner } = await openHouse(
      [
        { addon: 'a', icons: ['https://i.io/gone'] },
        { addon: 'b', icons: ['https://i.io/html'] },
      ],
      answers,
    );
    await run();
    expect(icons.findEntry('url:https://i.io/html')).toMatchObject({ refusal: 'no-picture', failures: 1 });
    const pauses: number[] = [];
    for (let attempt = 0; attempt < 6; attempt += 1) {
      const next = Date.parse(icons.findEntry('url:https://i.io/gone')?.next ?? '');
      pauses.push((next - clock.time) / 3_600_000);
      clock.time = next - 1;
      expect(await run()).not.toContain('https://i.io/gone');
      clock.time = next;
      expect(await run()).toContain('https://i.io/gone');
    }
    expect(pauses).toEqual([1, 4, 16, 64, 168, 168]);
    await runner.close();
  });

  it('looks again whether an icon has changed, and keeps the old one when it is gone', async () => {
    const url = 'https://i.io/1';
    const answers: Record<string, Awaited<ReturnType<FetchIcon>>> = { [url]: found };
    const { run, icons, clock, runner } = await openHouse([{ addon: 'a', icons: [url] }], answers);
    await run();
    const first = icons.findEntry(`url:${url}`)?.icon;
    delete answers[url];
    clock.time += 31 * dayMs;
    expect(await run()).toEqual([url]);
    expect(icons.findEntry(`url:${url}`)).toMatchObject({ icon: first, refusal: 'status', failures: 1 });
    await runner.close();
  });

  it('takes icons out of packages and metadata without asking anybody', async () => {
    const svg = 'data:image/png,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/%3E';
    const own = [
      './logo.gif',
      `data:image/gif;base64,${gif.toString('base64')}`,
      svg,
      'no/such.gif',
      'data:broken',
      'data:,%',
    ];
    const { run, icons, runner } = await openHouse([{ addon: 'a', icons: own }], {});
    expect(await run()).toEqual([]);
    const outcomes = own.map((_, index) => {
      const entry = icons.findEntry(`tree:${digestOf(`a/${index}`)}`);
      return entry?.icon?.type ?? entry?.refusal;
    });
    expect(outcomes).toEqual(['image/gif', 'image/gif', 'image/svg+xml', 'missing-file', 'no-picture', 'no-picture']);
    await runner.close();
  });

  it('forgets icons that no version names any more', async () => {
    const { run, icons, content, runner } = await openHouse([{ addon: 'a', icons: ['https://i.io/1'] }], {
      'https://i.io/1': found,
    });
    await run();
    content.views = createViews([{ addon: 'a', icons: ['https://i.io/2'] }]);
    await run();
    expect(icons.findEntry('url:https://i.io/1')).toBeUndefined();
    await runner.close();
  });
});
