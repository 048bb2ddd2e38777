import { fileURLToPath } from 'node:url';
import MiniSearch from 'minisearch';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packAddon } from '../../registry/addon/pack-addon.ts';
import { readAddon } from '../../registry/addon/read-addon.ts';
import { openCatalogViews } from '../../registry/catalog/open-catalog-views.ts';
import { type CatalogueSearch, createCatalogueSearch } from '../../registry/catalog/search/create-catalogue-search.ts';
import { createCachingEngines } from '../../registry/engine/caching-engines.ts';
import { openEngines } from '../../registry/engine/open-engines.ts';
import { evaluateAddon } from '../../registry/evaluation/evaluate-addon.ts';
import { createMemorySearchIndex } from '../../registry/search/memory/create-memory-search-index.ts';
import type { SearchDocument } from '../../registry/search/types.ts';
import { createMemoryBlobStore } from '../../registry/storage/memory/memory-blob-store.ts';
import { createMemoryCatalogStore } from '../../registry/storage/memory/memory-catalog-store.ts';
import type { SearchType } from '../../schemas/search.ts';
import { readCatalogTip } from '../support/catalog-corpus.ts';
import { findShared } from '../support/shared.ts';
import { anEntry } from '../support/version-entry.ts';
import { type RelevanceQuery, relevanceQueries } from './relevance-queries.ts';

const shared = findShared();
const missing = shared === undefined ? ' (skipped: no shared folder)' : '';
const engines = createCachingEngines(openEngines({ root: fileURLToPath(new URL('../..', import.meta.url)) }));
afterAll(() => engines.close());

/** What was reached when it was last recorded; a change may not fall below it. */
const floor = { first: 0.99, three: 0.99, reciprocal: 0.99 };
const looked = 10;

interface House {
  readonly search: CatalogueSearch;
  /** Everything that is in the index, for the other engine. */
  readonly documents: readonly SearchDocument[];
}

/** The newest state of the community catalogue as a server has it, judged on one line. */
async function openCatalogue(folder: string): Promise<House> {
  const store = createMemoryCatalogStore();
  const blobs = createMemoryBlobStore();
  for (const tree of readCatalogTip(folder).values()) {
    const { metadata, readme } = readAddon(tree);
    if (metadata === undefined) continue;
    const { name: addon, version } = metadata;
    const { record, observation } = anEntry({ catalog: 'official', addon, key: version.replace(/^v/, ''), version });
    const { digest, treeDigest, bytes } = packAddon(tree, metadata);
    await blobs.saveBlob(bytes);
    await store.saveVersion({
      record: { ...record, metadata, digest, treeDigest, readmePath: readme?.path },
      observation,
      evaluation: { treeDigest, ruleSet: 'text', findings: [] },
    });
    const evaluation = await evaluateAddon({ engines }, { tree, metadata, line: '1.10' });
    await store.saveLineEvaluations([{ treeDigest, ruleSet: 'lines', evaluation }]);
  }
  const lines = [{ line: '1.10' as const, ruleSet: 'lines' }];
  const catalogs = [{ name: 'official', title: 'Official', dependsOn: [] }];
  const views = await openCatalogViews({ store, catalogs, ruleSet: 'text', lines });
  const documents: SearchDocument[] = [];
  const memory = createMemorySearchIndex();
  const index = {
    ...memory,
    save: async (batches: Parameters<typeof memory.save>[0]) => {
      documents.push(...batches.flatMap((batch) => batch.documents));
      await memory.save(batches);
    },
  };
  const onTrouble = (error: unknown) => {
    throw error;
  };
  const search = createCatalogueSearch({ views, catalogs, store, blobs, lines, index, patienceMs: 60_000, onTrouble });
  await search.update();
  return { search, documents };
}

interface Score {
  readonly first: number;
  readonly three: number;
  readonly reciprocal: number;
}

/** `ranks` count from 1; undefined = not among those that were looked at. */
function toScore(ranks: readonly (number | undefined)[]): Score {
  const share = (holds: (rank: number) => boolean) =>
    ranks.filter((rank) => rank !== undefined && holds(rank)).length / ranks.length;
  return {
    first: share((rank) => rank === 1),
    three: share((rank) => rank <= 3),
    reciprocal: ranks.reduce<number>((sum, rank) => sum + (rank === undefined ? 0 : 1 / rank), 0) / ranks.length,
  };
}

function findRank(names: readonly string[], [, , ...wanted]: RelevanceQuery): number | undefined {
  const at = names.findIndex((name) => wanted.includes(name));
  return at === -1 ? undefined : at + 1;
}

function toText(name: string, { first, three, reciprocal }: Score): string {
  const percent = (part: number) => `${(part * 100).toFixed(1)} %`;
  return `${name}: first ${percent(first)}, among three ${percent(three)}, mean reciprocal rank ${reciprocal.toFixed(3)}`;
}

describe.skipIf(shared === undefined)(`what people look for in the corpus${missing}`, () => {
  const groups = Object.entries(relevanceQueries);
  const all = groups.flatMap(([, queries]) => queries);
  let house: House;
  let rival: MiniSearch;

  beforeAll(async () => {
    house = await openCatalogue(shared ?? '');
    rival = new MiniSearch({
      fields: ['name', 'title', 'tags', 'keywords', 'description', 'body'],
      storeFields: ['name', 'type'],
    });
    rival.addAll(
      house.documents.map((each) => ({ ...each, tags: each.tags.join(' '), keywords: each.keywords.join(' ') })),
    );
  }, 600_000);

  async function listOurs(q: string, type: SearchType): Promise<readonly string[]> {
    const { groups: found } = await house.search.search({ q, limit: looked, types: [type] });
    return found.flatMap(({ items }) => items.map(({ name }) => name));
  }

  function listTheirs(q: string, type: SearchType): readonly string[] {
    const found = rival.search(q, { filter: (result) => result['type'] === type });
    return found.slice(0, looked).map((result) => String(result['name']));
  }

  test('the table asks enough, and nothing twice', () => {
    expect(all.length).toBeGreaterThanOrEqual(120);
    expect(new Set(all.map(([typed, type]) => `${typed} ${type}`)).size).toBe(all.length);
  });

  test('comes first, at least as often as before, and more often than by minisearch as it comes', async () => {
    const ours: (number | undefined)[] = [];
    const theirs: (number | undefined)[] = [];
    const lines: string[] = [];
    for (const [group, queries] of groups) {
      const own: (number | undefined)[] = [];
      for (const query of queries) {
        const [typed, type, ...wanted] = query;
        const names = await listOurs(typed, type);
        const rank = findRank(names, query);
        own.push(rank);
        theirs.push(findRank(listTheirs(typed, type), query));
        if (rank !== 1) {
          lines.push(
            `  ${JSON.stringify(typed)} wants the ${type} ${wanted.join(' or ')}: ${rank ?? 'not found'}, first ${names[0] ?? 'nothing'}`,
          );
        }
      }
      ours.push(...own);
      lines.push(toText(group, toScore(own)));
    }
    const score = toScore(ours);
    const other = toScore(theirs);
    console.info([...lines, toText(`all ${ours.length}`, score), toText('minisearch', other)].join('\n'));
    expect(score.first).toBeGreaterThanOrEqual(floor.first);
    expect(score.three).toBeGreaterThanOrEqual(floor.three);
    expect(score.reciprocal).toBeGreaterThanOrEqual(floor.reciprocal);
    expect(score.first).toBeGreaterThan(other.first);
    expect(score.reciprocal).toBeGreaterThan(other.reciprocal);
  });
});
