import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { FakeDocument } from './fake-meilisearch-filter.ts';
import {
  defaultSettings,
  FakeApiError,
  type FakeIndex,
  pick,
  readFilter,
  searchIndex,
} from './fake-meilisearch-index.ts';

/** How the fake answers: as the server does, not in time, with a status whatever is asked, or with a page that is not JSON. */
export type FakeMode = 'well' | 'slow' | 'page' | 429 | 500;

/** A server of the part of Meilisearch's public HTTP interface that a search index uses. */
export interface FakeMeilisearch {
  readonly url: string;
  listIndexes(): readonly string[];
  /** Method and path of each request. */
  readonly requests: readonly string[];
  mode: FakeMode;
  /** Tasks stay enqueued. */
  stalled: boolean;
  /** Loses everything, as a server does whose disk was not kept. */
  lose(): void;
  /** Which tasks fail from now on. */
  failing: 'none' | 'all' | 'documentAdditionOrUpdate';
  close(): Promise<void>;
}

interface FakeTask {
  readonly uid: number;
  readonly indexUid: string;
  readonly type: string;
  status: 'enqueued' | 'processing' | 'succeeded' | 'failed';
  error: { readonly message: string; readonly code: string; readonly type: string; readonly link: string } | null;
}

export interface StartFakeMeilisearchOptions {
  /** The only key it takes; without one everybody may do everything. */
  readonly key?: string;
  /** A key that may search and nothing else. */
  readonly searchKey?: string;
  readonly taskMs?: number;
}

// biome-ignore lint/suspicious/noExplicitAny: whatever a client sends
type Body = any;

