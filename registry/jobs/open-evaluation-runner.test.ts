import { describe, expect, test } from 'vitest';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import { aDefinition, aLineEvaluation } from '../../test/support/line-evaluation.ts';
import { anEntry } from '../../test/support/version-entry.ts';
import { packAddon } from '../addon/pack-addon.ts';
import type { Digest } from '../digest.ts';
import { RegistryError } from '../errors.ts';
import { createMemoryBlobStore } from '../storage/memory/memory-blob-store.ts';
import { createMemoryCatalogStore } from '../storage/memory/memory-catalog-store.ts';
import type { CatalogStore } from '../storage/types.ts';
import { type EvaluationRunnerOptions, openEvaluationRunner } from './open-evaluation-runner.ts';
import type { AddonEvaluator } from './types.ts';

const lines = (ruleSet = 'lines-1') => (['1.9', '1.10'] as const).map((line) => ({ line, ruleSet }));

interface HouseOptions {
  readonly store?: CatalogStore;
  readonly change?: Partial<EvaluationRunnerOptions>;
  readonly lines?: AddonEvaluator['lines'];
  readonly evaluate?: (name: string, line: ReleaseLine, signal: AbortSignal) => Promise<void> | undefined;
}

function openHouse(options: HouseOptions = {}) {
  const store = options.store ?? createMemoryCatalogStore();
  const blobs = createMemoryBlobStore();
  const asked: string[] = [];
  const troubles: string[] = [];
  const lineTroubles: string[] = [];
  const pending: string[] = [];
  const done: number[] = [];
  let changes = 0;
  let atWork = 0;
  const together: number[] = [];
  const evaluator: AddonEvaluator = {
    lines: options.lines ?? lines(),
    async evaluate({ metadata, line, signal }) {
      asked.push(`${metadata.name} ${line}`);
      atWork += 1;
      together.push(atWork);
      try {
        await options.evaluate?.(metadata.name, line, signal);
        await new Promise((resolve) => setImmediate(resolve));
      } finally {
        atWork -= 1;
      }
      const { evaluation } = aLineEvaluation({ line, facts: { definitions: [aDefinition({ name: metadata.name })] } });
      return evaluation;
    },
  };
  const runner = openEvaluationRunner({
    store,
    blobs,
    evaluator,
    observer: {
      onChange: () => {
        changes += 1;
      },
      onPending: (counts) => pending.push([...counts].map(([line, count]) => `${line}:${count}`).join(' ')),
      onDone: (results) => done.push(results),
      onTrouble: ({ addon, line }) => troubles.push(`${addon} ${line}`),
      onLineTrouble: (line) => lineTroubles.push(line),
    },
    onBug: (error) => {
      throw error;
    },
    ...options.change,
  });

  async function save(addon: string, published: string, metadata = `name: ${addon}\nversion: 1.0.0\n`) {
    const bytes = new TextEncoder().encode(metadata);
    const { record, observation, evaluation } = anEntry({ addon, published });
    const archive = packAddon(
      { files: [{ path: 'metadata.yaml', mode: '0644', bytes }] },
      { ...record.metadata, name: addon },
    );
    await blobs.saveBlob(archive.bytes);
    const { digest, treeDigest } = archive;
    await store.saveVersion({
      record: { ...record, digest, treeDigest },
      observation,
      evaluation: { ...evaluation, treeDigest },
    });
  }
  async function run() {
    runner.wake();
    await runner.settled();
  }
  const listVerdicts = async () =>
    (await store.listVerdicts({ catalog: 'official' }))
      .map(({ line, ruleSet, render }) => `${line} ${ruleSet} ${render}`)
      .sort();
  return {
    store,
    blobs,
    runner,
    save,
    run,
    asked,
    troubles,
    lineTroubles,
    pending,
    together,
    listVerdicts,
    done,
    changes: () => changes,
  };
}

const at = (day: number) => `2024-01-0${day}T00:00:00.000Z`;

test('every content is judged on every line once, published last first', async () => {
  const house = openHouse();
  await house.save('old', at(1));
  await house.save('new', at(3));
  await house.save('middle', at(2));
  await house.run();
  await house.run();
  expect(house.asked).toHaveLength(6);
  expect(house.asked.filter((each) => each.endsWith('1.10')).map((each) => each.split(' ')[0])).toEqual([
    'new',
    'middle',
    'old',
  ]);
  expect(await house.listVerdicts()).toEqual([
    ...Array(3).fill('1.10 lines-1 works'),
    ...Array(3).fill('1.9 lines-1 works'),
  ]);
  expect(house.pending.at(0)).toBe('1.9:3 1.10:3');
  expect(house.pending.at(-1)).toBe('1.9:0 1.10:0');
  expect(house.done).toEqual([6]);
});

test('each line has one job at a time, and lines do not wait for each other', async () => {
  const house = openHouse();
  for (let day = 1; day < 7; day += 1) await house.save(`addon-${day}`, at(day));
  await house.run();
  expect(Math.max(...house.together)).toBe(2);
});

test('results are saved together', async () => {
  const house = openHouse();
  for (let day = 1; day < 9; day += 1) await house.save(`addon-${day}`, at(day));
  const before = await house.store.readGeneration('official');
  await house.run();
  expect([house.changes(), (await house.store.readGeneration('official')) - before]).toEqual([1, 1]);
});

