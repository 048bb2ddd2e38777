import { readFileSync, writeFileSync } from 'node:fs';
import MiniSearch from 'minisearch';
import { openSqliteSearchIndex } from '../../registry/search/sqlite-fts/open-sqlite-search-index.ts';
import type { SearchQuery } from '../../registry/search/types.ts';
import { toBatches } from '../support/search-documents.ts';
import { createSearchCorpus } from './search-corpus.ts';

/** One measurement of the search in a process of its own, so that its memory is its own: `build`, `ask` or `rival`, and the file of the index. Prints JSON. */

const [work = '', path = ''] = process.argv.slice(2);
const facets: NonNullable<SearchQuery['facets']> = ['type', 'kind', 'tag', 'provides', 'works', 'catalog'];

switch (work) {
  case 'build':
    print(await build());
    break;
  case 'ask':
    print(await ask());
    break;
  case 'rival':
    print(rival());
    break;
  default:
    throw new Error(`no measurement is called "${work}"`);
}

async function build() {
  const { documents, questions } = createSearchCorpus();
  const batches = toBatches(documents);
  // Whoever asks must not have made the documents: their room would be counted as free.
  writeFileSync(`${path}.questions.json`, JSON.stringify(questions));
  const index = await openSqliteSearchIndex({ path });
  const startedAt = performance.now();
  await index.save(batches);
  const buildMs = performance.now() - startedAt;
  await index.close();
  return { buildMs };
}

/** Each question is asked once: first in the state after a start, then again when what is asked often is remembered. */
async function ask() {
  const questions: readonly string[] = JSON.parse(readFileSync(`${path}.questions.json`, 'utf8'));
  const before = residentBytes();
  const startedAt = performance.now();
  const index = await openSqliteSearchIndex({ path });
  const openMs = performance.now() - startedAt;
  const [firstMs, againMs] = [await askAll(), await askAll()];
  const bytes = residentBytes() - before;
  await index.close();
  return { openMs, firstMs, againMs, bytes };

  async function askAll(): Promise<readonly number[]> {
    const tookMs: number[] = [];
    for (const text of questions) {
      const askedAt = performance.now();
      await index.search({ text, limit: 20, facets });
      tookMs.push(performance.now() - askedAt);
    }
    return tookMs;
  }
}

/** minisearch as it comes: any of the words, no beginnings, no typos, no facets. */
function rival() {
  const { documents, questions } = createSearchCorpus();
  const before = residentBytes();
  const index = new MiniSearch({ fields: ['name', 'title', 'tags', 'keywords', 'description', 'body'] });
  const startedAt = performance.now();
  index.addAll([...documents]);
  const buildMs = performance.now() - startedAt;
  const askAll = (options?: Parameters<typeof index.search>[1]) =>
    questions.map((text) => {
      const askedAt = performance.now();
      index.search(text, options);
      return performance.now() - askedAt;
    });
  const defaultMs = askAll();
  const alikeMs = askAll({ prefix: true, fuzzy: 0.2, combineWith: 'AND' });
  return { buildMs, defaultMs, alikeMs, bytes: residentBytes() - before };
}

function residentBytes(): number {
  globalThis.gc?.();
  return process.memoryUsage.rss();
}

function print(figures: unknown): void {
  console.log(JSON.stringify(figures));
}
