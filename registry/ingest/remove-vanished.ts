import type { Source, SourceVersion } from '../sources/types.ts';
import type { CatalogStore } from '../storage/types.ts';
import { normalizeVersion } from '../version/normalize-version.ts';

export interface RemoveVanishedOptions {
  readonly store: CatalogStore;
  readonly source: Source;
  readonly catalog: string;
  readonly versions: readonly SourceVersion[];
}

/** Takes versions of a mutable source away that are gone there. Sealed versions stay for ever, and an empty snapshot removes nothing. */
export async function removeVanished(
  options: RemoveVanishedOptions,
): Promise<{ removed: number; suddenlyEmpty: boolean }> {
  const { store, source, catalog, versions } = options;
  if (versions.length > 0 && !source.mutable) return { removed: 0, suddenlyEmpty: false };
  const stored = (await store.listVersions({ catalog })).filter((record) => record.source === source.id);
  if (versions.length === 0) return { removed: 0, suddenlyEmpty: stored.length > 0 };
  const present = new Set(versions.map(({ name, version }) => `${name}\n${normalizeVersion(version)}`));
  let removed = 0;
  for (const record of stored) {
    if (present.has(`${record.addon}\n${record.key}`)) continue;
    await store.removeVersion(record);
    removed += 1;
  }
  return { removed, suddenlyEmpty: false };
}
