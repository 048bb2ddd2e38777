import type { Finding } from '../../schemas/finding.ts';
import { createParseCache } from '../addon/lint/parse-cache.ts';
import { RegistryError } from '../errors.ts';
import { compareText, createFinding } from '../findings.ts';
import type { Snapshot, Source } from '../sources/types.ts';
import type { SourceRecord } from '../storage/types.ts';
import { ingestRules } from './ingest-rules.ts';
import { ingestVersion } from './ingest-version.ts';
import { listChangedVersions } from './list-changed-versions.ts';
import { removeVanished } from './remove-vanished.ts';
import type { IngestDependencies, IngestReport } from './types.ts';

export interface IngestSourceOptions {
  readonly source: Source;
  readonly catalog: string;
  /** A commit named in the configuration goes before the recorded one. */
  readonly adopted: string | undefined;
  readonly signal: AbortSignal;
}

/**
 * Runs one source through the pipeline (docs/ARCHITECTURE.md section 4). One bad addon never stops its neighbours; a source that cannot be
 * read leaves everything as it was and is reported as stale. A run that is cut off leaves whole versions and is finished by the next one.
 */
export async function ingestSource(
  dependencies: IngestDependencies,
  options: IngestSourceOptions,
): Promise<IngestReport> {
  const { store } = dependencies;
  const { source } = options;
  const before = await store.findSource(source.id);
  const startedAt = dependencies.now();
  try {
    const revision = await source.findRevision(options.signal);
    dependencies.observer.onStep?.({ source: source.id, step: 'revision', revision });
    const configChanged =
      options.adopted !== undefined && options.adopted !== (await store.findAdoption(source.id))?.revision;
    const sameSettings = before?.settings === source.settings;
    if (before?.revision === revision && before.condition !== 'pending' && sameSettings && !configChanged) {
      await store.saveSource({
        ...before,
        condition: 'ok',
        lastRun: startedAt,
        lastSuccess: startedAt,
        message: undefined,
      });
      return {
        source: source.id,
        catalog: options.catalog,
        condition: 'ok',
        changed: false,
        revision,
        saved: 0,
        failed: 0,
        message: undefined,
      };
    }
    return await ingestSnapshot(dependencies, { ...options, before, startedAt });
  } catch (thrown) {
    const error = toTrouble(thrown);
    const condition = before?.lastSuccess === undefined ? 'unreachable' : 'stale';
    await saveIfPossible(store, {
      source: source.id,
      catalog: options.catalog,
      condition,
      revision: before?.revision,
      settings: before?.settings,
      lastRun: startedAt,
      lastSuccess: before?.lastSuccess,
      message: error.message,
      findings: before?.findings ?? [],
    });
    return {
      source: source.id,
      catalog: options.catalog,
      condition,
      changed: false,
      revision: before?.revision,
      saved: 0,
      failed: 0,
      message: error.message,
    };
  }
}

/** Where the disk is full, the report alone must tell of it. */
async function saveIfPossible(store: IngestDependencies['store'], record: SourceRecord): Promise<void> {
  try {
    await store.saveSource(record);
  } catch (error) {
    if (!isStoreTrouble(error)) throw error;
  }
}

/** What is to be reported of the source; anything else is a bug and thrown on. */
function toTrouble(thrown: unknown): RegistryError {
  if (thrown instanceof RegistryError) return thrown;
  if (thrown instanceof DOMException && thrown.name === 'TimeoutError') {
    return new RegistryError(
      'SOURCE_UNAVAILABLE',
      'reading the source took longer than one run may take; the next run goes on',
      {
        cause: thrown,
      },
    );
  }
  throw thrown;
}

interface SnapshotRun extends IngestSourceOptions {
  readonly before: SourceRecord | undefined;
  readonly startedAt: string;
}

