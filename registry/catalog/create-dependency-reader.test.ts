import { describe, expect, test } from 'vitest';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import { aDefinition, aLineEvaluation } from '../../test/support/line-evaluation.ts';
import { anEntry } from '../../test/support/version-entry.ts';
import { createMemoryCatalogStore } from '../storage/memory/memory-catalog-store.ts';
import { createDependencyReader } from './create-dependency-reader.ts';
import { createDependentsIndex } from './create-dependents-index.ts';
import { createPlanner } from './create-planner.ts';
import { createUniverses } from './create-universes.ts';
import { openCatalogViews } from './open-catalog-views.ts';
import type { CatalogDefinition } from './types.ts';

const lines: readonly ReleaseLine[] = ['1.10'];
const english = { lang: 'en' } as const;

interface Saved {
  readonly needs?: Readonly<Record<string, string>>;
  readonly uses?: readonly string[];
  readonly brings?: readonly string[];
}

async function openHouse(catalogs: readonly CatalogDefinition[]) {
  const store = createMemoryCatalogStore();
  const views = await openCatalogViews({ store, catalogs, ruleSet: 'r', lines: [{ line: '1.10', ruleSet: 'l' }] });
  const universes = createUniverses({ views, catalogs, store });
  const dependents = createDependentsIndex({ views, catalogs });
  const planner = createPlanner({ views, catalogs, universes, lines, address: { absolute: (path) => path } });
  const reader = createDependencyReader({ views, universes, dependents, planner, lines });
  return {
    reader,
    dependents,
    async save(place: string, name: string, version: string, { needs = {}, uses = [], brings = [] }: Saved = {}) {
      const content = `${place} ${name} ${version}`;
      const entry = anEntry({ catalog: place, addon: name, key: version, version, content });
      const dependencies = Object.entries(needs).map(([on, range]) => ({ name: on, version: range }));
      const metadata = { ...entry.record.metadata, name, version, dependencies };
      await store.saveVersion({ ...entry, record: { ...entry.record, metadata } });
      const at = { kind: 'component', file: 'template.cue', line: 1, column: 1, conditional: false } as const;
      const facts = {
        definitions: brings.map((each) => aDefinition({ name: each })),
        uses: uses.map((each) => ({ ...at, name: each })),
      };
      const evaluation = aLineEvaluation({ content, line: '1.10', facts });
      await store.saveLineEvaluations([{ ...evaluation, ruleSet: 'l' }]);
      await views.refresh(place);
    },
    async yank(place: string, name: string, version: string) {
      const said = { action: 'yank', reason: 'leaks', author: 'ana', at: '2026-01-01T00:00:00.000Z' } as const;
      await store.appendStateEvent({ catalog: place, name, version, ...said });
      await views.refresh(place);
    },
  };
}

function catalog(name: string, more: Partial<CatalogDefinition> = {}): CatalogDefinition {
  return { name, title: name, dependsOn: [], ...more };
}

const flux = { catalog: 'official', addon: 'flux', version: 'latest' };

