import { expect, test } from 'vitest';
import { versionRecord } from '../../test/support/version-records.ts';
import { buildCatalogView } from './build-catalog-view.ts';
import type { CatalogView } from './types.ts';
import { uniteCatalogViews } from './unite-catalog-views.ts';

function viewOf(catalog: string, ...names: readonly (readonly [addon: string, version: string])[]): CatalogView {
  return buildCatalogView({
    catalog,
    generation: names.length,
    records: names.map(([addon, version]) => versionRecord({ catalog, addon, version })),
    observations: [],
    evaluations: [],
    lines: [],
    verdicts: [],
    events: [],
  });
}

function contentOf({ addons }: CatalogView): readonly string[] {
  return addons.flatMap(({ name, versions }) => versions.map((each) => `${each.catalog}/${name}@${each.version}`));
}

test('the first member that has an addon serves it, with all its versions and no other', () => {
  const team = viewOf('team', ['web', '1.0.0'], ['web', '2.0.0-beta.1']);
  const official = viewOf('official', ['web', '9.0.0'], ['dex', '1.0.0']);
  const other = viewOf('other', ['web', '3.0.0'], ['dex', '2.0.0'], ['zeta', '1.0.0']);
  const union = uniteCatalogViews('all', [team, official, other]);
  expect(contentOf(union)).toEqual([
    'official/dex@1.0.0',
    'team/web@2.0.0-beta.1',
    'team/web@1.0.0',
    'other/zeta@1.0.0',
  ]);
  expect(union.shadowed).toEqual([
    { name: 'dex', catalog: 'other', by: 'official' },
    { name: 'web', catalog: 'official', by: 'team' },
    { name: 'web', catalog: 'other', by: 'team' },
  ]);
  expect(union.byName.get('web')?.latest?.version).toBe('1.0.0');
  expect([union.catalog, union.generation, union.versionCount]).toEqual(['all', 7, 4]);
});

test('archives that want one name in two members get two', () => {
  const union = uniteCatalogViews('all', [viewOf('team', ['a-1', '2']), viewOf('official', ['a', '1-2'])]);
  const names = [...union.byFileName.keys()];
  expect(names).toContain('a-1-2.tgz');
  expect(names).toHaveLength(2);
  for (const [fileName, version] of union.byFileName) expect(version.fileName).toBe(fileName);
  expect(union.addons.flatMap(({ versions }) => versions).map(({ fileName }) => fileName)).toEqual(names);
});

test('a union of nothing has nothing', () => {
  expect(contentOf(uniteCatalogViews('all', []))).toEqual([]);
});
