import { type ErrorRequestHandler, type RequestHandler, Router } from 'express';
import { HelpPage } from '../../web/pages/help-page.tsx';
import { MetadataPage } from '../../web/pages/metadata-page.tsx';
import { VersionDefinitionsPage } from '../../web/pages/version-definitions-page.tsx';
import { createSiteCardHandler, createVersionCardHandler } from './card/send-card.ts';
import { loadCompare } from './compare/load-compare.ts';
import { createValuesForm } from './compare/values-form.ts';
import { createPageServer } from './create-page-server.ts';
import { createSchemaHandler } from './create-schema-handler.ts';
import { createDefinitionLoader } from './definition/load-definition.ts';
import { loadDependencies } from './dependencies/load-dependencies.ts';
import { createHighlighter } from './highlight/create-highlighter.ts';
import { loadDefinitions } from './load-definitions.ts';
import { loadGallery } from './load-gallery.ts';
import { loadHome, loadUse } from './load-home.ts';
import { loadList } from './load-list.ts';
import { loadLock, loadLocks } from './load-lock.ts';
import { createParametersForm, loadParameters } from './load-parameters.ts';
import { loadPlan } from './load-plan.ts';
import { loadPublish } from './load-publish.ts';
import { createRuleLoader, loadRules } from './load-rules.ts';
import { loadSearch } from './load-search.ts';
import { createSyncForm, loadRefusedSource, loadSource, loadSources } from './load-source.ts';
import { createVersionLoader, loadEffects, loadFindings, loadVersions } from './load-version.ts';
import { createLockForm, createLockOpener } from './lock-form.ts';
import { createLlmsHandler, createRobotsHandler } from './machine-texts.ts';
import { createAddonLoader, createReadmeLoader } from './readme/create-readme-loader.ts';
import { createIconHandler } from './send-icon.ts';
import { createRawFileHandler } from './send-raw-file.ts';
import { readSiteAssets, type SiteAssets } from './site-assets.ts';
import type { SiteDependencies } from './site-dependencies.ts';
import { createSitemap } from './site-map.ts';
import { createFileLoader, loadFiles } from './source/load-source.ts';

/** The pages for people, every route in one list. Mount it last and without the base path: it answers all that is left, 404 pages included. */
export function createSite(dependencies: SiteDependencies): Router {
  const assets = readSiteAssets();
  const pages = createPageServer(dependencies, assets.names);
  const { page, freshPage, missing, failed } = pages;
  const highlighter = createHighlighter();
  const sitemap = createSitemap(dependencies);
  const loadVersion = createReadmeLoader(highlighter);
  const version = '/addons/:catalog/:addon/v/:version';
  const router = Router({ caseSensitive: true });
  router.get('/', page(loadHome));
  router.get('/search', page(loadSearch));
  router.get('/addons', page(loadList));
  router.get('/addons/:catalog/:addon', page(createAddonLoader(highlighter)));
  router.get('/addons/:catalog/:addon/compare', page(loadCompare));
  router.post('/addons/:catalog/:addon/compare', ...createValuesForm(dependencies, pages));
  router.get(version, page(loadVersion));
  router.get(`${version}/readme`, page(loadVersion));
  router.get(`${version}/metadata`, page(createVersionLoader(MetadataPage)));
  router.get(`${version}/files`, page(loadFiles));
  router.get(`${version}/files/*path`, page(createFileLoader(highlighter)));
  router.get(`${version}/raw/*path`, createRawFileHandler(dependencies));
  router.get(`${version}/parameters`, page(loadParameters));
  router.post(`${version}/parameters`, ...createParametersForm(dependencies), freshPage(loadParameters));
  router.get(`${version}/definitions`, page(createVersionLoader(VersionDefinitionsPage)));
  router.get(`${version}/effects`, page(loadEffects));
  router.get(`${version}/dependencies`, page(loadDependencies));
  router.get(`${version}/findings`, page(loadFindings));
  router.get(`${version}/versions`, page(loadVersions));
  router.get('/definitions', page(loadDefinitions));
  router.get('/definitions/:kind/:name', page(createDefinitionLoader(highlighter)));
  router.get('/plan', page(loadPlan));
  router.get('/locks', createLockOpener(dependencies), page(loadLocks));
  router.post('/locks', ...createLockForm(dependencies));
  router.get('/locks/:id', page(loadLock));
  router.get('/sources', freshPage(loadSources));
  router.get('/sources/:catalog/:source', freshPage(loadSource));
  router.post('/sources/:catalog/:source/sync', ...createSyncForm(dependencies), freshPage(loadRefusedSource));
  router.get('/rules', page(loadRules));
  router.get('/rules/:family/:rule', page(createRuleLoader(highlighter)));
  router.get('/use', page(loadUse));
  router.get('/publish', page(loadPublish));
  router.get(
    '/help',
    page(async () => (context) => HelpPage({ context })),
  );
  if (dependencies.gallery) router.get('/_gallery', freshPage(loadGallery));
  router.get('/cards/site.svg', createSiteCardHandler());
  router.get('/cards/:catalog/:addon/:version.svg', createVersionCardHandler(dependencies));
  router.get('/robots.txt', createRobotsHandler(dependencies));
  router.get('/llms.txt', createLlmsHandler(dependencies));
  router.get('/sitemap.xml', sitemap.index);
  router.get('/sitemap-:part.xml', sitemap.part);
  router.get('/assets/:file', createAssetHandler(assets));
  router.get('/icons/:name', createIconHandler(dependencies));
  router.get('/schemas/:file', createSchemaHandler());
  // An endpoint that a person pastes into a browser leads to what stands behind it.
  router.get('/c/:catalog', (request, response) => {
    const catalog = encodeURIComponent(request.params.catalog);
    response.redirect(302, `${dependencies.address.basePath}/addons?catalog=${catalog}`);
  });
  router.get('/lock/:id', (request, response) => {
    response.redirect(302, `${dependencies.address.basePath}/locks/${encodeURIComponent(request.params.id)}`);
  });
  router.use(missing satisfies RequestHandler);
  router.use(failed satisfies ErrorRequestHandler);
  return router;
}

function createAssetHandler(assets: SiteAssets): RequestHandler<{ file: string }> {
  return (request, response, next) => {
    const asset = assets.findAsset(request.params.file);
    if (asset === undefined) return next();
    const zip = request.acceptsEncodings('gzip') === 'gzip';
    response.set({
      'Content-Type': asset.contentType,
      'Cache-Control': 'public, max-age=31536000, immutable',
      'X-Content-Type-Options': 'nosniff',
      Vary: 'Accept-Encoding',
      ...(zip ? { 'Content-Encoding': 'gzip' } : {}),
    });
    response.end(zip ? asset.zipped : asset.bytes);
  };
}
