import { beforeEach, describe, expect, test } from 'vitest';
import type { DefinitionFacts } from '../../schemas/definition.ts';
import { aDefinition, aLineEvaluation } from '../../test/support/line-evaluation.ts';
import { aFinding, anEntry } from '../../test/support/version-entry.ts';
import { packAddon } from '../addon/pack-addon.ts';
import { digestOf } from '../digest.ts';
import { createMemorySearchIndex } from '../search/memory/create-memory-search-index.ts';
import { createMemoryBlobStore } from '../storage/memory/memory-blob-store.ts';
import { createMemoryCatalogStore } from '../storage/memory/memory-catalog-store.ts';
import type { CatalogStore, LineRules } from '../storage/types.ts';
import { createDefinitionReader } from './create-definition-reader.ts';
import { createTreeReader } from './create-tree-reader.ts';
import type { DefinitionReader } from './definition-types.ts';
import { openCatalogViews } from './open-catalog-views.ts';
import { createCatalogueSearch } from './search/create-catalogue-search.ts';

const lines: readonly LineRules[] = (['1.9', '1.10', '1.11'] as const).map((line) => ({ line, ruleSet: 'lines-1' }));
const catalogs = ['official', 'experimental'].map((name) => ({ name, title: name, dependsOn: [] }));

/** One version with its definitions, whose texts are their files' content. */
interface Brought {
  readonly catalog?: string;
  readonly addon: string;
  readonly version: string;
  readonly definitions: readonly (Partial<DefinitionFacts> & { readonly text?: string })[];
}

async function openHouse(brought: readonly Brought[]) {
  const store: CatalogStore = createMemoryCatalogStore();
  const blobs = createMemoryBlobStore();
  const asked: string[] = [];
  for (const { catalog = 'official', addon, version, definitions } of brought) {
    const facts = definitions.map((definition) => aDefinition({ text: 'template: {}', ...definition }));
    const files = facts.map(({ file }, index) => ({
      path: file,
      mode: '0644' as const,
      bytes: new TextEncoder().encode(definitions[index]?.text ?? 'template: {}'),
    }));
    const { record, observation } = anEntry({ catalog, addon, key: version, version });
    const archive = packAddon({ files }, { ...record.metadata, name: addon, version });
    await blobs.saveBlob(archive.bytes);
    const { digest, treeDigest } = archive;
    const evaluation = {
      treeDigest,
      ruleSet: 'text',
      findings: [{ ...aFinding('of the text'), file: 'definitions/helm.cue' }],
    };
    await store.saveVersion({ record: { ...record, digest, treeDigest }, observation, evaluation });
    const { evaluation: line } = aLineEvaluation({
      findings: [{ ...aFinding('of the line'), file: 'definitions/helm.cue', for: ['1.10'] }, aFinding('elsewhere')],
      facts: { definitions: facts },
    });
    await store.saveLineEvaluations([{ treeDigest, ruleSet: 'lines-1', evaluation: line }]);
  }
  const views = await openCatalogViews({ store, catalogs, ruleSet: 'text', lines });
  const { listDefinitions, getDefinitions } = createCatalogueSearch({
    views,
    catalogs,
    store,
    blobs,
    lines,
    index: createMemorySearchIndex(),
    patienceMs: 10_000,
    onTrouble: (error) => {
      throw error;
    },
  });
  const reader = createDefinitionReader({
    views,
    listDefinitions,
    getDefinitions,
    store,
    trees: createTreeReader({ blobs }),
    lines,
    ruleSet: 'text',
    interpreter: {
      async readDefinition({ file, content, line }) {
        asked.push(`${file} ${line}`);
        const text = new TextDecoder().decode(content);
        if (text.startsWith('bad')) {
          return {
            conversion: { kind: 'refused', file, message: 'no metadata found, invalid', findings: [] },
            findings: [],
          };
        }
        const object = { kind: 'ComponentDefinition', spec: { line, text } };
        return {
          conversion: { kind: 'converted', file, object, findings: [] },
          document: { ...aDefinition({ file }), object, parameters: [] },
          findings: [],
        };
      },
      toCue: (object) => `// ${String(object['kind'])}\n`,
    },
  });
  return { reader, asked, store, views };
}

let reader: DefinitionReader;
let asked: readonly string[];
const helm = { kind: 'component', name: 'helm' } as const;

