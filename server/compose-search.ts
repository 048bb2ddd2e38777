import { type CatalogueSearch, createCatalogueSearch } from '../registry/catalog/search/create-catalogue-search.ts';
import type { CatalogDefinition, CatalogViews } from '../registry/catalog/types.ts';
import { createMemorySearchIndex } from '../registry/search/memory/create-memory-search-index.ts';
import type { BlobStore, CatalogStore, LineRules } from '../registry/storage/types.ts';

export interface ComposeSearchOptions {
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
const defaultPatienceMs = 1_000;

/** Opens the index that the settings name and keeps it in step with the views. */
export async function composeSearch(options: ComposeSearchOptions): Promise<OpenCatalogueSearch> {
  const index = createMemorySearchIndex();
  const search = createCatalogueSearch({ patienceMs: defaultPatienceMs, ...options, index });
  return { search, close: () => index.close() };
}
