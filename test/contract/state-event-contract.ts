import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CatalogStore } from '../../registry/storage/types.ts';
import type { NewStateEvent } from '../../schemas/version-state.ts';
import { anEntry } from '../support/version-entry.ts';

function anEvent(change: Partial<NewStateEvent> = {}): NewStateEvent {
  return {
    catalog: 'official',
    name: 'fluxcd',
    version: 'v1.0.0',
    action: 'yank',
    reason: 'removes the wrong namespace 工具 🚢',
    author: 'ann',
    at: '2026-11-21T18:00:00.000Z',
    ...change,
  };
}

const { version: _version, ...ofAddon } = anEvent({ action: 'deprecate', replacement: 'official/flux2@2.0.0' });

/** Everything that the port StateStore promises, as tests on one adapter. `open` gives an empty store. */
export function describeStateEventContract(open: () => Promise<CatalogStore>): void {
  let store: CatalogStore;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(async () => {
    await store.close();
  });

  test('an event comes back as it was told, with its number, and raises the generation', async () => {
    const appended = await store.appendStateEvent(anEvent());
    expect(appended).toEqual({ ...anEvent(), sequence: expect.any(Number) });
    expect(await store.listStateEvents({ catalog: 'official' })).toStrictEqual([appended]);
    expect(await store.readGeneration('official')).toBe(1);
    expect(await store.readGeneration('team')).toBe(0);
  });

  test('an event of a whole addon has no version, and may name a replacement', async () => {
    const appended = await store.appendStateEvent(ofAddon);
    const [listed] = await store.listStateEvents({ catalog: 'official', addon: 'fluxcd' });
    expect(listed).toStrictEqual(appended);
    expect(listed).not.toHaveProperty('version');
    expect(listed?.replacement).toBe('official/flux2@2.0.0');
  });

  test('events are listed oldest first, of a catalog or of one addon of it', async () => {
    const told = [
      anEvent(),
      anEvent({ name: 'dex' }),
      anEvent({ catalog: 'team' }),
      anEvent({ action: 'unyank', at: '2020-01-01T00:00:00.000Z' }),
      ofAddon,
    ];
    for (const event of told) await store.appendStateEvent(event);
    const listed = await store.listStateEvents({ catalog: 'official' });
    expect(listed.map(({ name, action }) => `${name} ${action}`)).toEqual([
      'fluxcd yank',
      'dex yank',
      'fluxcd unyank',
      'fluxcd deprecate',
    ]);
    const sequences = listed.map(({ sequence }) => sequence);
    expect(new Set(sequences).size).toBe(4);
    expect(sequences).toEqual(sequences.toSorted((left, right) => left - right));
    expect((await store.listStateEvents({ catalog: 'official', addon: 'dex' })).length).toBe(1);
    expect(await store.listStateEvents({ catalog: 'nothing' })).toEqual([]);
  });

  test('an event that changes nothing is not written', async () => {
    expect(await store.appendStateEvent(anEvent({ action: 'unyank' }))).toBeUndefined();
    expect(await store.listStateEvents({ catalog: 'official' })).toEqual([]);
    expect(await store.readGeneration('official')).toBe(0);
    await store.appendStateEvent(anEvent());
    expect(await store.appendStateEvent(anEvent({ version: '1.0.0', reason: 'another one' }))).toBeUndefined();
    expect(await store.readGeneration('official')).toBe(1);
  });

  test('of many equal calls at once one changes something', async () => {
    const authors = ['ann', 'bob', 'cid', 'dan', 'eve'];
    const appended = await Promise.all(authors.map((author) => store.appendStateEvent(anEvent({ author }))));
    const [winner, ...others] = appended.filter((event) => event !== undefined);
    expect(others).toEqual([]);
    expect(await store.listStateEvents({ catalog: 'official' })).toEqual([winner]);
    expect(await store.readGeneration('official')).toBe(1);
  });

  test('the history outlasts the version', async () => {
    const entry = anEntry();
    await store.saveVersion(entry);
    const appended = await store.appendStateEvent(anEvent());
    await store.removeVersion(entry.record);
    expect(await store.listStateEvents({ catalog: 'official', addon: 'fluxcd' })).toEqual([appended]);
    await store.saveVersion(entry);
    expect(await store.listStateEvents({ catalog: 'official', addon: 'fluxcd' })).toEqual([appended]);
  });
}