beforeEach(async () => {
  ({ reader, asked } = await openHouse([
    {
      addon: 'fluxcd',
      version: '1.0.0',
      definitions: [{ text: 'one' }, { kind: 'trait', name: 'gone', file: 'definitions/gone.cue' }],
    },
    { addon: 'fluxcd', version: '1.1.0', definitions: [{ text: 'one' }] },
    { addon: 'fluxcd', version: '1.2.0', definitions: [{ text: 'two', alias: 'Chart' }] },
    { addon: 'fluxcd', version: '2.0.0-beta.1', definitions: [{ text: 'three' }] },
    { addon: 'argocd', version: '1.0.0', definitions: [{ text: 'other' }] },
    { addon: 'argocd', version: '1.1.0', definitions: [] },
    {
      catalog: 'experimental',
      addon: 'charts',
      version: '0.1.0',
      definitions: [{ file: 'definitions/helm.yaml', form: 'yaml' }],
    },
    { catalog: 'experimental', addon: 'broken', version: '0.1.0', definitions: [{ name: 'broken', text: 'bad' }] },
  ]));
});

describe('lists', () => {
  test('each name stands once, with all who bring it, the default owner first', async () => {
    const page = await reader.listDefinitions({});
    expect(page.items.map(({ kind, name }) => `${kind}/${name}`)).toEqual([
      'component/broken',
      'trait/gone',
      'component/helm',
    ]);
    expect(page.items[2]).toMatchObject({
      alias: 'Chart',
      owners: [
        { catalog: 'official', addon: 'fluxcd', version: '1.2.0', versions: 4, current: true },
        { catalog: 'official', addon: 'argocd', version: '1.0.0', versions: 1, current: false },
        { catalog: 'experimental', addon: 'charts', version: '0.1.0', versions: 1, current: true },
      ],
    });
    expect(page.facets).toEqual({
      kinds: [
        { value: 'component', count: 2 },
        { value: 'trait', count: 1 },
      ],
      catalogs: [
        { value: 'experimental', count: 2 },
        { value: 'official', count: 2 },
      ],
      addons: [
        { value: 'fluxcd', count: 2 },
        { value: 'argocd', count: 1 },
        { value: 'broken', count: 1 },
        { value: 'charts', count: 1 },
      ],
    });
  });

  test.each([
    [{ kind: 'trait' }, ['gone']],
    [{ q: 'CHART helm' }, ['helm', 'broken', 'gone']],
    [{ q: 'kind:trait helm' }, ['gone']],
    [{ q: 'catalog:experimental' }, ['broken', 'helm']],
    [{ catalog: 'experimental' }, ['broken', 'helm']],
    [{ addon: 'argocd' }, ['helm']],
    [{ catalog: 'experimental', addon: 'fluxcd' }, []],
    [{ limit: 1 }, ['broken']],
  ] as const)('narrowed by %j', async (query, names) => {
    expect((await reader.listDefinitions(query)).items.map(({ name }) => name)).toEqual(names);
  });

  test('pages follow each other', async () => {
    const first = await reader.listDefinitions({ limit: 2 });
    const second = await reader.listDefinitions({ limit: 2, cursor: first.next ?? '' });
    expect([first.total, second.items.length, second.next]).toEqual([3, 1, undefined]);
    await expect(reader.listDefinitions({ cursor: 'x' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });
});

describe('one definition', () => {
  test('is the newest stable one of the first catalog, with its document on the default line', async () => {
    const detail = await reader.getDefinition(helm);
    expect(detail).toMatchObject({
      shown: { catalog: 'official', addon: 'fluxcd', version: '1.2.0', digest: digestOf('two') },
      for: '1.10',
      facts: { alias: 'Chart' },
      document: { object: { spec: { line: '1.10', text: 'two' } } },
      source: 'two',
    });
    expect(detail.findings.map(({ message }) => message)).toEqual(['of the line', 'of the text']);
    expect(detail.owners.map(({ addon, versions }) => [addon, versions.map(({ version }) => version)])).toEqual([
      ['fluxcd', ['2.0.0-beta.1', '1.2.0', '1.1.0', '1.0.0']],
      ['argocd', ['1.0.0']],
      ['charts', ['0.1.0']],
    ]);
  });

  test.each([
    [{ version: 'v1.0.0' }, 'fluxcd 1.0.0 one'],
    [{ version: 'latest' }, 'fluxcd 1.2.0 two'],
    [{ version: '2.0.0-beta.1' }, 'fluxcd 2.0.0-beta.1 three'],
    [{ version: '0.1.0' }, 'charts 0.1.0 template: {}'],
    [{ addon: 'argocd' }, 'argocd 1.0.0 other'],
    [{ catalog: 'experimental' }, 'charts 0.1.0 template: {}'],
  ])('narrowed by %j', async (narrowing, found) => {
    const { shown, source } = await reader.getDefinition({ ...helm, ...narrowing });
    expect(`${shown.addon} ${shown.version} ${source}`).toBe(found);
  });

  test.each([
    [{ kind: 'policy', name: 'helm' }, 'no definition of the kind "policy" is called "helm"'],
    [
      { ...helm, addon: 'argocd', version: '1.1.0' },
      'no definition of the kind "component" is called "helm" in the addon "argocd" at 1.1.0',
    ],
    [{ ...helm, catalog: 'nobody' }, 'no definition of the kind "component" is called "helm" in the catalog "nobody"'],
  ] as const)('%j is not there', async (reference, message) => {
    await expect(reader.getDefinition(reference)).rejects.toMatchObject({ code: 'DEFINITION_NOT_FOUND', message });
  });

  test('that a line refuses says so in its words, and tells what is known all the same', async () => {
    const { document, refused, facts } = await reader.getDefinition({
      kind: 'component',
      name: 'broken',
      line: '1.11',
    });
    expect([document, refused, facts.name]).toEqual([undefined, 'no metadata found, invalid', 'broken']);
  });

  test('one text is read once for a line, whoever has it', async () => {
    await reader.getDefinition({ ...helm, version: '1.0.0' });
    await reader.getDefinition({ ...helm, version: '1.1.0' });
    await reader.getDefinitionFile({ ...helm, version: '1.0.0' }, 'yaml');
    await reader.getDefinition({ ...helm, version: '1.0.0', line: '1.9' });
    expect(asked).toEqual(['definitions/helm.cue 1.10', 'definitions/helm.cue 1.9']);
  });
});

test('the history names the versions at which the text changed, newest first', async () => {
  const changes = async (name: 'helm' | 'gone', addon: string, kind: 'component' | 'trait' = 'component') =>
    (await reader.getDefinitionHistory({ kind, name, addon })).items.map(({ version, change, digest }) => [
      version,
      change,
      digest,
    ]);
  expect(await changes('helm', 'fluxcd')).toEqual([
    ['2.0.0-beta.1', 'changed', digestOf('three')],
    ['1.2.0', 'changed', digestOf('two')],
    ['1.0.0', 'added', digestOf('one')],
  ]);
  expect(await changes('gone', 'fluxcd', 'trait')).toEqual([
    ['1.1.0', 'removed', undefined],
    ['1.0.0', 'added', digestOf('template: {}')],
  ]);
});

describe('files', () => {
  test('CUE is the author’s text, or made of the object', async () => {
    expect((await reader.getDefinitionFile(helm, 'cue')).text).toBe('two');
    expect((await reader.getDefinitionFile({ ...helm, catalog: 'experimental' }, 'cue')).text).toBe(
      '// ComponentDefinition\n',
    );
  });

  test('YAML is the object as the line writes it, and others are named', async () => {
    const { text, shown, others } = await reader.getDefinitionFile({ ...helm, line: '1.9' }, 'yaml');
    expect(text).toBe('kind: ComponentDefinition\nspec:\n  line: "1.9"\n  text: two\n');
    expect([shown, ...others].map(({ addon, version }) => `${addon} ${version}`)).toEqual([
      'fluxcd 1.2.0',
      'argocd 1.0.0',
      'charts 0.1.0',
    ]);
  });

  test('of a definition that the line refuses there is none', async () => {
    await expect(reader.getDefinitionFile({ kind: 'component', name: 'broken' }, 'yaml')).rejects.toMatchObject({
      code: 'DEFINITION_REFUSED',
      message: 'KubeVela 1.10 refuses it: no metadata found, invalid',
    });
  });
});

test('what changes in the store is seen when the view is', async () => {
  const house = await openHouse([{ addon: 'fluxcd', version: '1.0.0', definitions: [{}] }]);
  expect((await house.reader.listDefinitions({})).total).toBe(1);
  const [version] = await house.store.listVersions({ catalog: 'official' });
  const { evaluation } = aLineEvaluation({ facts: { definitions: [aDefinition(), aDefinition({ name: 'new' })] } });
  await house.store.saveLineEvaluations([
    { treeDigest: version?.treeDigest ?? digestOf(''), ruleSet: 'lines-1', evaluation },
  ]);
  expect((await house.reader.listDefinitions({})).total).toBe(1);
  await house.views.refresh('official');
  expect((await house.reader.listDefinitions({})).total).toBe(2);
});
