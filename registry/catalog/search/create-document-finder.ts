import { setTimeout as delay } from 'node:timers/promises';
import { BoundedCache } from '../../bounded-cache.ts';
import { RegistryError } from '../../errors.ts';
import type { SearchAnswer, SearchDocument, SearchIndex, SearchQuery } from '../../search/types.ts';
import type { SearchProjection } from './create-search-projection.ts';
import { findPlainly } from './find-plainly.ts';

/** A search whose answer counts nothing. */
export type DocumentQuery = Omit<SearchQuery, 'facets'>;

/** What was found. */
export interface FoundDocuments extends Omit<SearchAnswer, 'facets'> {
  /** The index could not be asked, so that only words as they stand in names, descriptions and tags were found. */
  readonly plain: boolean;
}

/** Finds documents by words, always: without its index it finds less and says so. */
export interface DocumentFinder {
  find(query: DocumentQuery): Promise<FoundDocuments>;
  /** Changes whenever an answer may have. */
  readonly epoch: string;
}

export interface DocumentFinderOptions {
  readonly projection: SearchProjection;
  readonly index: Pick<SearchIndex, 'search'>;
  /** What views and lists know of everything: enough to find plainly. */
  readonly listDocuments: () => Promise<readonly SearchDocument[]>;
  /** How long an answer waits for an index that is behind the views. */
  readonly patienceMs: number;
  /** Told of trouble with the index, which nobody's request fails for. */
  readonly onTrouble: (error: unknown) => void;
}

const cacheWeight = 8 * 1024 * 1024;
const weightOfHit = 400;
/** An index that could not be asked is left alone for so long. */
const retryAfterMs = 5_000;

/** Asks the index when it is in step with the views, or soon is; else looks for itself. */
export function createDocumentFinder(options: DocumentFinderOptions): DocumentFinder {
  const { projection, index, listDocuments, patienceMs, onTrouble } = options;
  const answers = new BoundedCache<Promise<FoundDocuments>>({ maxWeight: cacheWeight });
  let cachedEpoch = -1;
  let failures = 0;
  let failedAt = Number.NEGATIVE_INFINITY;

  function isResting(): boolean {
    return performance.now() - failedAt < retryAfterMs;
  }

  function rest(error: unknown): void {
    if (!isResting()) onTrouble(error);
    failures += 1;
    failedAt = performance.now();
  }

  /** Waits until the index shows what lists show, but not for ever: it may hold what it held until then. */
  async function catchUp(): Promise<void> {
    if (projection.isCurrent() || isResting()) return;
    const update = projection.update().catch(rest);
    const stop = new AbortController();
    const waited = delay(patienceMs, undefined, { signal: stop.signal, ref: false }).catch(() => undefined);
    await Promise.race([update, waited]);
    stop.abort();
  }

  async function ask(query: DocumentQuery): Promise<FoundDocuments> {
    const { hits, total, didYouMean } = await index.search(query);
    return { hits, total, ...(didYouMean === undefined ? {} : { didYouMean }), plain: false };
  }

  async function askOnce(query: DocumentQuery): Promise<FoundDocuments> {
    if (cachedEpoch !== projection.epoch) answers.clear();
    cachedEpoch = projection.epoch;
    const key = JSON.stringify(query);
    const known = answers.find(key);
    if (known !== undefined) return known;
    const asked = ask(query);
    const { hits } = await asked;
    // What came while the index changed may hold some of both.
    if (cachedEpoch === projection.epoch) answers.save(key, asked, key.length * 2 + hits.length * weightOfHit);
    return asked;
  }

  return {
    get epoch() {
      return `${projection.epoch}.${failures}${projection.isReady() && !isResting() ? '' : '-plain'}`;
    },
    async find(query) {
      await catchUp();
      if (projection.isReady() && !isResting()) {
        try {
          return await askOnce(query);
        } catch (error) {
          // Only what another program does may fail; what is wrong with this one must be seen.
          if (!(error instanceof RegistryError)) throw error;
          rest(error);
          projection.doubt();
        }
      }
      const { hits, total } = findPlainly(await listDocuments(), query);
      return { hits, total, plain: true };
    },
  };
}
