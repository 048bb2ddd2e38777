import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { toFindingMarks } from '../../registry/storage/finding-marks.ts';
import type { CatalogStore } from '../../registry/storage/types.ts';
import { aDefinition, aLineEvaluation } from '../support/line-evaluation.ts';
import { aFinding, anEntry } from '../support/version-entry.ts';

/** What the port CatalogStore promises of results of release lines. `open` gives an empty store. */
export function describeLineEvaluationContract(open: () => Promise<CatalogStore>): void {
  let store: CatalogStore;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(async () => {
    await store.close();
  });
  const rules = [
    { line: '1.9', ruleSet: 'lines-1' },
    { line: '1.10', ruleSet: 'lines-1' },
  ] as const;
  const { treeDigest } = anEntry().record;

  test('an empty store has none', async () => {
    expect(await store.listVerdicts({ catalog: 'official' })).toEqual([]);
    expect(await store.listLineFindings(treeDigest)).toEqual([]);
    expect(await store.findFacts({ treeDigest, line: '1.10' }, ['effects'])).toBeUndefined();
    expect(await store.listDefinitions({ treeDigest, line: '1.10' })).toEqual([]);
    expect(await store.listDefinitionEntries({ catalog: 'official', lines: ['1.10'] })).toEqual([]);
    expect(await store.listQuestions(rules)).toEqual([]);
    expect(await store.pruneLineEvaluations(['1.10'])).toBe(0);
  });

  test('what lists need comes for a whole catalog, ordered by content and line', async () => {
    await store.saveVersion(anEntry());
    await store.saveVersion(anEntry({ key: '1.1.0', content: 'more' }));
    await store.saveVersion(anEntry({ catalog: 'other', content: 'other' }));
    const refused = aLineEvaluation({ line: '1.11', render: 'refused', reason: 'list arithmetic\nis gone' });
    const asking = aLineEvaluation({ line: '1.9', render: 'needs-parameters', parameters: ['a.b', 'c'], findings: [] });
    const more = aLineEvaluation({ content: 'more' });
    await store.saveLineEvaluations([refused, asking, more, aLineEvaluation({ content: 'other' })]);
    const verdicts = await store.listVerdicts({ catalog: 'official' });
    // Sorting keeps the order of lines within a content.
    const expected = [asking, refused, more].map(({ treeDigest: tree, ruleSet, evaluation }) => ({
      treeDigest: tree,
      line: evaluation.line,
      ruleSet,
      render: evaluation.render,
      parameters: evaluation.parameters,
      reason: evaluation.reason,
      findingMarks: toFindingMarks(evaluation.findings),
    }));
    const byContent = (left: { treeDigest: string }, right: { treeDigest: string }) =>
      left.treeDigest < right.treeDigest ? -1 : Number(left.treeDigest > right.treeDigest);
    expect(verdicts).toStrictEqual(expected.toSorted(byContent));
  });

  test('findings and facts come back whole, and only the parts that are asked for', async () => {
    await store.saveVersion(anEntry());
    const old = aLineEvaluation({ line: '1.9', findings: [] });
    const record = aLineEvaluation({
      findings: [aFinding('one "quoted"'), { ...aFinding('两'), for: ['1.10'] }],
      facts: { schema: { type: 'object', properties: { image: { type: 'string' } } }, minimumVela: '1.10.0' },
    });
    await store.saveLineEvaluations([record, old]);
    expect(await store.listLineFindings(treeDigest)).toStrictEqual([
      { line: '1.9', findings: [] },
      { line: '1.10', findings: record.evaluation.findings },
    ]);
    const { definitions, ...facts } = record.evaluation.facts;
    const all = ['parameters', 'definitionParameters', 'schema', 'effects', 'uses', 'links', 'minimumVela'] as const;
    expect(await store.findFacts({ treeDigest, line: '1.10' }, all)).toStrictEqual(facts);
    expect(await store.findFacts({ treeDigest, line: '1.10' }, ['links'])).toStrictEqual({ links: facts.links });
    expect(await store.findFacts({ treeDigest, line: '1.9' }, ['schema', 'minimumVela'])).toStrictEqual({});
    expect(await store.findFacts({ treeDigest, line: '1.11' }, all)).toBeUndefined();
  });

  test('definitions come back whole, in the order of the line', async () => {
    await store.saveVersion(anEntry());
    const definitions = [
      aDefinition({ kind: 'trait', name: 'z', alias: 'Z', version: '1.2.3', appliesTo: ['*'], conflictsWith: ['a'] }),
      aDefinition({ deprecated: true }),
      aDefinition({ file: 'definitions/again.yaml', form: 'yaml' }),
    ];
    await store.saveLineEvaluations([aLineEvaluation({ facts: { definitions } })]);
    expect(await store.listDefinitions({ treeDigest, line: '1.10' })).toStrictEqual(definitions);
    expect(await store.listDefinitions({ treeDigest, line: '1.9' })).toEqual([]);
  });

  test('entries describe each definition once, by the first line that found it', async () => {
    await store.saveVersion(anEntry());
    await store.saveVersion(anEntry({ catalog: 'other', content: 'other' }));
    const said = (description: string) => aDefinition({ description });
    await store.saveLineEvaluations([
      aLineEvaluation({ line: '1.9', facts: { definitions: [said('by 1.9'), aDefinition({ name: 'old' })] } }),
      aLineEvaluation({ line: '1.10', facts: { definitions: [said('by 1.10')] } }),
      aLineEvaluation({ line: '1.11', facts: { definitions: [said('by 1.11'), aDefinition({ name: 'new' })] } }),
      aLineEvaluation({ content: 'other', facts: { definitions: [aDefinition({ name: 'elsewhere' })] } }),
    ]);
    const list = async (lines: readonly ('1.9' | '1.10' | '1.11')[]) =>
      (await store.listDefinitionEntries({ catalog: 'official', lines })).map(({ name, description }) => [
        name,
        description,
      ]);
    expect(await list(['1.10', '1.9'])).toEqual([
      ['helm', 'by 1.10'],
      ['old', aDefinition().description],
    ]);
    expect(await list(['1.11', '1.10'])).toEqual([
      ['helm', 'by 1.11'],
      ['new', aDefinition().description],
    ]);
    const [entry] = await store.listDefinitionEntries({ catalog: 'other', lines: ['1.10'] });
    const { kind, file, schematic, deprecated, digest, description } = aDefinition();
    const { treeDigest: tree } = anEntry({ content: 'other' }).record;
    expect(entry).toStrictEqual({
      treeDigest: tree,
      kind,
      name: 'elsewhere',
      file,
      schematic,
      description,
      deprecated,
      digest,
    });
  });

  describe('generations', () => {
    test('results that come together raise each catalog that holds one of them once', async () => {
      await store.saveVersion(anEntry());
      await store.saveVersion(anEntry({ key: '1.1.0', content: 'more' }));
      await store.saveVersion(anEntry({ catalog: 'mirror' }));
      await store.saveVersion(anEntry({ catalog: 'other', content: 'other' }));
      const records = [aLineEvaluation({ line: '1.9' }), aLineEvaluation(), aLineEvaluation({ content: 'more' })];
      await store.saveLineEvaluations(records);
      const generations = async () =>
        Promise.all(['official', 'mirror', 'other'].map((catalog) => store.readGeneration(catalog)));
      expect(await generations()).toEqual([3, 2, 1]);
      await store.saveLineEvaluations(records);
      expect(await generations()).toEqual([3, 2, 1]);
      await store.saveLineEvaluations([aLineEvaluation({ facts: { definitions: [] } })]);
      expect(await generations()).toEqual([4, 3, 1]);
      expect(await store.listDefinitions({ treeDigest, line: '1.10' })).toEqual([]);
    });

    test('a result of a content that nobody holds raises none', async () => {
      await store.saveLineEvaluations([aLineEvaluation()]);
      expect(await store.readGeneration('official')).toBe(0);
    });
  });

  test('a newer result takes the place of the older one, which stands until then', async () => {
    await store.saveVersion(anEntry());
    await store.saveLineEvaluations([aLineEvaluation({ render: 'refused', reason: 'no' })]);
    const next = [{ line: '1.10', ruleSet: 'lines-2' }] as const;
    expect(await store.listQuestions(next)).toHaveLength(1);
    expect(await store.listVerdicts({ catalog: 'official' })).toMatchObject([
      { ruleSet: 'lines-1', render: 'refused' },
    ]);
    await store.saveLineEvaluations([aLineEvaluation({ ruleSet: 'lines-2' })]);
    expect(await store.listVerdicts({ catalog: 'official' })).toMatchObject([
      { ruleSet: 'lines-2', render: 'works', reason: undefined },
    ]);
    expect(await store.listQuestions(next)).toEqual([]);
  });

  test('questions name each content once with its open lines, published last first', async () => {
    const at = (day: string) => `2024-01-${day}T00:00:00.000Z`;
    await store.saveVersion(anEntry({ key: '1.0.0', content: 'x', published: at('01') }));
    await store.saveVersion(anEntry({ key: '2.0.0', content: 'x', published: at('09') }));
    await store.saveVersion(anEntry({ key: '1.1.0', content: 'y', published: at('05') }));
    await store.saveVersion(anEntry({ catalog: 'b', addon: 'web', content: 'z', published: at('05') }));
    await store.saveVersion(anEntry({ addon: 'done', content: 'd', published: at('20') }));
    await store.saveLineEvaluations([
      aLineEvaluation({ content: 'd', line: '1.9' }),
      aLineEvaluation({ content: 'd' }),
      aLineEvaluation({ content: 'y', line: '1.9' }),
      aLineEvaluation({ content: 'y', ruleSet: 'lines-0' }),
    ]);
    const question = (catalog: string, addon: string, key: string, content: string, lines: readonly string[]) => ({
      catalog,
      addon,
      key,
      treeDigest: anEntry({ content }).record.treeDigest,
      lines,
    });
    expect(await store.listQuestions(rules)).toStrictEqual([
      question('official', 'fluxcd', '2.0.0', 'x', ['1.9', '1.10']),
      question('b', 'web', '1.0.0', 'z', ['1.9', '1.10']),
      question('official', 'fluxcd', '1.1.0', 'y', ['1.10']),
    ]);
    expect(await store.listQuestions([])).toEqual([]);
  });

  test('what nobody holds and lines that nobody wants are removed', async () => {
    const entry = anEntry();
    await store.saveVersion(entry);
    await store.saveVersion(anEntry({ key: '1.1.0', content: 'more' }));
    await store.saveLineEvaluations([
      aLineEvaluation(),
      aLineEvaluation({ line: '1.11' }),
      aLineEvaluation({ content: 'more' }),
      aLineEvaluation({ content: 'gone' }),
    ]);
    await store.removeVersion(entry.record);
    expect(await store.pruneLineEvaluations(['1.9', '1.10'])).toBe(3);
    expect(await store.pruneLineEvaluations(['1.9', '1.10'])).toBe(0);
    expect(await store.listVerdicts({ catalog: 'official' })).toHaveLength(1);
    expect(await store.listDefinitions({ treeDigest, line: '1.10' })).toEqual([]);
    expect(await store.listDefinitionEntries({ catalog: 'official', lines: ['1.10'] })).toHaveLength(1);
  });
}
