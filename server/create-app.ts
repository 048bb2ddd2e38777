import { createServer, type Server, type ServerResponse } from 'node:http';
import express, { type Router } from 'express';
import type { StoreHealth } from '../schemas/store-health.ts';
import type { HelmRoutes } from './helm/create-helm-routes.ts';
import type { LockRoutes } from './helm/create-lock-routes.ts';
import type { Metrics } from './http/metrics.ts';
import { stripBasePath } from './http/public-address.ts';

export interface AppOptions {
  readonly helm: HelmRoutes;
  readonly locks: LockRoutes;
  readonly metrics: Metrics;
  readonly storeHealth: () => StoreHealth;
  /** What stands behind Express; undefined until the server knows its own address. */
  readonly surfaces: () => { readonly api: Router; readonly definitions: Router; readonly site: Router } | undefined;
  /** Known once the server listens. */
  readonly basePath: () => string;
}

const headersTimeoutMs = 10_000;
const requestTimeoutMs = 30_000;
const keepAliveTimeoutMs = 65_000;

/** The HTTP server: the hot Helm routes raw in front, Express for everything else. */
export function createApp(options: AppOptions): Server {
  const app = createExpress(options);
  const server = createServer(
    { headersTimeout: headersTimeoutMs, requestTimeout: requestTimeoutMs },
    (request, response) => {
      const target = splitTarget(request.url ?? '/', options.basePath());
      if (options.helm.handle(request, response, target) || options.locks.handle(request, response, target)) {
        options.metrics.countWhenEnded(response);
        return;
      }
      const startedAt = performance.now();
      response.once('close', () => {
        options.metrics.countRequest({
          surface: toSurface(target.path, response),
          status: response.statusCode,
          durationMs: performance.now() - startedAt,
        });
      });
      request.url = target.query === '' ? target.path : `${target.path}?${target.query}`;
      app(request, response);
    },
  );
  server.keepAliveTimeout = keepAliveTimeoutMs;
  return server;
}

function createExpress(options: AppOptions): express.Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.enable('case sensitive routing');
  app.get('/healthz', (_request, response) => {
    response.type('text/plain').send('ok\n');
  });
  app.get('/readyz', (_request, response) => {
    const ready = options.surfaces() !== undefined;
    response
      .status(ready ? 200 : 503)
      .type('text/plain')
      .send(ready ? `ok\n${toStoreLine(options.storeHealth())}` : 'starting\n');
  });
  app.get('/metrics', async (_request, response) => {
    response.type(options.metrics.registry.contentType).send(await options.metrics.registry.metrics());
  });
  // The rest needs the server's own address, which is known once it listens.
  app.use('/api/v1', (request, response, next) => {
    const surfaces = options.surfaces();
    if (surfaces === undefined) next();
    else surfaces.api(request, response, next);
  });
  for (const [pattern, toRoute] of shortNames) {
    app.get(pattern, (request, response, next) => {
      const surfaces = options.surfaces();
      if (surfaces === undefined) return next();
      const { segments, query } = toRoute(toParts(request.params));
      const given = request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : '';
      const path = segments.map((segment) => `/${encodeURIComponent(segment)}`).join('');
      request.url = `${path}${query === undefined ? given : withQuery(given, query)}`;
      surfaces.api(request, response, next);
    });
  }
  app.use((request, response, next) => {
    const surfaces = options.surfaces();
    if (surfaces === undefined) next();
    else surfaces.definitions(request, response, () => surfaces.site(request, response, next));
  });
  return app;
}

function withQuery(given: string, query: Readonly<Record<string, string>>): string {
  const search = new URLSearchParams(given);
  for (const [name, value] of Object.entries(query)) search.set(name, value);
  return `?${search}`;
}

/** Each part of these paths is one segment. */
function toParts(params: Readonly<Record<string, string | string[]>>): PathParts {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]));
}

interface RouteAddress {
  readonly segments: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
}

type PathParts = Readonly<Record<string, string>>;

/** Short names of routes of the REST interface: the same route behind an address that people and programs put down. */
const shortNames: readonly (readonly [path: string, toRoute: (parts: PathParts) => RouteAddress])[] = [
  [
    '/c/:catalog/addons/:addon/:version/bundle.yaml',
    ({ catalog = '', addon = '', version = '' }) => ({
      segments: ['catalogs', catalog, 'addons', addon, 'versions', version, 'bundle.yaml'],
    }),
  ],
  ['/feed.atom', () => ({ segments: ['feed.atom'] })],
  ['/c/:catalog/feed.atom', ({ catalog = '' }) => ({ segments: ['feed.atom'], query: { catalog } })],
  [
    '/addons/:catalog/:addon/feed.atom',
    ({ catalog = '', addon = '' }) => ({ segments: ['feed.atom'], query: { catalog, addon } }),
  ],
  ['/badge/:catalog/:file', ({ catalog = '', file = '' }) => ({ segments: ['badge', catalog, file] })],
  [
    '/badge/:catalog/:addon/:file',
    ({ catalog = '', addon = '', file = '' }) => ({ segments: ['badge', catalog, addon, file] }),
  ],
];

/** A server that cannot write still serves, so it stays ready. */
function toStoreLine(health: StoreHealth): string {
  return health.writable ? '' : `store: takes no writes since ${health.since} (${health.reason}): ${health.message}\n`;
}

/** Streams last as long as somebody looks, so their time stands by itself. */
function toSurface(path: string, response: ServerResponse): string {
  if (String(response.getHeader('content-type')).startsWith('text/event-stream')) return 'stream';
  return path.startsWith('/api/') ? 'api' : 'site';
}

function splitTarget(url: string, basePath: string): { path: string; query: string } {
  const mark = url.indexOf('?');
  const path = mark === -1 ? url : url.slice(0, mark);
  return { path: stripBasePath(path, basePath), query: mark === -1 ? '' : url.slice(mark + 1) };
}
