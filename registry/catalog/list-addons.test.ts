import { expect, test } from 'vitest';
import { versionRecord } from '../../test/support/version-records.ts';
import { buildCatalogView } from './build-catalog-view.ts';
import { type AddonListing, listAddons } from './list-addons.ts';
import type { AddonQuery, CatalogView } from './types.ts';

interface Row {
  readonly addon: string;
  readonly version: string;
  readonly catalog?: string;
  readonly published?: string;
  readonly tags?: string[];
  readonly vela?: string;
}

function viewOf(catalog: string, rows: readonly Row[]): CatalogView {
  const records = rows.map(({ addon, version, published, tags = [], vela }) => {
    const record = versionRecord({ catalog, addon, version, ...(published === undefined ? {} : { published }) });
    return { ...record, metadata: { ...record.metadata, tags, ...(vela === undefined ? {} : { system: { vela } }) } };
  });
  return buildCatalogView({
    catalog,
    generation: 1,
    records,
    observations: [],
    evaluations: [],
    lines: [],
    verdicts: [],
    events: [],
  });
}

const views = [
  viewOf('official', [
    { addon: 'fluxcd', version: '3.0.0', published: '2025-01-01T00:00:00Z', tags: ['GitOps'], vela: '>=1.9.0' },
    { addon: 'fluxcd', version: '2.0.0', published: '2023-01-01T00:00:00Z', tags: ['GitOps'] },
    { addon: 'grafana', version: '0.4.0', published: '2024-01-01T00:00:00Z', tags: ['Observability'] },
  ]),
  viewOf('team', [
    { addon: 'fluxcd', version: '9.0.0-beta.1', published: '2026-01-01T00:00:00Z', tags: ['GitOps'] },
    { addon: 'web', version: '1.0.0', published: '2022-01-01T00:00:00Z' },
  ]),
];

const listing: AddonListing = { views, contents: new Map(), dependents: new Map([['official/grafana', 2]]) };

function namesOf(query: AddonQuery): string[] {
  return listAddons(listing, query).items.map(({ catalog, name, version }) => `${catalog}/${name}@${version}`);
}

test.each<[AddonQuery, string[]]>([
  [{}, ['official/fluxcd@3.0.0', 'team/fluxcd@9.0.0-beta.1', 'official/grafana@0.4.0', 'team/web@1.0.0']],
  [{ catalog: 'team' }, ['team/fluxcd@9.0.0-beta.1', 'team/web@1.0.0']],
  [{ tag: 'Observability' }, ['official/grafana@0.4.0']],
  [{ vela: '1.8.0', tag: 'GitOps' }, ['official/fluxcd@2.0.0', 'team/fluxcd@9.0.0-beta.1']],
  [
    { sort: 'updated' },
    ['team/fluxcd@9.0.0-beta.1', 'official/fluxcd@3.0.0', 'official/grafana@0.4.0', 'team/web@1.0.0'],
  ],
  [
    { sort: 'dependents' },
    ['official/grafana@0.4.0', 'official/fluxcd@3.0.0', 'team/fluxcd@9.0.0-beta.1', 'team/web@1.0.0'],
  ],
])('%j lists %j', (query, expected) => {
  expect(namesOf(query)).toEqual(expected);
});

test('pages follow each other without gap or overlap', () => {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = listAddons(listing, { limit: 1, ...(cursor === undefined ? {} : { cursor }) });
    seen.push(...page.items.map(({ catalog, name }) => `${catalog}/${name}`));
    expect(page.total).toBe(4);
    cursor = page.next;
  } while (cursor !== undefined);
  expect(seen).toEqual(['official/fluxcd', 'team/fluxcd', 'official/grafana', 'team/web']);
});

test('words keep what they found, in the order in which it was found', () => {
  const ranks = new Map([
    ['team/web', 0],
    ['official/fluxcd', 1],
    ['official/gone', 2],
  ]);
  const namesBy = (sort?: AddonQuery['sort']) =>
    listAddons({ ...listing, ranks }, sort === undefined ? {} : { sort }).items.map(({ name }) => name);
  expect(namesBy()).toEqual(['web', 'fluxcd']);
  expect(namesBy('relevance')).toEqual(['web', 'fluxcd']);
  expect(namesBy('name')).toEqual(['fluxcd', 'web']);
  expect(listAddons({ ...listing, ranks }, {}).total).toBe(2);
});

test('each facet counts as if nothing were narrowed by it, and by everything else', () => {
  expect(listAddons(listing, { tag: 'GitOps', catalog: 'team' }).facets).toEqual({
    catalogs: [
      { value: 'official', count: 1 },
      { value: 'team', count: 1 },
    ],
    tags: [{ value: 'GitOps', count: 1 }],
    provides: [],
    works: [],
    states: [{ value: 'active', count: 1 }],
  });
});

test.each<[AddonQuery, string]>([
  [{ limit: 0 }, '/limit'],
  [{ limit: 101 }, '/limit'],
  [{ limit: 1e9 }, '/limit'],
  [{ limit: Number.NaN }, '/limit'],
  [{ cursor: 'bogus' }, '/cursor'],
  [{ cursor: Buffer.from('o-1').toString('base64url') }, '/cursor'],
  [{ cursor: Buffer.from('o99999999999999').toString('base64url') }, '/cursor'],
  [{ vela: 'master' }, '/vela'],
])('%j is refused at %s', (query, pointer) => {
  expect(() => listAddons(listing, query)).toThrow(
    expect.objectContaining({ code: 'INPUT_INVALID', faults: [expect.objectContaining({ pointer })] }),
  );
});
