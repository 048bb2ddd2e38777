import type { CatalogReader } from '../registry/catalog/types.ts';
import { addonNowhere, RegistryError } from '../registry/errors.ts';
import type { AddonDetail } from '../schemas/rest.ts';

/** What a person named: a folder or archive on this machine, or an addon of the catalogue. */
export type Reference = { readonly kind: 'path'; readonly path: string } | AddonReference;

/** An addon of the catalogue as a person names it. */
export interface AddonReference {
  readonly kind: 'addon';
  readonly catalog?: string;
  readonly addon: string;
  readonly version?: string;
}

/** An addon that was named, and where else one of that name is. */
export interface LocatedAddon {
  readonly addon: AddonDetail;
  readonly elsewhere: readonly string[];
}

/**
 * Reads REF: a path when it begins with `./`, `../` or `/` or ends like an archive, else `[catalog/]name[@version]`.
 * Throws INPUT_INVALID when it is neither.
 */
export function parseReference(text: string): Reference {
  if (/^(?:\.{0,2}[/\\]|\.{1,2}$|[A-Za-z]:[/\\])/.test(text) || /\.(?:tgz|tar\.gz)$/.test(text)) {
    return { kind: 'path', path: text };
  }
  const match = /^(?:([^/@]+)\/)?([^/@]+)(?:@([^/@]+))?$/.exec(text);
  const [, catalog, addon, version] = match ?? [];
  if (addon === undefined) {
    throw new RegistryError(
      'INPUT_INVALID',
      `"${text}" names nothing: it must be [catalog/]name[@version], or a path that begins with ./ or /`,
    );
  }
  return {
    kind: 'addon',
    addon,
    ...(catalog === undefined ? {} : { catalog }),
    ...(version === undefined ? {} : { version }),
  };
}

/** Reads `[catalog/]name[@version]`. Throws INPUT_INVALID for anything else, a path too. */
export function parseAddonReference(text: string): AddonReference {
  const reference = parseReference(text);
  if (reference.kind === 'addon') return reference;
  throw new RegistryError(
    'INPUT_INVALID',
    `"${text}" is a path; an addon of the catalogue is meant here: [catalog/]name`,
  );
}

/** Finds an addon in the catalog that was named, or else in the first one that has it. Throws ADDON_NOT_FOUND or CATALOG_NOT_FOUND. */
export async function locateAddon(
  reader: Pick<CatalogReader, 'listCatalogs' | 'getAddon'>,
  wanted: { readonly catalog?: string; readonly addon: string },
): Promise<LocatedAddon> {
  if (wanted.catalog !== undefined) {
    return { addon: await reader.getAddon(wanted.catalog, wanted.addon), elsewhere: [] };
  }
  const found: AddonDetail[] = [];
  const catalogs = (await reader.listCatalogs()).map(({ name }) => name);
  for (const catalog of catalogs) {
    const addon = await findAddon(reader, catalog, wanted.addon);
    if (addon !== undefined) found.push(addon);
  }
  const [first, ...others] = found;
  if (first === undefined) throw addonNowhere(wanted.addon);
  return { addon: first, elsewhere: others.map(({ catalog }) => catalog) };
}

async function findAddon(
  reader: Pick<CatalogReader, 'getAddon'>,
  catalog: string,
  addon: string,
): Promise<AddonDetail | undefined> {
  try {
    return await reader.getAddon(catalog, addon);
  } catch (error) {
    if (error instanceof RegistryError && error.code === 'ADDON_NOT_FOUND') return undefined;
    throw error;
  }
}
