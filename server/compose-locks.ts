import { createLockReader } from '../registry/catalog/create-lock-reader.ts';
import type { LockReader, LockRegistryReader } from '../registry/catalog/lock-types.ts';
import type { CatalogViews, Planner, PublicAddress } from '../registry/catalog/types.ts';
import { createLockKeeper } from '../registry/publish/create-lock-keeper.ts';
import { createRateLimit } from '../registry/publish/create-rate-limit.ts';
import type { LockKeeper } from '../registry/publish/lock-types.ts';
import type { BlobStore, CatalogStore } from '../registry/storage/types.ts';

export interface ComposeLocksOptions {
  readonly store: CatalogStore;
  readonly blobs: BlobStore;
  readonly views: CatalogViews;
  readonly planner: Planner;
  readonly address: PublicAddress;
  /** The configured ones; those that are mutable may replace versions. */
  readonly sources: readonly { readonly catalog: string; readonly source: { readonly mutable: boolean } }[];
}

/** How many new locks a process takes: enough for a pipeline that locks on every commit, too few to fill a disk unseen. */
const newLocksInMinute = 60;

/** Makes what keeps locks and reads them. */
export function composeLocks(options: ComposeLocksOptions): LockKeeper & LockReader & LockRegistryReader {
  const mutable = new Set(options.sources.filter(({ source }) => source.mutable).map(({ catalog }) => catalog));
  return {
    ...createLockReader(options),
    ...createLockKeeper({
      ...options,
      isMutableCatalog: (catalog) => mutable.has(catalog),
      limit: createRateLimit({ mostInMinute: newLocksInMinute, now: () => performance.now() }),
      now: () => new Date().toISOString(),
    }),
  };
}
