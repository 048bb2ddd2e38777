import type { RequestHandler } from 'express';
import { sourceNotFound } from '../../registry/errors.ts';
import { createLinks } from '../../web/context/links.ts';
import { SourcePage } from '../../web/pages/source-page.tsx';
import { SourcesPage } from '../../web/pages/sources-page.tsx';
import { createFormParser, createSenderCheck } from './form-guards.ts';
import { getParam, type PageAnswer, type PageDrawing, type PageLoader, type PageRequest } from './page-loader.ts';
import type { SiteDependencies } from './site-dependencies.ts';

/** Every source. */
export const loadSources: PageLoader = async () => {
  const now = new Date().toISOString();
  return (context) => SourcesPage({ context, now });
};

/** One source with its last runs. Throws SOURCE_NOT_FOUND. */
export const loadSource: PageLoader = async (site, request) => drawSource(site, request, false);

/** The same for whoever gave a token that is none: 403. */
export const loadRefusedSource: PageLoader = async (site, request): Promise<PageAnswer> => ({
  status: 403,
  draw: await drawSource(site, request, true),
});

async function drawSource(site: SiteDependencies, request: PageRequest, refused: boolean): Promise<PageDrawing> {
  const id = toSourceId(request);
  const runs = site.runs.listRuns(id);
  const source = (await site.reader.listSources()).find((each) => each.id === id);
  if (source === undefined) throw sourceNotFound(id);
  const now = new Date().toISOString();
  const takesToken = site.operator !== undefined;
  return (context) => SourcePage({ context, source, runs, now, takesToken, refused });
}

const maxBodyBytes = 4096;

/** Takes the form that reads a source anew: 303 to the page of the source, which shows how far that has come; a wrong token is left to the next handler. */
export function createSyncForm(site: SiteDependencies): readonly RequestHandler[] {
  const links = createLinks(site.address.basePath);
  return [
    createSenderCheck(site),
    createFormParser(maxBodyBytes),
    (request, response, next) => {
      const id = toSourceId(request);
      // Throws when there is none.
      site.runs.listRuns(id);
      const { operator } = site;
      const token: unknown = request.body?.token;
      if (operator === undefined || typeof token !== 'string' || !operator.admits(token)) return next();
      // Reading may take minutes; the page tells how it goes, and what went wrong.
      operator.sync(id).catch(site.onBug);
      response.redirect(303, links.source(id));
    },
  ];
}

function toSourceId(request: Pick<PageRequest, 'params'>): string {
  return `${getParam(request, 'catalog')}/${getParam(request, 'source')}`;
}
