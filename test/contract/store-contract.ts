import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CatalogStore, SourceRecord } from '../../registry/storage/types.ts';
import { aFinding, anEntry } from '../support/version-entry.ts';

/** Everything that the port CatalogStore promises, as tests on one adapter. `open` gives an empty store. */
export function describeStoreContract(open: () => Promise<CatalogStore>): void {
  let store: CatalogStore;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(async () => {
    await store.close();
  });

  test('an empty store has nothing, and generation 0', async () => {
    const id = { catalog: 'official', addon: 'fluxcd', key: '1.0.0' };
    expect(await store.findVersion(id)).toBeUndefined();
    expect(await store.findObservation(id)).toBeUndefined();
    expect(await store.listVersions({ catalog: 'official' })).toEqual([]);
    expect(await store.listObservations({ catalog: 'official' })).toEqual([]);
    expect(await store.listUnevaluated('rules-1')).toEqual([]);
    expect(await store.listEvaluations({ catalog: 'official', ruleSet: 'rules-1' })).toEqual([]);
    expect(await store.listSources()).toEqual([]);
    expect(await store.findSource('official/catalog')).toBeUndefined();
    expect(await store.findAdoption('official/catalog')).toBeUndefined();
    expect(await store.readGeneration('official')).toBe(0);
  });

  test('a saved version comes back whole, with what was said of it', async () => {
    const entry = anEntry();
    await store.saveVersion(entry);
    expect(await store.findVersion(entry.record)).toStrictEqual(entry.record);
    expect(await store.findObservation(entry.record)).toStrictEqual(entry.observation);
    expect(await store.findEvaluation(entry.record.treeDigest, 'rules-1')).toStrictEqual(entry.evaluation);
    expect(await store.readGeneration('official')).toBe(1);
  });

  test('a version without a readme, and with the names that real catalogs hold, comes back as it is', async () => {
    for (const [addon, key] of [
      ['Kubeflow Pipeline', 'latest'],
      ["o'reilly", '1.0.0+build.1'],
      ['工具', '0.0.1-beta'],
      ['', ''],
    ] as const) {
      const { record, ...rest } = anEntry({ addon, key, readmePath: undefined });
      await store.saveVersion({ record, ...rest });
      expect(await store.findVersion({ catalog: 'official', addon, key })).toStrictEqual(record);
    }
  });

  test('lists are ordered by addon name, then key, by code units', async () => {
    const names = ['b', 'a-b', 'B', 'a', '\u{1F6A2}', '\uFFFD', 'a'];
    for (const [index, addon] of names.entries()) await store.saveVersion(anEntry({ addon, key: `1.${9 + index}.0` }));
    const ids = (await store.listVersions({ catalog: 'official' })).map(({ addon, key }) => `${addon} ${key}`);
    expect(ids).toEqual([
      'B 1.11.0',
      'a 1.12.0',
      'a 1.15.0',
      'a-b 1.10.0',
      'b 1.9.0',
      '\u{1F6A2} 1.13.0',
      '\uFFFD 1.14.0',
    ]);
    const observed = await store.listObservations({ catalog: 'official' });
    expect(observed.map(({ addon, key }) => `${addon} ${key}`)).toEqual(ids);
  });

  test('a list holds one catalog, or one addon of it', async () => {
    await store.saveVersion(anEntry());
    await store.saveVersion(anEntry({ key: '1.1.0' }));
    await store.saveVersion(anEntry({ addon: 'velaux' }));
    await store.saveVersion(anEntry({ catalog: 'experimental' }));
    expect(await store.listVersions({ catalog: 'official' })).toHaveLength(3);
    expect(await store.listVersions({ catalog: 'official', addon: 'fluxcd' })).toHaveLength(2);
    expect(await store.listObservations({ catalog: 'official', addon: 'fluxcd' })).toHaveLength(2);
    expect(await store.listVersions({ catalog: 'nothing' })).toEqual([]);
  });

  test('a stored version is never overwritten', async () => {
    const entry = anEntry();
    await store.saveVersion(entry);
    await expect(store.saveVersion(anEntry({ content: 'other' }))).rejects.toThrow(
      'version official/fluxcd@1.0.0 is stored already and is never overwritten',
    );
    expect(await store.findVersion(entry.record)).toStrictEqual(entry.record);
    expect(await store.findEvaluation(anEntry({ content: 'other' }).record.treeDigest, 'rules-1')).toBeUndefined();
    expect(await store.readGeneration('official')).toBe(1);
  });

  test('what the caller changes afterwards does not reach the store', async () => {
    const entry = anEntry();
    const tags = entry.record.metadata.tags;
    await store.saveVersion(entry);
    tags.push('changed later');
    expect((await store.findVersion(entry.record))?.metadata.tags).toEqual(['gitops']);
  });

  test('replacing a version puts the new one in its place and raises the generation', async () => {
    await store.saveVersion(anEntry());
    const edited = anEntry({ content: 'edited' });
    await store.replaceVersion(edited);
    expect(await store.listVersions({ catalog: 'official' })).toStrictEqual([edited.record]);
    expect(await store.findObservation(edited.record)).toStrictEqual(edited.observation);
    expect(await store.readGeneration('official')).toBe(2);
    await store.replaceVersion(edited);
    expect(await store.readGeneration('official')).toBe(2);
  });

  test('replacing with the same content and other remarks keeps the version and raises the generation', async () => {
    const entry = anEntry();
    await store.saveVersion(entry);
    const remarked = { ...entry, observation: { ...entry.observation, findings: [aFinding('seen twice')] } };
    await store.replaceVersion(remarked);
    expect(await store.findVersion(entry.record)).toStrictEqual(entry.record);
    expect(await store.findObservation(entry.record)).toStrictEqual(remarked.observation);
    expect(await store.readGeneration('official')).toBe(2);
  });

  test('only a stored version can be replaced or observed', async () => {
    await expect(store.replaceVersion(anEntry())).rejects.toThrow('version official/fluxcd@1.0.0 is not stored');
    await expect(store.saveObservation(anEntry().observation)).rejects.toThrow(
      'version official/fluxcd@1.0.0 is not stored',
    );
    expect(await store.readGeneration('official')).toBe(0);
  });

  test('removing a version takes its observation along and keeps the evaluation of its content', async () => {
    const entry = anEntry();
    await store.saveVersion(entry);
    await store.removeVersion(entry.record);
    expect(await store.findVersion(entry.record)).toBeUndefined();
    expect(await store.findObservation(entry.record)).toBeUndefined();
    expect(await store.findEvaluation(entry.record.treeDigest, 'rules-1')).toStrictEqual(entry.evaluation);
    expect(await store.readGeneration('official')).toBe(2);
    await store.removeVersion(entry.record);
    expect(await store.readGeneration('official')).toBe(2);
    await store.saveVersion(entry);
    expect(await store.readGeneration('official')).toBe(3);
  });

  test('an observation is replaced, and only news raises the generation', async () => {
    const { observation, ...rest } = anEntry();
    await store.saveVersion({ observation, ...rest });
    await store.saveObservation(observation);
    expect(await store.readGeneration('official')).toBe(1);
    const next = { ...observation, findings: [aFinding('changed without a new number')] };
    await store.saveObservation(next);
    expect(await store.findObservation(observation)).toStrictEqual(next);
    expect(await store.readGeneration('official')).toBe(2);
  });

  test('generations count for each catalog alone', async () => {
    await store.saveVersion(anEntry());
    await store.saveVersion(anEntry({ key: '1.1.0', content: 'more' }));
    await store.saveVersion(anEntry({ catalog: 'experimental', content: 'else' }));
    expect(await store.readGeneration('official')).toBe(2);
    expect(await store.readGeneration('experimental')).toBe(1);
  });

  test('a new evaluation raises every catalog that holds the content, and no other', async () => {
    const entry = anEntry();
    await store.saveVersion(entry);
    await store.saveVersion(anEntry({ catalog: 'mirror' }));
    await store.saveVersion(anEntry({ catalog: 'other', content: 'other' }));
    const evaluation = { ...entry.evaluation, ruleSet: 'rules-2', findings: [] };
    await store.saveEvaluation(evaluation);
    await store.saveEvaluation(evaluation);
    expect(await store.findEvaluation(entry.record.treeDigest, 'rules-2')).toStrictEqual(evaluation);
    const generations = ['official', 'mirror', 'other'].map((catalog) => store.readGeneration(catalog));
    expect(await Promise.all(generations)).toEqual([2, 2, 1]);
  });

  test('evaluations are listed for the contents of one catalog and one rule set', async () => {
    const entries = ['x', 'y', 'z'].map((content, index) => anEntry({ content, key: `1.${index}.0` }));
    for (const entry of entries) await store.saveVersion(entry);
    await store.saveVersion(anEntry({ key: '2.0.0', content: 'x' }));
    await store.saveVersion(anEntry({ catalog: 'other', content: 'w' }));
    const listed = await store.listEvaluations({ catalog: 'official', ruleSet: 'rules-1' });
    const digests = entries.map((entry) => entry.record.treeDigest).sort();
    expect(listed.map((evaluation) => evaluation.treeDigest)).toEqual(digests);
  });

  test('what other rules said stands until the rules of now have spoken, and then no longer', async () => {
    const [first, second] = ['x', 'y'].map((content) => anEntry({ content, addon: content }));
    if (first === undefined || second === undefined) throw new Error('two entries were made');
    for (const entry of [first, second]) await store.saveVersion(entry);
    const newer = { ...first.evaluation, ruleSet: 'rules-2', findings: [] };
    await store.saveEvaluation(newer);
    const byDigest = (left: { treeDigest: string }, right: { treeDigest: string }) =>
      left.treeDigest < right.treeDigest ? -1 : 1;
    const expected = [newer, second.evaluation].sort(byDigest);
    for (const ruleSet of ['rules-2', 'rules-1']) {
      expect(await store.listEvaluations({ catalog: 'official', ruleSet })).toStrictEqual(expected);
      expect(await store.findEvaluation(newer.treeDigest, ruleSet)).toStrictEqual(newer);
    }
    expect((await store.listUnevaluated('rules-2')).map(({ addon }) => addon)).toEqual(['y']);
  });

  test('what a rule set has not seen is listed once for each content', async () => {
    await store.saveVersion(anEntry({ key: '1.1.0', content: 'x' }));
    await store.saveVersion(anEntry({ key: '1.0.0', content: 'x' }));
    await store.saveVersion(anEntry({ catalog: 'mirror', content: 'x' }));
    const other = anEntry({ addon: 'velaux', content: 'y' });
    await store.saveVersion(other);
    expect(await store.listUnevaluated('rules-1')).toEqual([]);
    const unseen = await store.listUnevaluated('rules-2');
    expect(unseen.map(({ catalog, addon, key }) => [catalog, addon, key])).toEqual([
      ['mirror', 'fluxcd', '1.0.0'],
      ['official', 'velaux', '1.0.0'],
    ]);
    await store.saveEvaluation({ treeDigest: other.record.treeDigest, ruleSet: 'rules-2', findings: [] });
    expect(await store.listUnevaluated('rules-2')).toHaveLength(1);
  });

  test('the state of a source is replaced and raises no generation', async () => {
    const pending: SourceRecord = {
      source: 'official/catalog',
      catalog: 'official',
      condition: 'pending',
      revision: undefined,
      lastRun: undefined,
      settings: undefined,
      lastSuccess: undefined,
      message: undefined,
      findings: [],
    };
    const time = '2024-01-02T03:04:05.678Z';
    const ok = {
      ...pending,
      condition: 'ok',
      revision: 'abc',
      settings: 'main',
      lastRun: time,
      lastSuccess: time,
    } as const;
    await store.saveSource(pending);
    expect(await store.findSource('official/catalog')).toStrictEqual(pending);
    await store.saveSource(ok);
    await store.saveSource({ ...ok, source: 'chandlery/addons', message: 'late', findings: [aFinding()] });
    expect(await store.findSource('official/catalog')).toStrictEqual(ok);
    expect((await store.listSources()).map((record) => record.source)).toEqual([
      'chandlery/addons',
      'official/catalog',
    ]);
    expect(await store.readGeneration('official')).toBe(0);
  });

  test('of several adoptions the newest recorded counts, whatever its time says', async () => {
    const source = 'official/catalog';
    await store.saveAdoption({ source, revision: 'one', recorded: '2024-01-02T00:00:00.000Z' });
    await store.saveAdoption({ source, revision: 'two', recorded: '2023-01-02T00:00:00.000Z' });
    await store.saveAdoption({ source: 'other/x', revision: 'three', recorded: '2024-01-02T00:00:00.000Z' });
    expect(await store.findAdoption(source)).toStrictEqual({
      source,
      revision: 'two',
      recorded: '2023-01-02T00:00:00.000Z',
    });
  });

  test('many writers and readers at once see whole entries only', async () => {
    const entries = Array.from({ length: 40 }, (_, index) => anEntry({ key: `1.${index}.0`, content: String(index) }));
    const writing = Promise.all(entries.map((entry) => store.saveVersion(entry)));
    for (let turn = 0; turn < 20; turn += 1) {
      const [generation, versions] = await Promise.all([
        store.readGeneration('official'),
        store.listVersions({ catalog: 'official' }),
      ]);
      expect(versions.length).toBeGreaterThanOrEqual(generation);
      for (const version of versions) expect(await store.findObservation(version)).toBeDefined();
    }
    await writing;
    expect(await store.listVersions({ catalog: 'official' })).toHaveLength(40);
    expect(await store.readGeneration('official')).toBe(40);
  });
}
