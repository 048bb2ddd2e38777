import { describe, expect, test } from 'vitest';
import type { DefinitionFacts } from '../../../schemas/definition.ts';
import { aDefinition, aLineEvaluation } from '../../../test/support/line-evaluation.ts';
import { anEntry } from '../../../test/support/version-entry.ts';
import { packAddon } from '../../addon/pack-addon.ts';
import { RegistryError } from '../../errors.ts';
import { createMemorySearchIndex } from '../../search/memory/create-memory-search-index.ts';
import type { SearchIndex } from '../../search/types.ts';
import { createMemoryBlobStore } from '../../storage/memory/memory-blob-store.ts';
import { createMemoryCatalogStore } from '../../storage/memory/memory-catalog-store.ts';
import type { LineRules } from '../../storage/types.ts';
import { openCatalogViews } from '../open-catalog-views.ts';
import { createCatalogueSearch } from './create-catalogue-search.ts';

const lines: readonly LineRules[] = [{ line: '1.10', ruleSet: 'lines-1' }];
const catalogs = [
  { name: 'official', title: 'Official', dependsOn: [] },
  { name: 'team', title: 'Team', dependsOn: ['official'] },
  { name: 'all', title: 'All', dependsOn: [], union: ['team', 'official'] },
];

interface Released {
  readonly catalog?: string;
  readonly addon: string;
  readonly version?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly vela?: string;
  readonly needs?: readonly string[];
  readonly readme?: string;
  readonly definitions?: readonly Partial<DefinitionFacts>[];
  readonly parameters?: readonly string[];
}

async function openHouse(change: Partial<SearchIndex> = {}) {
  const store = createMemoryCatalogStore();
  const blobs = createMemoryBlobStore();
  const views = await openCatalogViews({ store, catalogs, ruleSet: 'text', lines });
  const saved: string[] = [];
  const troubles: unknown[] = [];
  const memory = createMemorySearchIndex();
  const index: SearchIndex = {
    ...memory,
    async save(batches) {
      saved.push(...batches.map(({ group }) => group));
      await memory.save(batches);
    },
    ...change,
  };
  const search = createCatalogueSearch({
    views,
    catalogs,
    store,
    blobs,
    lines,
    index,
    patienceMs: 5_000,
    onTrouble: (error) => troubles.push(error),
  });

  async function release(released: Released): Promise<void> {
    const { catalog = 'official', addon, version = '1.0.0', readme = '', definitions = [] } = released;
    const { record, observation } = anEntry({ catalog, addon, key: version, version });
    const metadata = {
      ...record.metadata,
      name: addon,
      version,
      description: released.description ?? '',
      tags: [...(released.tags ?? [])],
      dependencies: (released.needs ?? []).map((name) => ({ name })),
      ...(released.vela === undefined ? {} : { system: { vela: released.vela } }),
    };
    const bytes = new TextEncoder().encode(readme);
    const archive = packAddon({ files: [{ path: 'README.md', mode: '0644', bytes }] }, metadata);
    await blobs.saveBlob(archive.bytes);
    const { digest, treeDigest } = archive;
    const readmePath = 'README.md';
    await store.saveVersion({
      record: { ...record, metadata, digest, treeDigest, readmePath },
      observation,
      evaluation: { treeDigest, ruleSet: 'text', findings: [] },
    });
    const { evaluation } = aLineEvaluation({
      findings: [],
      facts: {
        definitions: definitions.map((each) => aDefinition({ description: '', ...each })),
        parameters: (released.parameters ?? []).map((name) => ({
          name,
          type: 'string',
          optional: true,
          required: false,
          usage: `sets ${name}`,
        })),
        definitionParameters: definitions.map(({ kind = 'component', name = 'helm' }) => ({
          kind,
          name,
          parameters: [{ path: 'replicas[].count', usage: 'how many' }],
        })),
      },
    });
    await store.saveLineEvaluations([{ treeDigest, ruleSet: 'lines-1', evaluation }]);
    await views.refresh(catalog);
  }

  const namesOf = async (q: string) => (await search.listAddons({ q })).items.map(({ name }) => name);
  return { store, views, search, release, namesOf, saved, troubles };
}

