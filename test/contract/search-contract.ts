import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SearchDocument, SearchIndex, SearchQuery } from '../../registry/search/types.ts';
import { anAddonDocument, shopDocuments, toBatches } from '../support/search-documents.ts';

/** What every search index keeps to; `open` makes an empty one of its own each time. An index that is asked over HTTP takes fewer runs of each law. */
export function describeSearchContract(open: () => Promise<SearchIndex>, { numRuns = 40 } = {}): void {
  let index: SearchIndex;
  beforeEach(async () => {
    index = await open();
  });
  afterEach(async () => {
    await index.close();
  });

  const ask = (text: string, more: Partial<SearchQuery> = {}) => index.search({ text, limit: 100, ...more });
  const findNames = async (text: string, more: Partial<SearchQuery> = {}) =>
    (await ask(text, more)).hits.map(({ document }) => document.name);

  describe('over a small shop', () => {
    beforeEach(() => index.save(toBatches(shopDocuments)));

    test.each([
      ['fluxcd', 'fluxcd'],
      ['FluxCD', 'fluxcd'],
      ['flux-cd', 'fluxcd'],
      ['flux cd', 'fluxcd'],
      ['fluxdc', 'fluxcd'],
      ['certmanager', 'cert-manager'],
      ['cert manager', 'cert-manager'],
      ['cert_manager', 'cert-manager'],
      ['CertManager', 'cert-manager'],
      ['cert-manger', 'cert-manager'],
      ['certmanger', 'cert-manager'],
      ['promethues', 'prometheus-server'],
      ['prom', 'prometheus-server'],
      ['prometh serv', undefined],
      ['terafrom', 'terraform-aws'],
      ['observabilty', 'prometheus-server'],
      ['k8s certificates', 'cert-manager'],
      ['object storage', 'terraform-aws'],
      ['hpa', 'keda-auto-scaler'],
      ['monitoring', 'prometheus-server'],
      ['数据库', 'mysql-operator'],
      ['管理数据库', 'mysql-operator'],
      ['创建', 'mysql-operator'],
      ['库', 'mysql-operator'],
      ['cafe', 'café'],
      ['CAFÉ', 'café'],
      ['wide unicode', 'café'],
      ['queueName', 'triggers[].metadata.queueName'],
      ['queue name', 'triggers[].metadata.queueName'],
      ['onlyhelm', 'onlyHelmComponents'],
      ['which addon gives me a trait that scales', 'keda'],
    ])('%j finds %s first', async (text, first) => {
      expect((await findNames(text))[0]).toBe(first);
    });

    test.each(['helm release', 'helm-release', 'helmrelease', 'HelmRelease', 'helm_release'])(
      '%j finds what is written in any of these ways',
      async (text) => {
        expect(await findNames(text)).toEqual(['helm']);
      },
    );

    test('a name that is the question comes before everything that speaks of it', async () => {
      expect(await findNames('fluxcd')).toEqual(['fluxcd', 'helm', 'onlyHelmComponents', 'prometheus-server']);
      expect((await findNames('helm'))[0]).toBe('helm');
    });

    test('all words must be found', async () => {
      expect(await findNames('fluxcd metrics')).toEqual(['prometheus-server']);
      expect(await findNames('keda certificates')).toEqual([]);
    });

    test.each(['', '   ', '"', "' OR 1=1 --", '!!!', '()', '***', '🚀🚀', '\ud800', '\u0000', '-', '^"NEAR("'])(
      '%j is no error',
      async (text) => {
        const { total, hits } = await ask(text);
        expect(hits).toHaveLength(total);
      },
    );

    test.each(['', '   ', '!!!', '🚀', '\udc00\ud800', '"*^:(){}[]+-/\\'])('%j finds all', async (text) => {
      expect((await ask(text)).total).toBe(shopDocuments.length);
    });

    test.each([
      ['fluxcd AND', ['fluxcd']],
      ['"fluxcd"', ['fluxcd']],
      ['name:fluxcd', []],
      ['NEAR(fluxcd)', []],
      ['{name}:fluxcd*', []],
      ['fluxcd\u0000', ['fluxcd']],
    ])('operators in %j are words or nothing', async (text, first) => {
      expect((await findNames(text)).slice(0, 1)).toEqual(first);
    });

    test('a question of 10 000 characters is answered by its beginning', async () => {
      expect((await findNames(`fluxcd ${' '.repeat(10_000)}nothing`))[0]).toBe('fluxcd');
      for (const text of ['a'.repeat(10_000), 'a '.repeat(5_000), '"'.repeat(10_000), '数据库'.repeat(3_333)]) {
        const { total, hits } = await ask(text);
        expect(hits).toHaveLength(total);
      }
    });

    test.each([
      ['promethues', 'prometheus'],
      ['fluxdc helm', 'fluxcd helm'],
      ['cert-manger', 'cert-manager'],
      ['  Terafrom cloud ', 'Terraform cloud'.toLowerCase()],
      ['keda certificates', undefined],
    ])('%j was probably meant as %j', async (text, meant) => {
      if (meant !== undefined) expect((await ask(text)).didYouMean).toBe(meant);
    });

    test('what is spelled well gets no suggestion', async () => {
      for (const text of ['fluxcd', 'prom', 'cert manager', 'k8s', '数据库', '']) {
        expect((await ask(text)).didYouMean).toBeUndefined();
      }
    });

    test('a suggestion for words that nothing has together finds something', async () => {
      for (const text of ['keda certificates', 'fluxcd xylophone', 'xylophone promethues']) {
        const { total, didYouMean } = await ask(text);
        expect(total).toBe(0);
        expect(didYouMean).toBeDefined();
        expect((await ask(didYouMean ?? '')).total).toBeGreaterThan(0);
      }
      expect((await ask('xylophone')).didYouMean).toBeUndefined();
    });

    test('facets count what was found, each as if it were not narrowed by itself', async () => {
      const { facets, total } = await ask('', {
        narrow: { type: ['addon'], tag: ['gitops', 'autoscale'] },
        facets: ['type', 'tag', 'works', 'provides', 'kind', 'catalog'],
      });
      expect(total).toBe(2);
      expect(facets).toEqual({
        type: [{ value: 'addon', count: 2 }],
        tag: [
          { value: 'autoscale', count: 1 },
          { value: 'cloud', count: 1 },
          { value: 'extended_workload', count: 1 },
          { value: 'gitops', count: 1 },
          { value: 'observability', count: 1 },
          { value: 'security', count: 1 },
          { value: 'terraform', count: 1 },
          { value: '数据库', count: 1 },
        ],
        works: [
          { value: '1.10', count: 2 },
          { value: '1.9', count: 1 },
        ],
        provides: [
          { value: 'component', count: 1 },
          { value: 'trait', count: 1 },
        ],
        kind: [],
        catalog: [{ value: 'official', count: 2 }],
      });
    });

    test('narrowing by nothing that exists, or by no value, leaves nothing', async () => {
      expect((await ask('', { narrow: { tag: ['__proto__'] } })).total).toBe(0);
      expect((await ask('', { narrow: { tag: [] } })).total).toBe(0);
      expect((await ask('fluxcd', { narrow: { kind: ['component'] } })).total).toBe(1);
    });

    test('hits say why they were found', async () => {
      const reasonsOf = async (text: string) => (await ask(text, { explain: true, limit: 1 })).hits[0]?.reasons;
      expect(await reasonsOf('FluxCD')).toEqual([{ field: 'name', word: 'fluxcd', asked: 'FluxCD', by: 'exact' }]);
      expect(await reasonsOf('k8s certif')).toEqual([
        { field: 'description', word: 'certificates', asked: 'certif', by: 'prefix' },
        { field: 'description', word: 'kubernetes', asked: 'k8s', by: 'synonym' },
      ]);
      expect(await reasonsOf('promethues')).toEqual([
        { field: 'name', word: 'prometheus', asked: 'promethues', by: 'typo' },
      ]);
      expect((await ask('fluxcd')).hits.flatMap(({ reasons }) => reasons)).toEqual([]);
    });

    test('a hit is the document as it was saved, without its long text', async () => {
      const [hit] = (await ask('fluxcd', { limit: 1 })).hits;
      const { body, ...found } = shopDocuments[0] ?? anAddonDocument({ name: '' });
      expect(hit?.document).toEqual(found);
    });

    test('pages follow each other without gap or overlap', async () => {
      const { hits, total } = await ask('');
      const paged: string[] = [];
      for (let offset = 0; offset < total; offset += 3) {
        const page = await ask('', { limit: 3, offset });
        expect(page.total).toBe(total);
        paged.push(...page.hits.map(({ document }) => document.id));
      }
      expect(paged).toEqual(hits.map(({ document }) => document.id));
      expect((await ask('', { offset: 1_000 })).hits).toEqual([]);
      expect((await ask('', { limit: 0 })).hits).toEqual([]);
    });
  });

  test('groups are replaced and removed as one, and their fingerprints are listed', async () => {
    await index.save(toBatches(shopDocuments));
    expect([...(await index.listGroups()).keys()].sort()).toEqual(
      toBatches(shopDocuments)
        .map(({ group }) => group)
        .sort(),
    );
    const fluxcd = anAddonDocument({ name: 'fluxcd', description: 'nothing but zebras' });
    await index.save([{ group: 'official/fluxcd', fingerprint: 'two', documents: [fluxcd] }]);
    expect((await index.listGroups()).get('official/fluxcd')).toBe('two');
    expect(await findNames('zebras')).toEqual(['fluxcd']);
    expect(await findNames('onlyHelmComponents')).toEqual([]);
    await index.save([{ group: 'official/fluxcd', fingerprint: 'three', documents: [] }]);
    expect(await findNames('zebras')).toEqual([]);
    await index.remove(['official/fluxcd', 'official/keda', 'never/there']);
    expect([...(await index.listGroups()).keys()]).not.toContain('official/keda');
    expect(await findNames('keda')).toEqual([]);
    expect((await ask('')).total).toBe(shopDocuments.length - 6);
  });

  test('of documents that fit alike the one with more weight comes first, then type, name and id decide', async () => {
    const same = { description: 'zebras', body: '' };
    const documents = [
      anAddonDocument({ name: 'bbb', weight: 1, ...same }),
      anAddonDocument({ name: 'ccc', weight: 5, ...same }),
      anAddonDocument({ name: 'aaa', weight: 1, ...same }),
      anAddonDocument({ name: 'aaa', catalog: 'private', weight: 1, ...same }),
    ];
    await index.save(toBatches(documents));
    expect((await ask('zebras')).hits.map(({ document }) => document.id)).toEqual([
      'official/ccc',
      'official/aaa',
      'private/aaa',
      'official/bbb',
    ]);
  });

  test('a name outweighs a title, a title a tag, and so on', async () => {
    await index.save(
      toBatches([
        anAddonDocument({ name: 'f', body: 'zebra' }),
        anAddonDocument({ name: 'e', description: 'zebra' }),
        anAddonDocument({ name: 'd', keywords: ['zebra'] }),
        anAddonDocument({ name: 'c', tags: ['zebra'] }),
        anAddonDocument({ name: 'b', title: 'zebra' }),
        anAddonDocument({ name: 'zebra-a' }),
      ]),
    );
    expect(await findNames('zebra')).toEqual(['zebra-a', 'b', 'c', 'd', 'e', 'f']);
  });

  const word = fc.constantFrom('helm', 'Release', 'flux-cd', 'VelaUX', '数据库', 'gate', 'gateway', 'k8s', 'café', 'x');
  const text = fc.array(word, { maxLength: 5 }).map((words) => words.join(' '));
  const documents: fc.Arbitrary<readonly SearchDocument[]> = fc
    .uniqueArray(
      fc.record({
        name: fc.tuple(fc.constantFrom('flux', 'vela', 'helm'), fc.nat(9)).map(([name, at]) => `${name}-${at}`),
        tags: fc.array(word, { maxLength: 3 }),
        description: text,
        body: text,
        weight: fc.nat(2),
      }),
      { selector: ({ name }) => name, maxLength: 12 },
    )
    .map((records) => records.map(anAddonDocument));

  const question = fc.record({ text: fc.oneof(text, fc.string({ unit: 'grapheme' })), offset: fc.nat(3) });
  const properties = { numRuns };

  test('the order of saving does not matter, and neither does saving and removing more before', async () => {
    await fc.assert(
      fc.asyncProperty(documents, question, async (saved, { text: asked, offset }) => {
        const other = await open();
        try {
          await other.save(toBatches(shopDocuments));
          await other.save(toBatches([...saved].reverse()));
          await other.remove(toBatches(shopDocuments).map(({ group }) => group));
          await index.remove([...(await index.listGroups()).keys()]);
          await index.save(toBatches(saved));
          const query: SearchQuery = { text: asked, offset, limit: 5, explain: true, facets: ['tag', 'type'] };
          expect(await other.search(query)).toEqual(await index.search(query));
          expect(await other.listGroups()).toEqual(await index.listGroups());
        } finally {
          await other.close();
        }
      }),
      properties,
    );
  });

  test('every hit says of each word where it stands, and a document that has every word as it was typed is found', async () => {
    await fc.assert(
      fc.asyncProperty(documents, text, async (saved, asked) => {
        await index.remove([...(await index.listGroups()).keys()]);
        await index.save(toBatches(saved));
        const { hits, total } = await ask(asked, { explain: true, limit: 10_000 });
        expect(hits).toHaveLength(total);
        const found = new Set(hits.map(({ document }) => document.id));
        for (const { document, reasons } of hits) {
          const asking = new Set(reasons.map((reason) => reason.asked));
          // Chinese may be asked for in pieces.
          for (const each of asked.split(' '))
            expect([...asking].some((part) => each.includes(part)) || each === '').toBe(true);
          for (const { field, word: has } of reasons) {
            const value = field === 'body' ? saved.find(({ id }) => id === document.id)?.body : document[field];
            expect(fold([value ?? ''].flat().concat(document.type, document.addon).join(' '))).toContain(fold(has));
          }
        }
        for (const document of saved) {
          const has = fold(JSON.stringify(document));
          if (asked.split(' ').every((part) => has.includes(fold(part)) && isWhole(document, part))) {
            expect(found).toContain(document.id);
          }
        }
      }),
      properties,
    );
  });
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Whether a word stands by itself in one of the texts of a document. */
function isWhole(document: SearchDocument, word: string): boolean {
  return [...document.tags, ...document.description.split(' '), ...document.body.split(' ')].includes(word);
}