async function ingestSnapshot(dependencies: IngestDependencies, run: SnapshotRun): Promise<IngestReport> {
  const { store, observer, now } = dependencies;
  const { source, catalog, signal } = run;
  const adoption = await store.findAdoption(source.id);
  const snapshot = await source.openSnapshot({
    adopted: run.adopted ?? adoption?.revision,
    // With other settings the source may follow another history, which is no rewritten one.
    known: run.before?.settings === source.settings ? run.before?.revision : undefined,
    signal,
  });
  try {
    if (snapshot.adopted !== undefined && snapshot.adopted !== adoption?.revision) {
      await store.saveAdoption({ source: source.id, revision: snapshot.adopted, recorded: now() });
    }
    const { saved, failed } = await ingestVersions(dependencies, { ...run, snapshot });
    const vanished = await removeVanished({ store, source, catalog, versions: snapshot.versions });
    if (saved + vanished.removed > 0) observer.onChange(catalog);
    await store.saveSource({
      source: source.id,
      catalog,
      condition: 'ok',
      // A run with failures is not complete: without a revision the next one looks again at what is missing.
      revision: failed === 0 ? snapshot.revision : undefined,
      settings: source.settings,
      lastRun: run.startedAt,
      lastSuccess: now(),
      message: failed === 0 ? undefined : `${failed} versions could not be stored; the next run tries again`,
      findings: [...snapshot.findings, ...emptyFindings(vanished.suddenlyEmpty)],
    });
    return {
      source: source.id,
      catalog,
      condition: 'ok',
      changed: true,
      revision: snapshot.revision,
      saved,
      failed,
      message: undefined,
    };
  } finally {
    await snapshot.close();
  }
}

/** Versions at work at once: while one waits for the disk, another is read. */
const maxConcurrentVersions = 4;

async function ingestVersions(dependencies: IngestDependencies, run: SnapshotRun & { readonly snapshot: Snapshot }) {
  const { store, observer } = dependencies;
  const { source, catalog, snapshot, signal } = run;
  const changed = await listChangedVersions({ store, source, catalog, versions: snapshot.versions });
  const newestFirst = changed.toSorted((left, right) => compareText(right.published, left.published));
  observer.onStep?.({
    source: source.id,
    step: 'listed',
    versions: snapshot.versions.length,
    changed: changed.length,
  });
  const waiting = newestFirst.values();
  const cache = createParseCache();
  const counts = { saved: 0, failed: 0 };
  let done = snapshot.versions.length - changed.length;

  async function work(): Promise<void> {
    for (const version of waiting) {
      signal.throwIfAborted();
      try {
        const outcome = await ingestVersion(dependencies, { source, catalog, version, snapshot, cache, signal });
        if (outcome === 'saved') {
          counts.saved += 1;
          observer.onChange(catalog);
        }
      } catch (error) {
        if (signal.aborted || isStoreTrouble(error)) throw error;
        counts.failed += 1;
        observer.onTrouble({ source: source.id, addon: version.name, version: version.version, error });
      }
      done += 1;
      observer.onProgress({ source: source.id, done, total: snapshot.versions.length });
      // Packing is work of milliseconds, but three hundred versions in a row would starve the requests that are served meanwhile.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  const workers = await Promise.allSettled(Array.from({ length: maxConcurrentVersions }, work));
  const failure = workers.find((worker) => worker.status === 'rejected');
  if (failure !== undefined) throw failure.reason;
  return counts;
}

function isStoreTrouble(error: unknown): boolean {
  return (
    error instanceof RegistryError && (error.code === 'DATA_FOLDER_UNUSABLE' || error.code === 'SOURCE_UNAVAILABLE')
  );
}

function emptyFindings(suddenlyEmpty: boolean): Finding[] {
  if (!suddenlyEmpty) return [];
  const { id, severity } = ingestRules.suddenlyEmpty;
  return [
    createFinding({
      rule: id,
      severity,
      message: 'the source holds no addon any more; nothing was removed',
      fix: 'look whether the path and the branch in the configuration are still right',
    }),
  ];
}