describe('the index follows the views', () => {
  test('what a list shows, the next search finds; what it no longer shows, none does', async () => {
    const house = await openHouse();
    expect(await house.namesOf('flux')).toEqual([]);
    await house.release({ addon: 'fluxcd', description: 'sync from Git' });
    expect(await house.namesOf('flux')).toEqual(['fluxcd']);
    await house.release({ addon: 'fluxcd', version: '2.0.0', description: 'reconcile sources' });
    expect(await house.namesOf('reconcile')).toEqual(['fluxcd']);
    expect(await house.namesOf('sync')).toEqual([]);
    const said = { reason: 'broken', author: 'me', at: '2026-01-01T00:00:00Z', catalog: 'official', name: 'fluxcd' };
    await house.store.appendStateEvent({ ...said, action: 'yank', version: '2.0.0' });
    await house.views.refresh('official');
    expect(await house.namesOf('sync')).toEqual(['fluxcd']);
    await house.store.appendStateEvent({ ...said, action: 'yank', version: '1.0.0' });
    await house.views.refresh('official');
    expect(await house.namesOf('flux')).toEqual([]);
    expect((await house.search.search({ q: 'flux' })).groups.map(({ total }) => total)).toEqual([0, 0, 0]);
  });

  test('only what changed is read and saved again', async () => {
    const house = await openHouse();
    await house.release({ addon: 'fluxcd' });
    await house.release({ addon: 'grafana' });
    await house.namesOf('x');
    house.saved.splice(0);
    await house.release({ addon: 'dex' });
    await house.namesOf('x');
    expect(house.saved).toEqual(['official/dex']);
    house.saved.splice(0);
    // Who is depended on weighs more.
    await house.release({ catalog: 'team', addon: 'portal', needs: ['dex'] });
    await house.namesOf('x');
    expect(house.saved).toEqual(['official/dex', 'team/portal']);
    await house.views.refresh('official');
    await house.namesOf('x');
    expect(house.saved).toHaveLength(2);
  });

  test('changes that come while the index is written are not lost', async () => {
    const house = await openHouse();
    await house.release({ addon: 'fluxcd' });
    const first = house.search.update();
    await house.release({ addon: 'grafana' });
    await Promise.all([first, house.search.update(), house.search.update()]);
    expect(await house.namesOf('grafana')).toEqual(['grafana']);
  });

  test('equal questions are answered by other words once the answer may be another', async () => {
    const house = await openHouse();
    await house.release({ addon: 'fluxcd' });
    await house.namesOf('flux');
    const before = house.search.epoch;
    await house.namesOf('flux');
    expect(house.search.epoch).toBe(before);
    await house.release({ addon: 'flux-ui' });
    expect(await house.namesOf('flux')).toHaveLength(2);
    expect(house.search.epoch).not.toBe(before);
  });
});

describe('without an index', () => {
  const unavailable = new RegistryError('SEARCH_UNAVAILABLE', 'nobody listens there');

  test.each<[string, Partial<SearchIndex>]>([
    ['that can be written', { save: () => Promise.reject(unavailable) }],
    ['that can be asked', { search: () => Promise.reject(unavailable) }],
  ])('%s words are found as they stand, and that is told', async (_name, change) => {
    const house = await openHouse(change);
    await house.release({ addon: 'fluxcd', description: 'sync from Git', definitions: [{ name: 'helm' }] });
    const page = await house.search.listAddons({ q: 'SYNC' });
    expect(page.items.map(({ name }) => name)).toEqual(['fluxcd']);
    expect(page.notices?.map(({ code }) => code)).toEqual(['plain']);
    const { groups, notices } = await house.search.search({ q: 'helm' });
    expect(groups.map(({ total }) => total)).toEqual([0, 1, 0]);
    expect(notices.map(({ code }) => code)).toEqual(['plain']);
    expect((await house.search.listDefinitions({ q: 'helm' })).total).toBe(1);
    expect(house.troubles).toEqual([unavailable]);
  });
});

async function openShop() {
  const house = await openHouse();
  await house.release({
    addon: 'fluxcd',
    description: 'sync from Git',
    tags: ['GitOps', 'built-in'],
    vela: '>=1.10',
    definitions: [
      { name: 'helm' },
      { kind: 'trait', name: 'scaler', description: 'Scale by hand', appliesTo: ['deployments'] },
    ],
    parameters: ['onlyHelmComponents'],
    readme: '# Flux\n\nA <b>toolkit</b> with [source-controller](https://example.com/nowhere).',
  });
  await house.release({
    addon: 'keda',
    description: 'scale by events',
    tags: ['autoscaling'],
    vela: '>=1.9',
    needs: ['fluxcd'],
  });
  await house.release({ catalog: 'team', addon: 'keda', description: 'ours', tags: ['git-ops'] });
  return house;
}

