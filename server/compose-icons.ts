import type { Logger } from 'pino';
import { createIconReader, type IconReader } from '../registry/catalog/create-icon-reader.ts';
import { readStoredTree } from '../registry/catalog/read-stored-tree.ts';
import type { CatalogViews } from '../registry/catalog/types.ts';
import { openIconStore } from '../registry/icons/filesystem/open-icon-store.ts';
import { createIconFetcher } from '../registry/icons/http/fetch-icon.ts';
import { type IconRunner, openIconRunner } from '../registry/jobs/open-icon-runner.ts';
import type { BlobStore, CatalogStore } from '../registry/storage/types.ts';
import type { Settings } from './config/settings.ts';

export interface ComposeIconsOptions {
  readonly settings: Pick<Settings, 'dataFolder' | 'icons'>;
  readonly views: CatalogViews;
  readonly store: CatalogStore;
  readonly blobs: BlobStore;
  readonly log: Logger;
  readonly onBug: (error: unknown) => void;
}

/** Icons: what is kept of them, and what brings them here in the background. */
export async function composeIcons(
  options: ComposeIconsOptions,
): Promise<{ readonly icons: IconReader; readonly iconRunner: IconRunner }> {
  const { settings, views, store, blobs, log, onBug } = options;
  const { enabled, allowPrivate } = settings.icons;
  const kept = await openIconStore(settings.dataFolder);
  const iconRunner = openIconRunner({
    views,
    store,
    trees: { readTree: (digest) => readStoredTree(blobs, digest) },
    icons: kept,
    ...(enabled ? { fetchIcon: createIconFetcher(allowPrivate ? { mayDial: () => true } : {}) } : {}),
    now: Date.now,
    onRefused: (key, refusal) => log.debug({ 'icon.key': key, refusal }, 'no icon'),
    onBug,
  });
  return { icons: createIconReader({ views, icons: kept }), iconRunner };
}
