import { join } from 'node:path';
import { type CatalogueSearch, createCatalogueSearch } from '../registry/catalog/search/create-catalogue-search.ts';
import type { CatalogDefinition, CatalogViews } from '../registry/catalog/types.ts';
import { createLazySearchIndex } from '../registry/search/lazy/create-lazy-search-index.ts';
import { openMeilisearchSearchIndex } from '../registry/search/meilisearch/open-meilisearch-search-index.ts';
import { openSqliteSearchIndex } from '../registry/search/sqlite-fts/open-sqlite-search-index.ts';
import type { SearchIndex } from '../registry/search/types.ts';
import type { BlobStore, CatalogStore, LineRules } from '../registry/storage/types.ts';
import type { Settings } from './config/settings.ts';

export interface ComposeSearchOptions {
  readonly settings: Pick<Settings, 'dataFolder' | 'sqlite' | 'search'>;
  readonly catalogs: readonly CatalogDefinition[];
  readonly views: CatalogViews;
  readonly store: CatalogStore;
  readonly blobs: BlobStore;
  readonly lines: readonly LineRules[];
  /** How long an answer waits for an index that is behind; default: as long as nobody minds. */
  readonly patienceMs?: number;
  readonly onTrouble: (error: unknown) => void;
}

/** A search with its index. */
export interface OpenCatalogueSearch {
  readonly search: CatalogueSearch;
  close(): Promise<void>;
}

/** Somebody who types waits no longer for words that are being indexed. */
const defaultPatienceMs = 400;

/** Makes a search over the index that the settings name, which is opened when it is first used. */
export function composeSearch(options: ComposeSearchOptions): OpenCatalogueSearch {
  const index = createLazySearchIndex(() => openIndex(options.settings));
  const search = createCatalogueSearch({ patienceMs: defaultPatienceMs, ...options, index });
  return { search, close: () => index.close() };
}

async function openIndex({ dataFolder, sqlite, search }: ComposeSearchOptions['settings']): Promise<SearchIndex> {
  if (search.kind === 'embedded') return openSqliteSearchIndex({ path: join(dataFolder, 'search.db'), sqlite });
  const { url, index } = search;
  return openMeilisearchSearchIndex({ url, index, key: await search.key?.resolve() });
}
