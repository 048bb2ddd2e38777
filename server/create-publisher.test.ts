import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CatalogView } from '../registry/catalog/types.ts';
import { createPublisher } from './create-publisher.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});

afterEach(() => {
  vi.useRealTimers();
});

function createHouse(options: { readonly refresh?: () => Promise<void>; readonly unions?: readonly string[] } = {}) {
  const done: string[] = [];
  const bugs: unknown[] = [];
  const view = (catalog: string): CatalogView => ({
    catalog,
    generation: 1,
    addons: [],
    byName: new Map(),
    byFileName: new Map(),
    versionCount: 0,
    addonCount: 0,
    evaluation: { done: 0, total: 0 },
    evaluationOfSource: new Map(),
  });
  const publisher = createPublisher({
    refresh: async (catalog) => {
      done.push(`refresh ${catalog}`);
      await options.refresh?.();
      return [catalog, ...(options.unions ?? [])];
    },
    findView: view,
    prepare: async ({ catalog }) => {
      done.push(`prepare ${catalog}`);
    },
    onBug: (error) => bugs.push(error),
  });
  return { publisher, done, bugs };
}

test('what is published is refreshed first, then prepared', async () => {
  const { publisher, done } = createHouse();
  await publisher.publish('team');
  expect(done).toEqual(['refresh team', 'prepare team']);
});

test('a union is prepared with its member', async () => {
  const { publisher, done } = createHouse({ unions: ['all'] });
  await publisher.publish('team');
  expect(done).toEqual(['refresh team', 'prepare team', 'prepare all']);
});

test('many changes that come together are published once for each catalog', async () => {
  const { publisher, done } = createHouse();
  for (let change = 0; change < 100; change += 1) publisher.publishSoon('team');
  publisher.publishSoon('other');
  expect(done).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  expect(done.toSorted()).toEqual(['prepare other', 'prepare team', 'refresh other', 'refresh team']);
  publisher.publishSoon('team');
  await vi.advanceTimersByTimeAsync(200);
  expect(done).toHaveLength(6);
});

test('publishing now takes the place of publishing soon', async () => {
  const { publisher, done } = createHouse();
  publisher.publishSoon('team');
  await publisher.publish('team');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(done).toEqual(['refresh team', 'prepare team']);
});

test('the longer it takes, the less often it is done', async () => {
  const { publisher, done } = createHouse({
    refresh: async () => {
      await vi.advanceTimersByTimeAsync(100);
    },
  });
  await publisher.publish('team');
  publisher.publishSoon('team');
  await vi.advanceTimersByTimeAsync(1_400);
  expect(done).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(200);
  expect(done.length).toBeGreaterThan(2);
});

test('a failure is told of, and the next change is published', async () => {
  let broken = true;
  const { publisher, done, bugs } = createHouse({
    refresh: async () => {
      if (broken) throw new Error('out of luck');
    },
  });
  publisher.publishSoon('team');
  await vi.advanceTimersByTimeAsync(200);
  expect(bugs).toHaveLength(1);
  broken = false;
  publisher.publishSoon('team');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(done.at(-1)).toBe('prepare team');
});

test('closing waits for what is under way and begins nothing more', async () => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { publisher, done } = createHouse({ refresh: () => held });
  publisher.publishSoon('team');
  await vi.advanceTimersByTimeAsync(200);
  publisher.publishSoon('other');
  let closed = false;
  const closing = publisher.close().then(() => {
    closed = true;
  });
  publisher.publishSoon('third');
  await vi.advanceTimersByTimeAsync(10_000);
  expect([closed, done]).toEqual([false, ['refresh team']]);
  release();
  await closing;
  expect(done).toEqual(['refresh team', 'prepare team']);
});
