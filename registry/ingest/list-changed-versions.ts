import type { Source, SourceVersion } from '../sources/types.ts';
import type { VersionReader } from '../storage/types.ts';
import { normalizeVersion } from '../version/normalize-version.ts';
import { isSameObservation, observeAgain } from './observe-version.ts';

export interface ListChangedVersionsOptions {
  readonly store: Pick<VersionReader, 'listVersions' | 'listObservations'>;
  readonly source: Source;
  readonly catalog: string;
  readonly versions: readonly SourceVersion[];
}

/** Leaves out the versions that the store holds just as the source tells them: two lists take the place of two questions for each version. */
export async function listChangedVersions(options: ListChangedVersionsOptions): Promise<readonly SourceVersion[]> {
  const { store, source, catalog, versions } = options;
  const records = new Map(
    (await store.listVersions({ catalog })).map((record) => [pathOf(record.addon, record.key), record]),
  );
  if (records.size === 0) return versions;
  const observations = new Map(
    (await store.listObservations({ catalog })).map((each) => [pathOf(each.addon, each.key), each]),
  );
  return versions.filter((version) => {
    const path = pathOf(version.name, normalizeVersion(version.version));
    const record = records.get(path);
    if (record === undefined || record.source !== source.id || record.contentId !== version.content.contentId)
      return true;
    const observation = observations.get(path);
    return !isSameObservation(observation, observeAgain(record, version, observation));
  });
}

function pathOf(addon: string, key: string): string {
  return `${addon}\n${key}`;
}
