import type { CatalogReader } from '../../registry/catalog/types.ts';
import { addonNowhere, RegistryError } from '../../registry/errors.ts';
import type { AddonReference } from '../reference.ts';

/** Names an addon that is to be changed. Without a catalog there must be one catalog only that has it: a guess would change a stranger's. Throws ADDON_NOT_FOUND or INPUT_INVALID. */
export async function locateOwnAddon(
  reader: Pick<CatalogReader, 'listCatalogs' | 'getAddon'>,
  { catalog, addon }: Pick<AddonReference, 'catalog' | 'addon'>,
): Promise<{ readonly catalog: string; readonly addon: string }> {
  if (catalog !== undefined) return { catalog, addon };
  const found: string[] = [];
  for (const { name, union } of await reader.listCatalogs()) {
    if (union === undefined && (await hasAddon(reader, name, addon))) found.push(name);
  }
  const [first, ...others] = found;
  if (first === undefined) throw addonNowhere(addon);
  if (others.length === 0) return { catalog: first, addon };
  throw new RegistryError(
    'INPUT_INVALID',
    `${addon} is in ${found.join(', ')}: write ${found.map((name) => `${name}/${addon}`).join(' or ')}`,
  );
}

async function hasAddon(reader: Pick<CatalogReader, 'getAddon'>, catalog: string, addon: string): Promise<boolean> {
  try {
    await reader.getAddon(catalog, addon);
    return true;
  } catch (error) {
    if (error instanceof RegistryError && error.code === 'ADDON_NOT_FOUND') return false;
    throw error;
  }
}
