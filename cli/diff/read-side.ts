import type { TreeFile } from '../../registry/addon/types.ts';
import type { Engines } from '../../registry/engine/types.ts';
import { RegistryError } from '../../registry/errors.ts';
import { evaluateSide } from '../../registry/evaluation/compare/evaluate-side.ts';
import type { ComparedVersion } from '../../registry/evaluation/compare/types.ts';
import { mapLimited } from '../../registry/evaluation/map-limited.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import type { CatalogAccess } from '../catalog-access.ts';
import { examinePackage, type LocalPackage } from '../examine-package.ts';

export interface SideContext {
  readonly engines: Engines;
  readonly line: ReleaseLine;
}

/** Files that are fetched at a time. */
const maxFetches = 8;
// Neither side is labelled with where it comes from, so that the label makes no difference.
const registry = '';

/** Makes a side of an addon of this machine. Throws ARCHIVE_INVALID when no client could load it. */
export async function readLocalSide({ engines, line }: SideContext, found: LocalPackage): Promise<ComparedVersion> {
  const { addon, tree, findings } = examinePackage(found);
  if (addon?.metadata === undefined) {
    const errors = findings.filter(({ severity }) => severity === 'error');
    const reasons = errors.map(({ file, line: row, message }) => `\n${file}:${row}: ${message}`).join('');
    throw new RegistryError('ARCHIVE_INVALID', `no client could load ${found.path}${reasons}`, { findings: errors });
  }
  const { metadata, files, treeDigest } = addon;
  return evaluateSide({ engines }, { metadata, files, treeDigest, tree, line, registry });
}

/** Makes a side of a version of the catalogue, from its files. Throws VERSION_NOT_FOUND and its like. */
export async function readStoredSide(
  { engines, line }: SideContext,
  catalog: Pick<CatalogAccess, 'getVersion' | 'readFile'>,
  place: { readonly catalog: string; readonly addon: string; readonly version: string },
): Promise<ComparedVersion> {
  const { metadata, files, treeDigest, digest } = await catalog.getVersion(place.catalog, place.addon, place.version);
  const contents = await mapLimited(
    files,
    maxFetches,
    async ({ path, mode }): Promise<TreeFile> => ({ path, mode, bytes: await catalog.readFile({ ...place, path }) }),
  );
  const tree = { files: contents };
  const content = { catalog: place.catalog, metadata, files, treeDigest, digest, tree };
  return evaluateSide({ engines }, { ...content, line, registry });
}
