import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createMemorySource, type MemorySource } from '../../test/support/memory-source.ts';
import { RegistryError } from '../errors.ts';
import type { IngestDependencies, IngestReport } from '../ingest/types.ts';
import { createMemoryBlobStore } from '../storage/memory/memory-blob-store.ts';
import { createMemoryCatalogStore } from '../storage/memory/memory-catalog-store.ts';
import { openSourceRunner, type SourceRunner } from './open-source-runner.ts';

const everyMs = 60_000;
const runners: SourceRunner[] = [];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
});

afterEach(async () => {
  for (const runner of runners.splice(0)) await runner.close();
  vi.useRealTimers();
});

function createSource(name: string): MemorySource {
  const source = createMemorySource({ id: `team/${name}` });
  source.versions = [{ name, version: '1.0.0', files: {} }];
  return source;
}

interface House {
  readonly store?: IngestDependencies['store'];
  readonly place?: (source: MemorySource) => string;
}

async function openHouse(sources: readonly MemorySource[], house: House = {}) {
  const reports: IngestReport[] = [];
  const bugs: unknown[] = [];
  const store = house.store ?? createMemoryCatalogStore();
  const runner = await openSourceRunner({
    dependencies: {
      store,
      blobs: createMemoryBlobStore(),
      now: () => new Date().toISOString(),
      observer: { onProgress: () => {}, onChange: () => {}, onTrouble: () => {} },
    },
    sources: sources.map((source) => ({
      source,
      catalog: 'team',
      place: house.place?.(source) ?? source.id,
      everyMs,
      adopted: undefined,
    })),
    timeoutMs: 60_000,
    onReport: async (report) => {
      reports.push(report);
    },
    onBug: (error) => bugs.push(error),
  });
  runners.push(runner);
  const stateOf = (source: MemorySource) => runner.listSourceStates().find(({ id }) => id === source.id);
  return { runner, store, reports, bugs, stateOf };
}

/** Makes a source whose next question stays open until it is answered, or the run is aborted. */
function hold(source: MemorySource): { readonly asked: () => number; readonly answer: () => void } {
  const answers: (() => void)[] = [];
  source.findRevision = (signal) =>
    new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      answers.push(() => resolve(source.revision));
    });
  return { asked: () => answers.length, answer: () => answers.at(-1)?.() };
}

describe('the schedule', () => {
  test('starts with every source, then reads each at its pace', async () => {
    const web = createSource('web');
    const { runner, reports, stateOf } = await openHouse([web]);
    expect(stateOf(web)).toMatchObject({ state: 'pending', running: false, findings: [] });
    await runner.start();
    expect(reports).toMatchObject([{ condition: 'ok', changed: true, saved: 1 }]);
    const nextRun = new Date(Date.now() + everyMs).toISOString();
    expect(stateOf(web)).toMatchObject({ state: 'ok', running: false, revision: web.revision, nextRun });
    await vi.advanceTimersByTimeAsync(everyMs - 1);
    expect(reports).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    await vi.waitFor(() => expect(reports).toMatchObject([{}, { condition: 'ok', changed: false }]));
  });

  test('waits longer after each failure, and is back at its pace after a success', async () => {
    const web = createSource('web');
    const { runner, stateOf } = await openHouse([web]);
    const delay = () => Date.parse(stateOf(web)?.nextRun ?? '') - Date.now();
    web.failure = 'host does not answer';
    await runner.start();
    const delays = [delay()];
    for (let failures = 2; failures <= 4; failures += 1) {
      await runner.sync(web.id);
      delays.push(delay());
    }
    expect(delays).toEqual([everyMs, 2 * everyMs, 4 * everyMs, 8 * everyMs]);
    web.failure = undefined;
    await runner.sync(web.id);
    expect(delay()).toBe(everyMs);
  });

  test('a run that somebody asks for takes the place of the next one', async () => {
    const web = createSource('web');
    const { runner, reports } = await openHouse([web]);
    await runner.start();
    await vi.advanceTimersByTimeAsync(everyMs / 2);
    await runner.sync(web.id);
    await vi.advanceTimersByTimeAsync(everyMs - 1);
    expect(reports).toHaveLength(2);
  });
});

describe('one run of a source at a time', () => {
  test('who asks meanwhile gets the report of the run under way', async () => {
    const web = createSource('web');
    const { runner, stateOf } = await openHouse([web]);
    const held = hold(web);
    const asking = [runner.sync(web.id), runner.sync(web.id)];
    await vi.waitFor(() => expect(held.asked()).toBe(1));
    expect(stateOf(web)).toMatchObject({ state: 'pending', running: true });
    held.answer();
    const [first, second] = await Promise.all(asking);
    expect(second).toBe(first);
    expect(held.asked()).toBe(1);
    expect(stateOf(web)).toMatchObject({ state: 'ok', running: false });
  });

  test('tells how far it is', async () => {
    const web = createSource('web');
    web.versions = ['1.0.0', '1.1.0', '1.2.0'].map((version) => ({ name: 'web', version, files: {} }));
    const { runner, stateOf } = await openHouse([web]);
    const seen: unknown[] = [];
    web.beforeRead = () => seen.push(stateOf(web)?.progress?.total);
    await runner.sync(web.id);
    expect(stateOf(web)?.progress).toBeUndefined();
    web.revision = '3'.repeat(40);
    web.versions = Array.from({ length: 9 }, (_, minor) => ({ name: 'web', version: `2.${minor}.0`, files: {} }));
    await runner.sync(web.id);
    expect(seen.at(-1)).toBe(9);
  });

  test('a source that nobody configured is not found', async () => {
    const { runner } = await openHouse([createSource('web')]);
    await expect(runner.sync('team/nobody')).rejects.toMatchObject({ code: 'SOURCE_NOT_FOUND' });
  });
});