test('what comes while others are judged is judged too', async () => {
  const house = openHouse({
    evaluate: (name) => {
      if (name !== 'first') return undefined;
      return house.save('second', at(2)).then(
        () => house.runner.wake(),
        () => undefined,
      );
    },
  });
  await house.save('first', at(1));
  await house.run();
  expect(new Set(house.asked)).toEqual(new Set(['first 1.9', 'first 1.10', 'second 1.9', 'second 1.10']));
});

describe('trouble', () => {
  test('a content that fails, or cannot be read, is told of once and blocks nobody', async () => {
    const house = openHouse({
      evaluate: (name, line) => {
        if (name === 'bad' && line === '1.9') throw new Error('a bug');
        return undefined;
      },
    });
    await house.save('bad', at(3));
    await house.save('good', at(1));
    await house.save('damaged', at(2));
    const damaged = (await house.store.findVersion({ catalog: 'official', addon: 'damaged', key: '1.0.0' }))?.digest;
    const { readBlob } = house.blobs;
    Object.assign(house.blobs, {
      readBlob: async (digest: Digest) => {
        if (digest === damaged) throw new Error('the blob was changed on disk');
        return readBlob(digest);
      },
    });
    await house.run();
    await house.run();
    expect(house.troubles.toSorted()).toEqual(['bad 1.9', 'damaged 1.10', 'damaged 1.9']);
    expect(await house.listVerdicts()).toEqual(['1.10 lines-1 works', '1.10 lines-1 works', '1.9 lines-1 works']);
    expect(house.pending.at(-1)).toBe('1.9:2 1.10:1');
  });

  test('metadata that no client can read is refused on every line, without an engine', async () => {
    const house = openHouse();
    await house.save('unreadable', at(1), '- a list\n');
    await house.run();
    expect(house.asked).toEqual([]);
    expect(await house.listVerdicts()).toEqual(['1.10 lines-1 refused', '1.9 lines-1 refused']);
    const [verdict] = await house.store.listVerdicts({ catalog: 'official' });
    expect(verdict?.reason).toMatch(/metadata/);
  });

  test('a line whose engine cannot be started waits, is tried again, and holds up no other', async () => {
    let broken = true;
    const house = openHouse({
      change: { retryMs: 50 },
      evaluate: (_name, line) => {
        if (line === '1.9' && broken) throw new RegistryError('ENGINE_UNAVAILABLE', 'no engine');
        return undefined;
      },
    });
    for (let day = 1; day < 6; day += 1) await house.save(`addon-${day}`, at(day));
    await house.run();
    expect(await house.listVerdicts()).toEqual(Array(5).fill('1.10 lines-1 works'));
    expect([house.lineTroubles, house.troubles]).toEqual([['1.9'], []]);
    broken = false;
    await new Promise((resolve) => setTimeout(resolve, 100));
    await house.runner.settled();
    expect(await house.listVerdicts()).toHaveLength(10);
  });

  test('a store that fails is tried again', async () => {
    const store = createMemoryCatalogStore();
    const bugs: unknown[] = [];
    let full = true;
    const house = openHouse({
      store: {
        ...store,
        saveLineEvaluations: async (records) => {
          if (full) throw new RegistryError('DATA_FOLDER_UNUSABLE', 'the disk is full');
          return store.saveLineEvaluations(records);
        },
      },
      change: { retryMs: 50, onBug: (error) => bugs.push(error) },
    });
    await house.save('a', at(1));
    await house.run();
    expect([bugs.length, await house.listVerdicts()]).toEqual([1, []]);
    full = false;
    await new Promise((resolve) => setTimeout(resolve, 100));
    await house.runner.settled();
    expect(await house.listVerdicts()).toHaveLength(2);
  });
});

describe('stopping', () => {
  test('does not wait for work that does not notice; what was judged is saved and the rest is judged by the next start', async () => {
    let started: (() => void) | undefined;
    const hanging = new Promise<void>((resolve) => {
      started = resolve;
    });
    const house = openHouse({
      change: { batchMs: 60_000 },
      evaluate: (name) => {
        if (name !== 'slow') return undefined;
        started?.();
        return new Promise(() => {});
      },
    });
    await house.save('quick', at(2));
    await house.save('slow', at(1));
    house.runner.wake();
    await hanging;
    await new Promise((resolve) => setTimeout(resolve, 20));
    await house.runner.close();
    expect(await house.listVerdicts()).toEqual(['1.10 lines-1 works', '1.9 lines-1 works']);
    const next = openHouse({ store: house.store, change: { blobs: house.blobs } });
    await next.run();
    expect(next.asked.toSorted()).toEqual(['slow 1.10', 'slow 1.9']);
  });

  test('once closed, nothing runs any more', async () => {
    const house = openHouse();
    await house.save('a', at(1));
    await house.runner.close();
    await house.run();
    expect(house.asked).toEqual([]);
  });
});

test('other rules judge anew, what they said before is shown until then, and lines that nobody wants are removed', async () => {
  const first = openHouse();
  await first.save('a', at(1));
  await first.run();
  let seen: readonly string[] = [];
  const second = openHouse({
    store: first.store,
    change: { blobs: first.blobs },
    lines: [{ line: '1.10', ruleSet: 'lines-2' }],
    evaluate: async () => {
      seen = await first.listVerdicts();
    },
  });
  await second.run();
  expect(seen).toEqual(['1.10 lines-1 works', '1.9 lines-1 works']);
  expect(await first.listVerdicts()).toEqual(['1.10 lines-2 works']);
});