/** Starts the fake on a free port of the loopback interface. Tasks run one after the other, some time after they were taken. */
export async function startFakeMeilisearch(options: StartFakeMeilisearchOptions = {}): Promise<FakeMeilisearch> {
  const indexes = new Map<string, FakeIndex>();
  const tasks: FakeTask[] = [];
  const requests: string[] = [];
  let queue: Promise<void> = Promise.resolve();
  const fake: Pick<FakeMeilisearch, 'mode' | 'stalled' | 'failing'> = { mode: 'well', stalled: false, failing: 'none' };

  function getIndex(uid: string): FakeIndex {
    const index = indexes.get(uid);
    if (index === undefined) throw new FakeApiError(404, 'index_not_found', `Index \`${uid}\` not found.`);
    return index;
  }

  function enqueue(indexUid: string, type: string, work: () => void): [number, unknown] {
    const task: FakeTask = { uid: tasks.length, indexUid, type, status: 'enqueued', error: null };
    tasks.push(task);
    queue = queue.then(async () => {
      await new Promise((done) => setTimeout(done, options.taskMs ?? 1));
      while (fake.stalled) await new Promise((done) => setTimeout(done, 5).unref());
      task.status = 'processing';
      try {
        if (fake.failing === 'all' || fake.failing === type)
          throw new FakeApiError(500, 'internal', 'No space left on device');
        work();
        task.status = 'succeeded';
      } catch (error) {
        if (!(error instanceof FakeApiError)) throw error;
        task.status = 'failed';
        task.error = toError(error);
      }
    });
    return [202, { taskUid: task.uid, indexUid, status: 'enqueued', type, enqueuedAt: new Date().toISOString() }];
  }

  function addDocuments(uid: string, primaryKey: string | undefined, documents: readonly FakeDocument[]): void {
    const index = indexes.get(uid) ?? { primaryKey, settings: defaultSettings, documents: new Map() };
    indexes.set(uid, index);
    const name = index.primaryKey ?? primaryKey ?? 'id';
    for (const document of documents) {
      const id = document[name];
      if (typeof id !== 'string' || !/^[\w-]{1,511}$/.test(id)) {
        throw new FakeApiError(400, 'invalid_document_id', `Document identifier \`${String(id)}\` is invalid.`);
      }
      index.documents.set(id, document);
    }
  }

  function removeDocuments(uid: string, filter: unknown): void {
    const index = getIndex(uid);
    const passes = readFilter(index, filter, 'invalid_document_filter');
    for (const [id, document] of index.documents) if (passes(document)) index.documents.delete(id);
  }

  function answer(method: string, { pathname, searchParams }: URL, body: Body): [number, unknown] {
    const [first, uid = '', ...rest] = pathname.split('/').slice(1);
    const route = `${method} ${[first, ...(uid === '' ? [] : ['*']), ...rest].join('/')}`;
    switch (route) {
      case 'GET health':
        return [200, { status: 'available' }];
      case 'GET tasks/*': {
        const task = tasks[Number(uid)];
        if (task === undefined) throw new FakeApiError(404, 'task_not_found', `Task \`${uid}\` not found.`);
        return [200, task];
      }
      case 'POST indexes':
        return enqueue(body.uid, 'indexCreation', () => {
          if (indexes.has(body.uid)) throw new FakeApiError(409, 'index_already_exists', 'Index already exists.');
          indexes.set(body.uid, { primaryKey: body.primaryKey, settings: defaultSettings, documents: new Map() });
        });
      case 'GET indexes/*/settings':
        return [200, getIndex(uid).settings];
      case 'PATCH indexes/*/settings':
        for (const name of Object.keys(body)) {
          if (!(name in defaultSettings)) throw new FakeApiError(400, 'bad_request', `Unknown field \`${name}\`.`);
        }
        return enqueue(uid, 'settingsUpdate', () => {
          const index = getIndex(uid);
          // The server lists some in an order of its own.
          const filterableAttributes = [...(body.filterableAttributes ?? [])].sort();
          index.settings = { ...index.settings, ...body, filterableAttributes };
        });
      case 'POST indexes/*/documents':
        return enqueue(uid, 'documentAdditionOrUpdate', () =>
          addDocuments(uid, searchParams.get('primaryKey') ?? undefined, body),
        );
      case 'POST indexes/*/documents/delete':
        return enqueue(uid, 'documentDeletion', () => removeDocuments(uid, body.filter));
      case 'POST indexes/*/documents/fetch': {
        const index = getIndex(uid);
        const { offset = 0, limit = 20, fields } = body;
        const found = [...index.documents.values()].filter(readFilter(index, body.filter, 'invalid_document_filter'));
        const results = found.slice(offset, offset + limit).map((document) => pick(document, fields));
        return [200, { results, offset, limit, total: found.length }];
      }
      case 'POST multi-search':
        return [200, { results: body.queries.map(searchOne) }];
      default:
        throw new FakeApiError(404, 'not_found', `The fake has no ${route}.`);
    }
  }

  function searchOne(search: Body, position: number): unknown {
    try {
      return { indexUid: search.indexUid, ...searchIndex(getIndex(search.indexUid), search) };
    } catch (error) {
      if (!(error instanceof FakeApiError)) throw error;
      throw new FakeApiError(error.status, error.code, `Inside \`.queries[${position}]\`: ${error.message}`);
    }
  }

  function authorize(request: IncomingMessage, pathname: string): void {
    if (options.key === undefined || pathname === '/health') return;
    const given = request.headers.authorization;
    if (given === undefined) {
      throw new FakeApiError(401, 'missing_authorization_header', 'The Authorization header is missing.');
    }
    const searches = given === `Bearer ${options.searchKey}` && pathname === '/multi-search';
    if (given !== `Bearer ${options.key}` && !searches) {
      throw new FakeApiError(403, 'invalid_api_key', 'The provided API key is invalid.');
    }
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://fake');
    requests.push(`${request.method} ${url.pathname}`);
    const sent = await text(request);
    if (fake.mode === 'slow') return;
    if (fake.mode === 'page') {
      response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>');
      return;
    }
    try {
      if (fake.mode === 429) throw new FakeApiError(429, 'too_many_search_requests', 'Too many search requests.');
      if (fake.mode === 500) throw new FakeApiError(500, 'internal', 'An internal error has occurred.');
      authorize(request, url.pathname);
      const [status, body] = answer(request.method ?? 'GET', url, sent === '' ? undefined : JSON.parse(sent));
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    } catch (error) {
      if (!(error instanceof FakeApiError)) throw error;
      response.writeHead(error.status, { 'content-type': 'application/json' }).end(JSON.stringify(toError(error)));
    }
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;

  return Object.assign(fake, {
    url: `http://127.0.0.1:${port}`,
    listIndexes: () => [...indexes.keys()],
    requests,
    lose: () => indexes.clear(),
    async close() {
      fake.stalled = false;
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  });
}

function toError({ status, code, message }: FakeApiError): NonNullable<FakeTask['error']> {
  const type = status === 401 || status === 403 ? 'auth' : status >= 500 ? 'internal' : 'invalid_request';
  return { message, code, type, link: '' };
}
