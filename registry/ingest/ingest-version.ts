import type { ParseCache } from '../addon/lint/parse-cache.ts';
import { createFinding } from '../findings.ts';
import type { Snapshot, Source, SourceVersion } from '../sources/types.ts';
import type { VersionObservation, VersionRecord } from '../storage/types.ts';
import { normalizeVersion } from '../version/normalize-version.ts';
import { ingestRules } from './ingest-rules.ts';
import { isSameObservation, observeAgain, observeVersion, refusedFinding } from './observe-version.ts';
import { type ReadVersion, readVersion } from './read-version.ts';
import type { IngestDependencies } from './types.ts';

export interface IngestVersionOptions {
  readonly source: Source;
  readonly catalog: string;
  readonly version: SourceVersion;
  readonly snapshot: Snapshot;
  /** Shared by the versions of one run: most of their files are the same. */
  readonly cache: ParseCache;
  readonly signal: AbortSignal;
}

/** Brings one version into the store (stages 2 to 6): saved when rows changed, `known` when there was nothing to do. */
export async function ingestVersion(
  dependencies: IngestDependencies,
  options: IngestVersionOptions,
): Promise<'saved' | 'known'> {
  const { store, blobs } = dependencies;
  const { version, catalog, source } = options;
  const id = { catalog, addon: version.name, key: normalizeVersion(version.version) };
  const stored = await store.findVersion(id);
  if (stored?.contentId === version.content.contentId && stored.source === source.id) {
    return saveObservation(dependencies, stored, options);
  }
  const reading = await options.snapshot.readTree(version, options.signal);
  const read = readVersion({ catalog, source, version, reading, cache: options.cache });
  if (stored === undefined) {
    await blobs.saveBlob(read.archive.bytes);
    await store.saveVersion(toEntry(read, options));
    return 'saved';
  }
  if (stored.treeDigest === read.record.treeDigest && stored.source === source.id) {
    return saveObservation(dependencies, stored, options);
  }
  if (source.mutable && stored.source === source.id) {
    await blobs.saveBlob(read.archive.bytes);
    await store.replaceVersion(toEntry({ ...read, record: { ...read.record, published: stored.published } }, options));
    return 'saved';
  }
  return stored.treeDigest === read.record.treeDigest ? 'known' : refuse(dependencies, stored, options);
}

function toEntry(read: ReadVersion, { version }: IngestVersionOptions) {
  const { record, evaluation, treeFindings } = read;
  return { record, evaluation, observation: observeVersion({ record, version, treeFindings }) };
}

async function saveObservation(
  { store }: IngestDependencies,
  stored: VersionRecord,
  { version }: IngestVersionOptions,
): Promise<'saved' | 'known'> {
  const before = await store.findObservation(stored);
  return saveIfNew({ store }, before, observeAgain(stored, version, before));
}

async function refuse(
  { store }: IngestDependencies,
  stored: VersionRecord,
  { version, source }: IngestVersionOptions,
): Promise<'saved' | 'known'> {
  const before = (await store.findObservation(stored)) ?? { ...stored, contents: [], findings: [] };
  const finding =
    stored.source === source.id
      ? refusedFinding(stored, version.content)
      : createFinding({
          rule: ingestRules.ownedByAnotherSource.id,
          severity: ingestRules.ownedByAnotherSource.severity,
          file: 'metadata.yaml',
          message: `source ${source.id} holds other content under ${stored.addon} ${stored.version}; the content from ${stored.source} stays served`,
          fix: 'give the addon another name, or the change another version',
        });
  const others = before.findings.filter(({ rule, message }) => rule !== finding.rule || message !== finding.message);
  return saveIfNew({ store }, before, {
    catalog: stored.catalog,
    addon: stored.addon,
    key: stored.key,
    contents: before.contents,
    findings: [...others, finding],
  });
}

async function saveIfNew(
  { store }: Pick<IngestDependencies, 'store'>,
  before: VersionObservation | undefined,
  observation: VersionObservation,
): Promise<'saved' | 'known'> {
  if (isSameObservation(before, observation)) return 'known';
  await store.saveObservation(observation);
  return 'saved';
}
