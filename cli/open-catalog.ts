import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { RegistryError } from '../registry/errors.ts';
import { readServerNote } from '../registry/storage/data-folder.ts';
import type { LoadedSettings, SettingFlags } from '../server/config/load-settings.ts';
import type { CatalogAccess, CatalogOptions } from './catalog-access.ts';
import { createCatalogClient, isServing } from './client.ts';
import { openLocalCatalog } from './open-local-catalog.ts';

export interface CatalogOpener {
  readonly environment: Readonly<Record<string, string | undefined>>;
  loadSettings(flags: SettingFlags): Promise<LoadedSettings>;
}

/**
 * Opens the catalogue that a person means: the server that was named, else the one that runs on the data folder, else the data folder itself.
 * Throws CONFIG_INVALID, INPUT_INVALID, DATA_FOLDER_IN_USE or DATA_FOLDER_UNUSABLE.
 */
export async function openCatalog(opener: CatalogOpener, options: CatalogOptions): Promise<CatalogAccess> {
  const { server, ...flags } = options;
  if (server !== undefined) {
    requireUrl(server);
    return createCatalogClient({ url: server, token: opener.environment['CHANDLERY_ADMIN_TOKEN'] });
  }
  const { settings } = await opener.loadSettings(flags);
  const note = await readServerNote(settings.dataFolder);
  if (note !== undefined && (await isServing(note.url))) return createCatalogClient(note);
  if (!existsSync(join(settings.dataFolder, 'chandlery.db'))) {
    throw new RegistryError(
      'DATA_FOLDER_UNUSABLE',
      `nothing was read into ${settings.dataFolder} yet. Start the server with "chandlery serve", or name a running one with --server`,
    );
  }
  return openLocalCatalog(settings);
}

function requireUrl(text: string): void {
  if (/^https?:\/\//.test(text) && URL.canParse(text)) return;
  throw new RegistryError('INPUT_INVALID', `--server: "${text}" is no http or https URL`);
}
