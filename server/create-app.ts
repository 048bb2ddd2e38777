import { createServer, type Server, type ServerResponse } from 'node:http';
import express, { type Router } from 'express';
import type { HelmRoutes } from './helm/create-helm-routes.ts';
import type { LockRoutes } from './helm/create-lock-routes.ts';
import type { Metrics } from './http/metrics.ts';
import { stripBasePath } from './http/public-address.ts';

export interface AppOptions {
  readonly helm: HelmRoutes;
  readonly locks: LockRoutes;
  readonly metrics: Metrics;
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
      .send(ready ? 'ok\n' : 'starting\n');
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
  // The short name of a bundle: the same route.
  app.get('/c/:catalog/addons/:addon/:version/bundle.yaml', (request, response, next) => {
    const surfaces = options.surfaces();
    if (surfaces === undefined) return next();
    const { catalog = '', addon = '', version = '' } = request.params;
    const segments = ['catalogs', catalog, 'addons', addon, 'versions', version, 'bundle.yaml'];
    const query = request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : '';
    request.url = `${segments.map((segment) => `/${encodeURIComponent(segment)}`).join('')}${query}`;
    surfaces.api(request, response, next);
  });
  app.use((request, response, next) => {
    const surfaces = options.surfaces();
    if (surfaces === undefined) next();
    else surfaces.definitions(request, response, () => surfaces.site(request, response, next));
  });
  return app;
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
