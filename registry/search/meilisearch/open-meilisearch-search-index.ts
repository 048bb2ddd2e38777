import type { SearchFacetValue } from '../../../schemas/search.ts';
import { answerQuery } from '../matching/answer-query.ts';
import { explainHit } from '../matching/explain-hit.ts';
import type { SearchAnswer, SearchFacet, SearchIndex, SearchQuery } from '../types.ts';
import { createMeilisearchServer, type MeilisearchServer } from './create-meilisearch-server.ts';
import { decodeValue, encodeValue, joinAll, writeIn, writeNarrowing } from './filter-expressions.ts';
import { type AskServer, candidateAttributes, findCandidates, maxCandidates, planOpenly } from './find-candidates.ts';
import { documentOrder, formNumber, type KeptRecord, readDocument, toRecords } from './index-form.ts';

export interface OpenMeilisearchSearchIndexOptions {
  /** Of the server, without credentials. */
  readonly url: string;
  /** Of a key that may do everything with the index: search, documents, indexes, settings and tasks. */
  readonly key?: string | undefined;
  /** Name of this installation among those that share the server; letters, digits, `-` and `_`. */
  readonly index: string;
  /** For one request; default 5 000. */
  readonly requestMs?: number;
  /** For the server to have indexed what it was given; default 60 000. */
  readonly taskMs?: number;
  /** Between two looks whether a task is done; default 50. */
  readonly pollMs?: number;
}

const recordsPerTask = 1_000;
const groupsPerTask = 200;

/**
 * Opens a search index on a Meilisearch server, which is first asked when the index is first used. The server finds candidates;
 * why and in which order they answer is decided here. Throws SEARCH_UNAVAILABLE when its client is not installed.
 */
export async function openMeilisearchSearchIndex(options: OpenMeilisearchSearchIndexOptions): Promise<SearchIndex> {
  const { requestMs = 5_000, taskMs = 60_000, pollMs = 50 } = options;
  const uid = `${options.index}-${formNumber}`;
  const server = await createMeilisearchServer({
    url: options.url,
    key: options.key,
    uid,
    requestMs,
    taskMs,
    pollMs,
  });
  let writing: Promise<void> = Promise.resolve();

  /** Two that replace one group at once would mix it. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    const turn = writing.then(work);
    writing = turn.catch(() => undefined);
    return turn;
  }

  return {
    listGroups: async () =>
      new Map((await server.listGroups()).map(({ name, fingerprint }): [string, string] => [name, fingerprint])),

    save: (batches) =>
      inTurn(async () => {
        // The last of two batches for one group counts.
        const groups = new Map(batches.map((batch) => [batch.group, batch]));
        await removeGroups(server, [...groups.keys()]);
        let records: KeptRecord[] = [];
        for (const batch of groups.values()) {
          records.push(...toRecords(batch));
          if (records.length < recordsPerTask) continue;
          await server.addRecords(records);
          records = [];
        }
        if (records.length > 0) await server.addRecords(records);
      }),

    remove: (groups) => inTurn(() => removeGroups(server, groups)),

    search: (query) =>
      planOpenly(query.text).words.length === 0 ? listDocuments(server.ask, query) : answer(server.ask, query),

    close() {
      server.close();
      return writing;
    },
  };
}

async function removeGroups(server: MeilisearchServer, groups: readonly string[]): Promise<void> {
  for (let start = 0; start < groups.length; start += groupsPerTask) {
    const names = groups.slice(start, start + groupsPerTask).map(encodeValue);
    await server.removeRecords(writeIn('group', names));
  }
}

/** Lists what fits without words: all of it is done by the server. */
async function listDocuments(ask: AskServer, query: SearchQuery): Promise<SearchAnswer> {
  const offset = toCount(query.offset ?? 0);
  const { hits, total, facets } = await count(ask, query, {
    offset,
    limit: Math.min(maxCandidates, toCount(query.limit)),
  });
  return { hits: hits.map((record) => ({ document: readDocument(record), reasons: [] })), total, facets };
}

/** Answers a question with words: the server finds candidates, the rules of all indexes decide. */
async function answer(ask: AskServer, query: SearchQuery): Promise<SearchAnswer> {
  const { pool, tooMany } = await findCandidates(ask, query, query.facets ?? []);
  const counted =
    tooMany === undefined ? undefined : await count(ask, query, { limit: maxCandidates, having: tooMany });
  if (counted !== undefined) pool.add(counted.hits);
  const { ordinals, plan, ...found } = answerQuery(pool.words, pool.documents, query);
  const hits = ordinals.flatMap((ordinal) => {
    const candidate = pool.find(ordinal);
    if (candidate === undefined) return [];
    return [{ document: candidate.document, reasons: query.explain === true ? explainHit(plan, candidate.words) : [] }];
  });
  if (counted === undefined) return { ...found, hits };
  return { ...found, hits, total: Math.max(found.total, counted.total), facets: counted.facets };
}

/** Lets the server list and count, each facet in a search of its own when it narrows. */
async function count(
  ask: AskServer,
  { narrow, facets = [] }: SearchQuery,
  { having, ...page }: { readonly limit: number; readonly offset?: number; readonly having?: string },
) {
  const apart = facets.filter((facet) => narrow?.[facet] !== undefined);
  const toFilter = (leftOut: readonly SearchFacet[]) =>
    joinAll([...writeNarrowing(narrow, leftOut), ...(having === undefined ? [] : [having])]);
  const shared = { sort: documentOrder, attributesToRetrieve: candidateAttributes };
  const [all, ...others] = await ask([
    { ...shared, ...page, filter: toFilter([]), facets: facets.map((facet) => `facet.${facet}`) },
    ...apart.map((facet) => ({ ...shared, filter: toFilter([facet]), limit: 0, facets: [`facet.${facet}`] })),
  ]);
  const counts = Object.assign({}, all?.facets, ...others.map((each) => each.facets));
  return {
    hits: all?.hits ?? [],
    total: all?.total ?? 0,
    facets: Object.fromEntries(facets.map((facet) => [facet, toFacetValues(counts[`facet.${facet}`] ?? {})])),
  };
}

function toFacetValues(counts: Readonly<Record<string, number>>): readonly SearchFacetValue[] {
  return Object.entries(counts)
    .map(([value, amount]) => ({ value: decodeValue(value), count: amount }))
    .sort((left, right) => right.count - left.count || (left.value < right.value ? -1 : 1));
}

function toCount(asked: number): number {
  return Number.isNaN(asked) ? 0 : Math.max(0, Math.min(1_000_000, Math.trunc(asked)));
}