describe('lists', () => {
  test.each([
    ['fluxdc', ['fluxcd']],
    ['onlyHelmComponents', ['fluxcd']],
    ['source-controller', ['fluxcd']],
    ['nowhere', []],
    ['controller toolkit', ['fluxcd']],
    ['tag:gitops', ['fluxcd', 'keda']],
    ['provides:trait', ['fluxcd']],
    ['definition:helm scale', ['fluxcd']],
    ['catalog:team', ['keda']],
    ['kubernetes:1.29 addon:keda catalog:official', ['keda']],
  ])('%j finds %j', async (q, names) => {
    expect(await (await openShop()).namesOf(q)).toEqual(names);
  });

  test('a list says how it understood, why, and how else it could be narrowed', async () => {
    const { search } = await openShop();
    const page = await search.listAddons({ q: 'scale tag:autoscaling colour:red' });
    expect(page).toMatchObject({ total: 0, filters: [{ key: 'tag', value: 'autoscaling' }] });
    expect(page.notices?.map(({ code, part }) => [code, part])).toEqual([['unknown-filter', 'colour:red']]);
    const found = await search.listAddons({ q: 'scale', kind: 'trait' });
    expect(found.items.map(({ name, reasons }) => [name, reasons?.length])).toEqual([['fluxcd', 1]]);
    expect(found.facets.provides).toEqual([
      { value: 'component', count: 1 },
      { value: 'trait', count: 1 },
    ]);
    expect((await search.listAddons({ definition: 'scaler' })).items.map(({ name }) => name)).toEqual(['fluxcd']);
    expect((await search.listAddons({ sort: 'dependents' })).items[0]?.name).toBe('fluxcd');
    expect((await search.listAddons({})).facets.works).toEqual([{ value: '1.10', count: 3 }]);
  });

  test('a union finds under its own name what its members have', async () => {
    const { search } = await openShop();
    const page = await search.listAddons({ q: 'keda', catalog: 'all' });
    expect(
      page.items.map(({ catalog, name, description, reasons }) => [catalog, name, description, reasons?.length]),
    ).toEqual([['all', 'keda', 'ours', 1]]);
    const definitions = await search.listDefinitions({ q: 'by hand', catalog: 'all' });
    expect(definitions.items.map(({ name, owners, reasons }) => [name, owners[0]?.catalog, reasons?.length])).toEqual([
      ['scaler', 'all', 1],
    ]);
    await expect(search.listAddons({ catalog: 'none' })).rejects.toMatchObject({ code: 'CATALOG_NOT_FOUND' });
  });
});

describe('the search over everything', () => {
  const shapeOf = async (q: string) => {
    const { search } = await openShop();
    const { groups } = await search.search({ q });
    return Object.fromEntries(groups.map(({ type, items }) => [type, items.map(({ path }) => path)]));
  };

  test('addons, definitions and parameters have pages of their own', async () => {
    expect(await shapeOf('by hand')).toEqual({
      addon: ['/addons/official/fluxcd'],
      definition: ['/definitions/trait/scaler?catalog=official&addon=fluxcd'],
      parameter: [],
    });
    expect(await shapeOf('only helm components')).toMatchObject({
      parameter: ['/addons/official/fluxcd/v/1.0.0/parameters#p-onlyHelmComponents'],
    });
    expect(await shapeOf('count definition:scaler')).toEqual({
      addon: [],
      definition: ['/definitions/trait/scaler?catalog=official&addon=fluxcd'],
      parameter: ['/definitions/trait/scaler?catalog=official&addon=fluxcd#p-replicas.count'],
    });
  });

  test('filters about addons hold for all groups, and types choose among them', async () => {
    const { search } = await openShop();
    const totals = async (q: string) =>
      (await search.search({ q })).groups.map(({ type, total }) => `${total} ${type}`);
    expect(await totals('catalog:team')).toEqual(['1 addon', '0 definition', '0 parameter']);
    expect(await totals('vela:1.9')).toEqual(['2 addon', '0 definition', '0 parameter']);
    expect(await totals('type:definition kind:trait')).toEqual(['1 definition']);
    expect((await search.search({ q: 'keda', types: ['addon'], catalog: 'all' })).groups).toMatchObject([
      { total: 1, items: [{ catalog: 'all', addon: 'keda' }] },
    ]);
  });

  test('the answer says how it understood the question', async () => {
    const { search } = await openShop();
    expect(await search.search({ q: ' fluxdc   TAG:gitops kind:triat ' })).toMatchObject({
      q: 'fluxdc triat tag:GitOps',
      filters: [{ key: 'tag', value: 'GitOps' }],
      notices: [{ code: 'bad-filter-value', suggestion: 'kind:trait' }],
    });
    expect((await search.search({ q: 'fluxdc', limit: 1 })).groups[0]).toMatchObject({
      items: [{ addon: 'fluxcd', version: '1.0.0', reasons: [{ word: 'fluxcd', asked: 'fluxdc', by: 'typo' }] }],
    });
  });

  test.each([0, 51, 1.5])('the limit %s is refused', async (limit) => {
    const { search } = await openShop();
    await expect(search.search({ q: 'x', limit })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });
});
