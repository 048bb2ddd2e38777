import { expect, test } from 'vitest';
import type { StateAction, StateEvent } from '../../schemas/version-state.ts';
import { versionRecord } from '../../test/support/version-records.ts';
import { buildCatalogView } from './build-catalog-view.ts';
import { listAddons } from './list-addons.ts';
import { findShownVersion, findStanding } from './listed.ts';

type Said = readonly [action: StateAction, addon: string, version?: string];

function viewOf(versions: readonly (readonly [addon: string, version: string])[], said: readonly Said[]) {
  const events = said.map(
    ([action, name, version], index): StateEvent => ({
      sequence: index + 1,
      catalog: 'official',
      name,
      action,
      reason: `because of ${index + 1}`,
      author: 'ann',
      at: '2026-11-21T18:00:00.000Z',
      ...(version === undefined ? {} : { version }),
    }),
  );
  return buildCatalogView({
    catalog: 'official',
    generation: 1,
    records: versions.map(([addon, version]) => versionRecord({ addon, version })),
    observations: [],
    evaluations: [],
    lines: [],
    verdicts: [],
    events,
  });
}

const fluxcd = [
  ['fluxcd', '2.0.0-beta.1'],
  ['fluxcd', 'v1.1.0'],
  ['fluxcd', '1.0.0'],
] as const;

function listingOf(view: ReturnType<typeof viewOf>) {
  return { views: [view], contents: new Map(), dependents: new Map() };
}

function statesOf(view: ReturnType<typeof viewOf>) {
  const addon = view.byName.get('fluxcd');
  return {
    states: addon?.versions.map(({ version, state }) => `${version} ${state}`),
    latest: addon?.latest?.version,
    standing: addon === undefined ? undefined : findStanding(addon)?.version,
    counts: [view.addonCount, view.versionCount],
    listed: listAddons(listingOf(view), {}).items.map(
      ({ version, versions, state }) => `${version} ${state} of ${versions}`,
    ),
  };
}

test('without events everything is active', () => {
  expect(statesOf(viewOf(fluxcd, []))).toEqual({
    states: ['2.0.0-beta.1 active', 'v1.1.0 active', '1.0.0 active'],
    latest: 'v1.1.0',
    standing: 'v1.1.0',
    counts: [1, 3],
    listed: ['v1.1.0 active of 3'],
  });
});

test('a yanked version stays among the versions, and the newest stable one is another', () => {
  const view = viewOf(fluxcd, [['yank', 'fluxcd', '1.1.0']]);
  expect(statesOf(view)).toMatchObject({
    latest: '1.0.0',
    standing: '1.0.0',
    counts: [1, 2],
    listed: ['1.0.0 active of 2'],
  });
  expect(view.byName.get('fluxcd')?.versions.find(({ key }) => key === '1.1.0')).toMatchObject({
    state: 'yanked',
    stateReason: { reason: 'because of 1', author: 'ann', at: '2026-11-21T18:00:00.000Z' },
  });
});

test('with every stable version gone a pre-release stands for the addon', () => {
  const view = viewOf(fluxcd, [
    ['yank', 'fluxcd', '1.1.0'],
    ['quarantine', 'fluxcd', '1.0.0'],
  ]);
  expect(statesOf(view)).toMatchObject({
    latest: undefined,
    standing: '2.0.0-beta.1',
    counts: [1, 1],
    listed: ['2.0.0-beta.1 active of 1'],
  });
});

test('an addon of which nothing is listed is in no list, and its page shows its newest version', () => {
  const view = viewOf(
    [...fluxcd, ['dex', '1.0.0']],
    fluxcd.map(([addon, version]) => ['yank', addon, version] as const),
  );
  expect(statesOf(view)).toMatchObject({ latest: undefined, standing: undefined, counts: [1, 1] });
  expect(listAddons(listingOf(view), {}).items.map(({ name }) => name)).toEqual(['dex']);
  expect(listAddons(listingOf(view), {}).facets.catalogs).toEqual([{ value: 'official', count: 1 }]);
  const versions = view.byName.get('fluxcd')?.versions ?? [];
  expect(findShownVersion({ versions })).toBe(versions[0]?.version);
});

test('deprecated versions are listed as before and say so', () => {
  const view = viewOf(fluxcd, [['deprecate', 'fluxcd']]);
  expect(statesOf(view)).toMatchObject({
    latest: 'v1.1.0',
    counts: [1, 3],
    listed: ['v1.1.0 deprecated of 3'],
  });
});
