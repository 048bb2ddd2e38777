import { setTimeout as delay } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { EnqueuedTaskPromise, Index, Meilisearch, MultiSearchParams, Settings } from 'meilisearch';
import { RegistryError } from '../../errors.ts';
import type { AskServer } from './find-candidates.ts';
import { type DocumentRecord, type GroupRecord, indexSettings, type KeptRecord } from './index-form.ts';

export interface MeilisearchServerOptions {
  /** Without credentials. */
  readonly url: string;
  readonly key: string | undefined;
  /** Name of the index on the server. */
  readonly uid: string;
  /** For one request. */
  readonly requestMs: number;
  /** For the server to have done what it was told to do. */
  readonly taskMs: number;
  readonly pollMs: number;
}

/** One index on a Meilisearch server. Everything throws SEARCH_UNAVAILABLE when it cannot be asked, never with its key. */
export interface MeilisearchServer {
  listGroups(): Promise<readonly GroupRecord[]>;
  /** Done when searches see it. */
  addRecords(records: readonly KeptRecord[]): Promise<void>;
  /** Done when searches do not see them any more. */
  removeRecords(filter: string): Promise<void>;
  readonly ask: AskServer;
  /** What waits for the server to do something gives up. */
  close(): void;
}

const groupsPerPage = 1_000;
const slowestPollMs = 1_000;
/** Codes of errors which say that the index is not there, or not as it was made. */
const lostCodes = [
  'index_not_found',
  'invalid_document_filter',
  'invalid_search_filter',
  'invalid_search_sort',
  'invalid_search_facets',
];

/** Makes the way to an index; it is made on the server, with its settings, when it is first used or was lost. */
export async function createMeilisearchServer(options: MeilisearchServerOptions): Promise<MeilisearchServer> {
  const { uid, requestMs, taskMs, pollMs } = options;
  const {
    Meilisearch: Client,
    MeilisearchApiError,
    MeilisearchError,
  } = await import('meilisearch').catch((cause) => {
    throw unavailable('the package "meilisearch" is not installed: npm install meilisearch', cause);
  });
  const client: Meilisearch = new Client({
    host: options.url,
    ...(options.key === undefined ? {} : { apiKey: options.key }),
    timeout: requestMs,
    // What redirects is no Meilisearch, and is not given the key.
    requestInit: { redirect: 'error' },
  });
  const index: Index<KeptRecord> = client.index(uid);
  const closing = new AbortController();
  let prepared: Promise<void> | undefined;

  function unavailable(reason: string, cause: unknown): RegistryError {
    return new RegistryError('SEARCH_UNAVAILABLE', `the search server ${options.url} cannot be used: ${reason}`, {
      details: { url: options.url },
      cause,
    });
  }

  function explain(error: unknown): unknown {
    if (error instanceof MeilisearchApiError) {
      const { status } = error.response;
      if (lostCodes.includes(error.cause?.code ?? '')) prepared = undefined;
      if (status === 401 || status === 403)
        return unavailable(`it refuses the key (search.key): ${error.message}`, error);
      return unavailable(`it answered ${status}: ${error.message}`, error);
    }
    // A proxy in front of a dead server answers with a page.
    if (error instanceof SyntaxError) return unavailable('it does not answer as Meilisearch does', error);
    if (!(error instanceof MeilisearchError)) return error;
    const { cause } = error;
    const under = cause instanceof Error ? (cause.cause instanceof Error ? cause.cause : cause) : undefined;
    return unavailable(under?.message || error.message, error);
  }

  async function attempt<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      prepared ??= prepare();
      await prepared;
    } catch (error) {
      prepared = undefined;
      throw explain(error);
    }
    try {
      return await work();
    } catch (error) {
      throw explain(error);
    }
  }

  async function finish(enqueued: EnqueuedTaskPromise): Promise<void> {
    const { taskUid } = await enqueued;
    const deadline = performance.now() + taskMs;
    let pauseMs = pollMs;
    // Not `waitTask` of the client: there no single look has a deadline, and nothing ends the waiting.
    for (;;) {
      const { status, error } = await client.tasks.getTask(taskUid);
      if (status === 'succeeded') return;
      if (status === 'failed' || status === 'canceled') {
        if (lostCodes.includes(error?.code ?? '')) prepared = undefined;
        throw unavailable(`a task is ${status}: ${error?.message ?? 'no reason given'}`, error);
      }
      if (performance.now() > deadline) throw unavailable(`a task is not done after ${taskMs} ms`, undefined);
      await delay(pauseMs, undefined, { signal: closing.signal }).catch((cause) => {
        throw unavailable('the index was closed', cause);
      });
      pauseMs = Math.min(slowestPollMs, pauseMs * 1.5);
    }
  }

  async function prepare(): Promise<void> {
    const settings = await findSettings();
    if (settings !== undefined && hasSettings(settings)) return;
    if (settings === undefined) await finish(client.createIndex(uid, { primaryKey: 'key' }));
    await finish(index.updateSettings(indexSettings));
  }

  async function findSettings(): Promise<Settings | undefined> {
    try {
      return await index.getSettings();
    } catch (error) {
      if (error instanceof MeilisearchApiError && error.cause?.code === 'index_not_found') return undefined;
      throw error;
    }
  }

  return {
    close: () => closing.abort(),

    listGroups: () =>
      attempt(async () => {
        const groups: GroupRecord[] = [];
        for (;;) {
          const { results, total } = await index.getDocuments<GroupRecord>({
            filter: 'record = "group"',
            fields: ['name', 'fingerprint'],
            offset: groups.length,
            limit: groupsPerPage,
          });
          groups.push(...results);
          if (results.length === 0 || groups.length >= total) return groups;
        }
      }),

    addRecords: (records) => attempt(() => finish(index.addDocuments([...records], { primaryKey: 'key' }))),

    removeRecords: (filter) => attempt(() => finish(index.deleteDocuments({ filter }))),

    ask: (searches) =>
      attempt(async () => {
        const { results } = await client.multiSearch<MultiSearchParams, DocumentRecord>({
          queries: searches.map((search) => ({ indexUid: uid, ...search })),
        });
        return results.map(({ hits, estimatedTotalHits, facetDistribution }) => ({
          hits,
          total: estimatedTotalHits ?? 0,
          facets: facetDistribution ?? {},
        }));
      }),
  };
}

/** Whether an index has the settings that are set; it has others too, and lists some in another order. */
function hasSettings(settings: Settings): boolean {
  const has: ReadonlyMap<string, unknown> = new Map(Object.entries(settings));
  return Object.entries(indexSettings).every(([name, wanted]) => isIncluded(wanted, has.get(name), name));
}

function isIncluded(wanted: unknown, found: unknown, name: string): boolean {
  if (Array.isArray(wanted) && Array.isArray(found)) {
    const ordered = name === 'searchableAttributes' || name === 'rankingRules';
    return isDeepStrictEqual(ordered ? wanted : [...wanted].sort(), ordered ? found : [...found].sort());
  }
  if (typeof wanted !== 'object' || wanted === null) return wanted === found;
  if (typeof found !== 'object' || found === null) return false;
  const has: ReadonlyMap<string, unknown> = new Map(Object.entries(found));
  return Object.entries(wanted).every(([key, value]) => isIncluded(value, has.get(key), key));
}
