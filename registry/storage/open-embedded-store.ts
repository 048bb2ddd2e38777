import type { SqliteChoice } from '../sqlite/sqlite-driver.ts';
import { prepareDataFolder, removeServerNote } from './data-folder.ts';
import { openFilesystemBlobStore } from './filesystem/filesystem-blob-store.ts';
import { openSqliteCatalogStore } from './sqlite/open-sqlite-catalog-store.ts';
import type { BlobStore, CatalogStore } from './types.ts';

/** Everything that a server keeps in its data folder. */
export interface EmbeddedStore {
  readonly store: CatalogStore;
  readonly blobs: BlobStore;
  /** Writes out what is pending and lets another process have the folder. */
  close(): Promise<void>;
}

export interface OpenEmbeddedStoreOptions {
  /** Created when it is missing. */
  readonly folder: string;
  /** Default `auto`. */
  readonly sqlite?: SqliteChoice;
}

/** Opens a data folder for this process alone, until it is closed or the process ends. Throws DATA_FOLDER_IN_USE or DATA_FOLDER_UNUSABLE. */
export async function openEmbeddedStore(options: OpenEmbeddedStoreOptions): Promise<EmbeddedStore> {
  await prepareDataFolder(options.folder);
  const store = await openSqliteCatalogStore({ folder: options.folder, sqlite: options.sqlite ?? 'auto' });
  try {
    // Whoever wrote the note is gone, or the folder could not have been opened.
    await removeServerNote(options.folder);
    const blobs = await openFilesystemBlobStore(options.folder);
    return { store, blobs, close: () => store.close() };
  } catch (error) {
    await store.close();
    throw error;
  }
}