describe('who needs an addon', () => {
  test('by range, that of the newest version first, with whether the version is in it', async () => {
    const { reader, dependents, save, yank } = await openHouse([catalog('official')]);
    await save('official', 'flux', '1.0.0');
    await save('official', 'flux', '2.0.0');
    await save('official', 'web', '1.0.0', { needs: { flux: '<2.0.0' } });
    await save('official', 'web', '1.1.0', { needs: { flux: '<2.0.0' } });
    await save('official', 'web', '2.0.0', { needs: { flux: '>=2.0.0' } });
    await save('official', 'old', '1.0.0', { needs: { flux: '' } });
    await yank('official', 'old', '1.0.0');
    expect(await reader.listDependents(flux)).toEqual([
      {
        catalog: 'official',
        name: 'web',
        latest: '2.0.0',
        needs: [
          { range: '>=2.0.0', versions: ['2.0.0'], admits: true },
          { range: '<2.0.0', versions: ['1.1.0', '1.0.0'], admits: false },
        ],
      },
    ]);
    expect(dependents.listDeclared('official', 'flux').map(({ name }) => name)).toEqual(['web']);
    await save('official', 'api', '1.0.0', { needs: { flux: '' } });
    expect(dependents.listDeclared('official', 'flux').map(({ name }) => name)).toEqual(['api', 'web']);
  });

  test('of other catalogs only where the name leads here', async () => {
    const houses = [catalog('team', { dependsOn: ['official'] }), catalog('official'), catalog('stranger')];
    const { reader, save } = await openHouse([...houses, catalog('all', { union: ['team', 'official'] })]);
    await save('official', 'flux', '1.0.0');
    await save('team', 'web', '1.0.0', { needs: { flux: '' } });
    await save('stranger', 'web', '1.0.0', { needs: { flux: '' } });
    const names = async (reference: typeof flux) =>
      (await reader.listDependents(reference)).map((each) => `${each.catalog}/${each.name}`);
    expect(await names(flux)).toEqual(['team/web']);
    // A union stands for the member that has it.
    expect(await names({ ...flux, catalog: 'all' })).toEqual(['team/web']);
    await save('team', 'flux', '1.0.0');
    expect(await names(flux)).toEqual([]);
    expect(await names({ ...flux, catalog: 'team' })).toEqual(['team/web']);
  });

  test('also who uses its definitions without saying so', async () => {
    const { reader, save } = await openHouse([catalog('official')]);
    await save('official', 'flux', '1.0.0', { brings: ['helm'] });
    await save('official', 'web', '1.0.0', { uses: ['helm'] });
    await save('official', 'api', '1.0.0', { uses: ['helm'], needs: { flux: '' } });
    const found = await reader.listDependents(flux);
    expect(found.map(({ name, needs }) => [name, needs[0]?.uses])).toEqual([
      ['api', undefined],
      ['web', [{ kind: 'component', name: 'helm' }]],
    ]);
  });

  test('as a graph, over several steps and through circles', async () => {
    const { reader, save } = await openHouse([catalog('official')]);
    await save('official', 'flux', '1.0.0', { needs: { shop: '' } });
    await save('official', 'web', '1.0.0', { needs: { flux: '>=2.0.0' } });
    await save('official', 'shop', '1.0.0', { needs: { web: '' } });
    const question = { ...flux, direction: 'dependents' } as const;
    const graph = await reader.getDependencyGraph(question, english);
    expect(graph.nodes.map(({ id, depth }) => `${depth} ${id}`)).toEqual([
      '0 official/flux',
      '1 official/web',
      '2 official/shop',
    ]);
    expect(graph.edges).toEqual([
      { from: 'official/web', to: 'official/flux', range: '>=2.0.0', state: 'conflict' },
      { from: 'official/shop', to: 'official/web', state: 'met' },
      { from: 'official/flux', to: 'official/shop', state: 'met' },
    ]);
    const near = await reader.getDependencyGraph({ ...question, depth: 1 }, english);
    expect([near.nodes.length, near.total, near.deepest]).toEqual([2, 3, 2]);
  });
});

describe('what a version needs', () => {
  test('is what the planner chooses, also when another version is the newest', async () => {
    const { reader, save } = await openHouse([catalog('official')]);
    await save('official', 'disk', '1.0.0');
    await save('official', 'disk', '2.0.0');
    await save('official', 'log', '1.0.0', { needs: { disk: '<2.0.0' } });
    await save('official', 'web', '1.0.0', { needs: { disk: '', log: '' } });
    const { nodes, conflict } = await reader.getDependencyGraph({ ...flux, addon: 'web' }, english);
    expect(nodes.map(({ id, version }) => `${id} ${version}`)).toEqual(['web 1.0.0', 'disk 1.0.0', 'log 1.0.0']);
    expect(conflict).toBeUndefined();
  });

  test('is told with the conflict where nothing fits together', async () => {
    const { reader, save } = await openHouse([catalog('official')]);
    await save('official', 'disk', '1.0.0');
    await save('official', 'web', '1.0.0', { needs: { disk: '>=2.0.0' } });
    const graph = await reader.getDependencyGraph({ ...flux, addon: 'web' }, { lang: 'zh' });
    expect(graph.edges).toMatchObject([{ from: 'web', to: 'disk', state: 'conflict' }]);
    expect(graph.edges[0]?.text).toBe(graph.conflict?.facts.find(({ kind }) => kind === 'need')?.text);
    expect(graph.edges[0]?.text).toMatch(/[\u4e00-\u9fff]/);
  });

  test('of an addon that does not exist is not found', async () => {
    const { reader } = await openHouse([catalog('official')]);
    await expect(reader.getDependencyGraph(flux, english)).rejects.toMatchObject({ code: 'ADDON_NOT_FOUND' });
    await expect(reader.listDependents(flux)).rejects.toMatchObject({ code: 'ADDON_NOT_FOUND' });
  });
});