describe('trouble of one source', () => {
  test('leaves the others alone', async () => {
    const [sick, web] = [createSource('sick'), createSource('web')];
    sick.failure = 'host does not answer';
    const { runner, bugs, stateOf } = await openHouse([sick, web]);
    await runner.start();
    expect(stateOf(sick)).toMatchObject({ state: 'unreachable', message: 'host does not answer' });
    expect(stateOf(web)).toMatchObject({ state: 'ok' });
    expect(stateOf(web)).not.toHaveProperty('message');
    expect(bugs).toEqual([]);
  });

  test('hosts that hang keep only their own sources waiting', async () => {
    const silent = Array.from({ length: 20 }, (_, index) => createSource(`silent${index}`));
    const web = createSource('web');
    const held = silent.map(hold);
    const place = (source: MemorySource) => (source === web ? 'here' : 'dead.example.com');
    const { runner, stateOf } = await openHouse([...silent, web], { place });
    void runner.start();
    await vi.waitFor(() => expect(stateOf(web)).toMatchObject({ state: 'ok' }));
    expect(held.reduce((sum, { asked }) => sum + asked(), 0)).toBe(2);
    expect(stateOf(web)).toMatchObject({ running: false });
  });

  test('what was read before is stale then, and whole again later', async () => {
    const web = createSource('web');
    const { runner, stateOf } = await openHouse([web]);
    await runner.sync(web.id);
    web.failure = 'host does not answer';
    await runner.sync(web.id);
    expect(stateOf(web)).toMatchObject({ state: 'stale', revision: web.revision, message: 'host does not answer' });
    web.failure = undefined;
    await runner.sync(web.id);
    expect(stateOf(web)).toMatchObject({ state: 'ok' });
    expect(stateOf(web)).not.toHaveProperty('message');
  });

  test('a bug in reading it is told once, shows in its state, and it is tried again', async () => {
    const web = createSource('web');
    const bug = new TypeError('x is not a function');
    const { findRevision } = web;
    web.findRevision = () => Promise.reject(bug);
    const { runner, bugs, stateOf } = await openHouse([web]);
    await runner.start();
    expect(bugs).toEqual([bug]);
    expect(stateOf(web)).toMatchObject({ state: 'unreachable', message: expect.stringContaining('its log says more') });
    await expect(runner.sync(web.id)).rejects.toBe(bug);
    web.findRevision = findRevision;
    await vi.advanceTimersByTimeAsync(2 * everyMs);
    await vi.waitFor(() => expect(stateOf(web)).toMatchObject({ state: 'ok' }));
    expect(stateOf(web)).not.toHaveProperty('message');
  });

  test('a full disk, which not even a state can be written to, shows all the same', async () => {
    const web = createSource('web');
    const full = async () => {
      throw new RegistryError('DATA_FOLDER_UNUSABLE', 'the disk is full');
    };
    const store = { ...createMemoryCatalogStore(), saveVersion: full, saveSource: full, saveAdoption: full };
    const { runner, bugs, reports, stateOf } = await openHouse([web], { store });
    await runner.start();
    expect(reports).toMatchObject([{ condition: 'unreachable', message: 'the disk is full' }]);
    expect(stateOf(web)).toMatchObject({ state: 'unreachable', message: 'the disk is full' });
    expect(bugs).toEqual([]);
  });
});

describe('states', () => {
  test('of the last start are there at once', async () => {
    const web = createSource('web');
    const before = await openHouse([web]);
    await before.runner.sync(web.id);
    const after = await openHouse([web], { store: before.store });
    expect(after.stateOf(web)).toMatchObject({ state: 'ok', revision: web.revision, adopted: web.revision });
  });

  test('a revision that was read with other settings is read again', async () => {
    const web = createSource('web');
    const { runner } = await openHouse([web]);
    await runner.sync(web.id);
    web.settings = 'charts';
    web.versions = [{ name: 'db', version: '1.0.0', files: {} }];
    expect(await runner.sync(web.id)).toMatchObject({ changed: true, saved: 1 });
    expect(await runner.sync(web.id)).toMatchObject({ changed: false });
  });
});

describe('closing', () => {
  test('stops the run under way, says so to who waits, and starts nothing more', async () => {
    const [web, queued] = [createSource('web'), createSource('queued')];
    const held = hold(web);
    const { runner, store, reports, bugs } = await openHouse([web, queued], { place: () => 'one' });
    void runner.start();
    const asking = runner.sync(web.id);
    await vi.waitFor(() => expect(held.asked()).toBe(1));
    await vi.waitFor(() => expect(reports).toMatchObject([{ source: queued.id }]));
    const closing = runner.close();
    await expect(asking).rejects.toMatchObject({
      code: 'SOURCE_UNAVAILABLE',
      message: expect.stringContaining('the server is stopping'),
    });
    await closing;
    await vi.advanceTimersByTimeAsync(10 * everyMs);
    expect(held.asked()).toBe(1);
    expect(reports).toHaveLength(1);
    expect(bugs).toEqual([]);
    expect(await store.findSource(web.id)).toBeUndefined();
  });

  test('runs that wait for their turn do not begin', async () => {
    const sources = ['a', 'b', 'c'].map(createSource);
    const held = sources.map(hold);
    const { runner, bugs } = await openHouse(sources, { place: () => 'one' });
    void runner.start();
    await vi.waitFor(() => expect(held.map(({ asked }) => asked())).toEqual([1, 1, 0]));
    await runner.close();
    expect(held.map(({ asked }) => asked())).toEqual([1, 1, 0]);
    expect(bugs).toEqual([]);
  });
});
