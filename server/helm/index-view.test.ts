import { expect, test } from 'vitest';
import { buildCatalogView } from '../../registry/catalog/build-catalog-view.ts';
import { versionRecord } from '../../test/support/version-records.ts';
import { indexViewKey, narrowCatalog, parseIndexView } from './index-view.ts';

const requiring = (version: string, system: { vela?: string; kubernetes?: string }) => {
  const record = versionRecord({ addon: 'web', version });
  return { ...record, metadata: { ...record.metadata, system } };
};

const catalog = buildCatalogView({
  catalog: 'official',
  generation: 1,
  observations: [],
  evaluations: [],
  lines: [],
  verdicts: [],
  events: [],
  records: [
    requiring('2.0.0', { vela: '>=1.10.0' }),
    requiring('2.1.0-rc.1', { vela: '>=1.10.0' }),
    requiring('1.1.0', { vela: '>=v1.5.0', kubernetes: '>=1.22' }),
    requiring('1.0.0', {}),
    requiring('0.9.0', { vela: 'nonsense' }),
    versionRecord({ addon: 'beta', version: '1.0.0-beta.1' }),
  ],
});

test.each([
  ['', ['beta 1.0.0-beta.1', 'web 2.1.0-rc.1', 'web 2.0.0', 'web 1.1.0', 'web 1.0.0', 'web 0.9.0']],
  ['vela=1.9.13', ['beta 1.0.0-beta.1', 'web 1.1.0', 'web 1.0.0']],
  ['vela=v1.10.9', ['beta 1.0.0-beta.1', 'web 2.1.0-rc.1', 'web 2.0.0', 'web 1.1.0', 'web 1.0.0']],
  ['vela=1.10.9&kubernetes=1.21.0', ['beta 1.0.0-beta.1', 'web 2.1.0-rc.1', 'web 2.0.0', 'web 1.0.0']],
  ['channel=stable', ['web 2.0.0', 'web 1.1.0', 'web 1.0.0', 'web 0.9.0']],
  ['keep=1', ['beta 1.0.0-beta.1', 'web 2.1.0-rc.1']],
  ['keep=1&channel=stable', ['web 2.0.0']],
  ['token=x', ['beta 1.0.0-beta.1', 'web 2.1.0-rc.1', 'web 2.0.0', 'web 1.1.0', 'web 1.0.0', 'web 0.9.0']],
])('?%s keeps %j', (query, expected) => {
  const parsed = parseIndexView(query);
  if (!parsed.ok) throw new Error(parsed.error);
  const kept = narrowCatalog(catalog, parsed.view).addons.flatMap((addon) =>
    addon.versions.map(({ version }) => `${addon.name} ${version}`),
  );
  expect(kept).toEqual(expected);
});

test.each([
  ['keep=0', 'keep must be a whole number from 1 to 9999'],
  ['keep=-1', 'keep must be a whole number from 1 to 9999'],
  ['keep=99999999999', 'keep must be a whole number from 1 to 9999'],
  ['channel=beta', 'channel must be "stable"'],
  ['vela=<script>', 'vela must be a version such as 1.10.9'],
  ['kubernetes=', 'kubernetes must be a version such as 1.10.9'],
])('?%s is refused: %s', (query, error) => {
  expect(parseIndexView(query)).toEqual({ ok: false, error });
});

test('equal views have one key whatever the order of the query', () => {
  const keys = ['vela=1.9&keep=3', 'keep=3&vela=1.9&token=x'].map((query) => {
    const parsed = parseIndexView(query);
    return parsed.ok ? indexViewKey(parsed.view) : parsed.error;
  });
  expect(new Set(keys).size).toBe(1);
  expect(indexViewKey({})).toBe('');
});
