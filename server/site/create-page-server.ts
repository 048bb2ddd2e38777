import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { BoundedCache } from '../../registry/bounded-cache.ts';
import type { SourceState } from '../../schemas/rest.ts';
import type { PageAssets, PageContext } from '../../web/context/page-context.ts';
import { type Problem, ProblemPage } from '../../web/pages/problem-page.tsx';
import { findClient } from '../http/address-limit.ts';
import { createPageContext } from './create-page-context.ts';
import { type PageProblem, toPageProblem } from './load-problem.ts';
import { setPageHeaders } from './page-headers.ts';
import type { PageAnswer, PageLoader } from './page-loader.ts';
import { renderDocument } from './render-document.ts';
import { type RenderedPage, sendPage, sendPrivatePage, toRenderedPage } from './send-page.ts';
import type { SiteDependencies } from './site-dependencies.ts';
import { suggestPages } from './suggestions.ts';
import { readVisitor, type Visitor } from './visitor.ts';

/** Turns page loaders into handlers. */
export interface PageServer {
  /** A page that is kept until the catalogue changes. */
  page(load: PageLoader): RequestHandler;
  /** A page that is made anew for every request. */
  freshPage(load: PageLoader): RequestHandler;
  /** The answer to a form, which is kept by nobody: neither here nor on its way. */
  privatePage(load: PageLoader): RequestHandler;
  /** Answers what no route took. */
  readonly missing: RequestHandler;
  readonly failed: ErrorRequestHandler;
}

const maxCacheBytes = 24_000_000;
const yearMs = 365 * 24 * 60 * 60 * 1000;

/** Makes handlers that load, draw, keep and send pages of one site. */
export function createPageServer(site: SiteDependencies, assets: PageAssets): PageServer {
  const cache = new BoundedCache<RenderedPage>({ maxWeight: maxCacheBytes });

  async function serve(request: Request, response: Response, options: { load: PageLoader; keep: boolean }) {
    const visitor = greet(request, response);
    const sources = await site.reader.listSources();
    const key = toKey(site, { request, visitor, sources });
    const kept = options.keep ? cache.find(key) : undefined;
    if (kept !== undefined) return sendPage(request, response, kept);
    const { params, query, body } = request;
    const { language } = visitor;
    const loaded = await options.load(site, { params, query, body, language, client: findClient(request) });
    if ('redirect' in loaded) return response.redirect(303, loaded.redirect);
    const { status, draw, keep }: PageAnswer = typeof loaded === 'function' ? { status: 200, draw: loaded } : loaded;
    const context = await createPageContext(site, { request, visitor, sources, assets });
    const rendered = toRenderedPage(renderDocument(draw(context)), status);
    if (options.keep && keep !== false)
      cache.save(key, rendered, key.length * 2 + rendered.bytes.length + rendered.zipped.length);
    sendPage(request, response, rendered);
  }

  async function servePrivate(request: Request, response: Response, load: PageLoader) {
    const visitor = greet(request, response);
    const sources = await site.reader.listSources();
    const { params, query, body } = request;
    const { language } = visitor;
    const loaded = await load(site, { params, query, body, language, client: findClient(request) });
    if ('redirect' in loaded) return response.redirect(303, loaded.redirect);
    const { status, draw }: PageAnswer = typeof loaded === 'function' ? { status: 200, draw: loaded } : loaded;
    const context = await createPageContext(site, { request, visitor, sources, assets });
    sendPrivatePage(response, renderDocument(draw(context)), status);
  }

  async function sendProblem(request: Request, response: Response, { status, problem, suggest }: PageProblem) {
    const visitor = greet(request, response);
    const sources = await site.reader.listSources();
    const context = await createPageContext(site, { request, visitor, sources, assets });
    const suggestions = await suggest(context).catch(() => []);
    const html = renderDocument(ProblemPage({ context: forget(context, problem), problem, suggestions }));
    sendPage(request, response, toRenderedPage(html, status));
  }

  function greet(request: Request, response: Response): Visitor {
    const visitor = readVisitor(request);
    setPageHeaders(response);
    for (const [name, value] of Object.entries(visitor.choices)) {
      response.cookie(name, value, { path: `${site.address.basePath}/`, maxAge: yearMs, sameSite: 'lax' });
    }
    return visitor;
  }

  return {
    page: (load) => (request, response) => serve(request, response, { load, keep: true }),
    freshPage: (load) => (request, response) => serve(request, response, { load, keep: false }),
    privatePage: (load) => (request, response) => servePrivate(request, response, load),
    missing: (request, response) =>
      sendProblem(request, response, {
        status: 404,
        problem: { kind: 'page' },
        suggest: (context) => suggestPages(site, context),
      }),
    failed: (error, request, response, next) => {
      const problem = toPageProblem(site, error);
      if (problem.problem.kind === 'failed') site.onBug(error);
      if (response.headersSent) return next(error);
      return sendProblem(request, response, problem).catch((worse: unknown) => {
        site.onBug(worse);
        response.status(500).type('text/plain').send('The server failed; its log says more.\n');
      });
    },
  };
}

/** Everything that a kept page depends on. */
function toKey(
  site: SiteDependencies,
  { request, visitor, sources }: { request: Request; visitor: Visitor; sources: readonly SourceState[] },
): string {
  const freshness = sources.map(({ id, state, running, lastSuccess }) => [id, state, running, lastSuccess]);
  return JSON.stringify([
    site.generation(),
    site.isEvaluating(),
    site.storeHealth(),
    site.icons.generation,
    visitor.language,
    visitor.theme,
    hasInstallBox(request.path) ? visitor.client : undefined,
    request.url,
    freshness,
  ]);
}

/** Whether the page at a path may show what the visitor chose there: pages about an addon or one of its versions. */
function hasInstallBox(path: string): boolean {
  return /^\/addons\/[^/]+\/[^/]+/.test(path);
}

/** Keeps an address that could not be understood out of the page about it. */
function forget(context: PageContext, problem: Problem): PageContext {
  return problem.kind === 'input' || problem.kind === 'failed' ? { ...context, path: '/', query: {} } : context;
}
