import type { Server } from 'node:http';
import { textRuleSet } from '../registry/addon/lint/rule-set.ts';
import { createChangeReader } from '../registry/catalog/create-change-reader.ts';
import { createSealCheck } from '../registry/catalog/create-seal-check.ts';
import { listSourceStates } from '../registry/catalog/list-source-states.ts';
import { openCatalogViews } from '../registry/catalog/open-catalog-views.ts';
import { createCachingEngines } from '../registry/engine/caching-engines.ts';
import { openEngines } from '../registry/engine/open-engines.ts';
import { RegistryError } from '../registry/errors.ts';
import { reevaluate } from '../registry/ingest/reevaluate.ts';
import { openEvaluationRunner } from '../registry/jobs/open-evaluation-runner.ts';
import { openSourceRunner } from '../registry/jobs/open-source-runner.ts';
import { removeServerNote, writeServerNote } from '../registry/storage/data-folder.ts';
import { openEmbeddedStore } from '../registry/storage/open-embedded-store.ts';
import { openStoreProbe } from '../registry/storage/open-store-probe.ts';
import { createApi } from './api/create-api.ts';
import { createRoutes } from './api/routes.ts';
import { composeCatalogs } from './compose-catalogs.ts';
import { composeEvaluator, composeLineRules } from './compose-evaluation.ts';
import { composeIcons } from './compose-icons.ts';
import { composeLive } from './compose-live.ts';
import { composeLocks } from './compose-locks.ts';
import { composeReaders } from './compose-readers.ts';
import { composeSearch } from './compose-search.ts';
import { composeSources } from './compose-sources.ts';
import { composeStates } from './compose-states.ts';
import { findPackageRoot, readPackageVersion } from './config/package-root.ts';
import type { Settings } from './config/settings.ts';
import { createApp } from './create-app.ts';
import { createEvaluationLog } from './create-evaluation-log.ts';
import { createIngestLog } from './create-ingest-log.ts';
import { createPublisher } from './create-publisher.ts';
import { createDefinitionFiles } from './definitions/create-definition-files.ts';
import { createArchiveSender } from './helm/create-archive-sender.ts';
import { createHelmRoutes } from './helm/create-helm-routes.ts';
import { createLockRoutes } from './helm/create-lock-routes.ts';
import { createAddressLimit } from './http/address-limit.ts';
import { admitsToken } from './http/admin-tokens.ts';
import { createMetrics } from './http/metrics.ts';
import { createServerAddress, type ServerAddress } from './http/public-address.ts';
import { createServerLog } from './http/server-log.ts';
import { listRules } from './list-rules.ts';
import { createSite } from './site/create-site.ts';

export interface ComposeServerOptions {
  readonly settings: Settings;
  /** Admits the command line of this machine to write routes. */
  readonly localToken: string;
  readonly print: (line: string) => void;
}

/** A server that is wired up and does not listen yet. */
export interface ComposedServer {
  readonly server: Server;
  /** Tells where the server listens, before the first answer. */
  open(listening: string): Promise<void>;
  /** Starts to read the sources. */
  begin(): void;
  /** Ends the reading of sources, so that requests that wait for one are answered. */
  stopWork(): Promise<void>;
  close(): Promise<void>;
}

/** For one address: somebody who types fast has ten renderings a second. */
const renderingLimit = { burst: 120, perSecond: 20 };
const runTimeoutMs = 30 * 60_000;
/** What the engines answered lately; evaluation asks the same of neighbouring versions. */
const maxRememberedBytes = 16 * 1024 * 1024;

/** The composition root: every adapter meets its port here and nowhere else. */
export async function composeServer({ settings, localToken, print }: ComposeServerOptions): Promise<ComposedServer> {
  const log = createServerLog({ level: settings.logLevel });
  const onBug = (error: unknown) => {
    if (error instanceof RegistryError) log.warn({ code: error.code, reason: error.message }, 'not fulfilled');
    else log.error({ err: error }, 'a bug');
  };
  const adminToken = settings.adminToken === undefined ? undefined : await settings.adminToken.resolve();
  const {
    store,
    blobs,
    close: closeStore,
  } = await openEmbeddedStore({
    folder: settings.dataFolder,
    sqlite: settings.sqlite,
  });
  // No process is started before the first question.
  const engines = createCachingEngines(openEngines({ root: findPackageRoot() }), { maxBytes: maxRememberedBytes });
  const metrics = createMetrics();
  const now = () => new Date().toISOString();
  const storeProbe = openStoreProbe({
    folder: settings.dataFolder,
    now,
    onChange: (health) => {
      if (health.writable) log.info('data folder takes writes again');
      else log.warn({ reason: health.reason, message: health.message }, 'data folder takes no writes');
    },
  });
  metrics.setStoreHealth(() => ({ writable: storeProbe.health().writable, freeBytes: storeProbe.freeBytes() }));
  const catalogs = composeCatalogs(settings.catalogs);
  const lines = await composeLineRules(engines, settings.engines);
  const views = await openCatalogViews({ store, catalogs, ruleSet: textRuleSet, lines });
  const stopping = new AbortController();
  let reevaluating: Promise<unknown> = Promise.resolve();

  let address: ServerAddress = createServerAddress({ publicUrl: settings.publicUrl, listening: 'http://127.0.0.1' });
  const ingestLog = createIngestLog({ log, print, metrics });
  const live = composeLive({
    catalogs,
    views,
    listSources: () => listSourceStates(runner, views),
    isEvaluating: () => evaluation.isRunning(),
    onBug,
  });
  metrics.setLiveClients(() => live.stream.countClients());
  const evaluationLog = createEvaluationLog({ log, print, metrics });
  const dependencies = {
    store,
    blobs,
    now,
    observer: { ...ingestLog, onChange: (catalog: string) => publisher.publishSoon(catalog) },
  };
  const evaluation = openEvaluationRunner({
    store,
    blobs,
    evaluator: composeEvaluator(engines, lines),
    observer: {
      ...evaluationLog,
      onRest: () => live.touchEvaluation(),
      onPending: (pending) => {
        evaluationLog.onPending(pending);
        live.setPending(pending);
      },
      onChange: () => {
        for (const { name } of catalogs) publisher.publishSoon(name);
      },
    },
    onBug,
  });
  const { icons, iconRunner } = await composeIcons({ settings, views, store, blobs, log, onBug });
  const scheduled = composeSources(settings);
  const runner = await openSourceRunner({
    dependencies,
    sources: scheduled,
    timeoutMs: runTimeoutMs,
    onReport: async (report, durationMs) => {
      if (report.changed) await publisher.publish(report.catalog);
      ingestLog.onReport(report, durationMs);
      // Not before: people wait for the list first, and both want the same processors.
      evaluation.wake();
      iconRunner.wake();
    },
    onState: (source) => live.touchSource(source),
    onBug,
  });
  const mutable = new Set(scheduled.filter(({ source }) => source.mutable).map(({ source }) => source.id));
  const isMutable = (source: string) => mutable.has(source);
  const { search, close: closeSearch } = composeSearch({
    settings,
    catalogs,
    views,
    store,
    blobs,
    lines,
    onTrouble: onBug,
  });
  const {
    reader,
    evaluations,
    forms,
    previewer,
    definitions,
    bundles,
    comparer,
    planner,
    dependencies: graphs,
    values,
  } = composeReaders({
    engines,
    catalogs,
    views,
    store,
    blobs,
    sources: runner,
    lines,
    address: { absolute: (path) => address.absolute(path) },
    search,
  });
  const locks = composeLocks({
    store,
    blobs,
    views,
    planner,
    address: { absolute: (path) => address.absolute(path) },
    sources: scheduled,
  });
  const sendArchive = createArchiveSender({ blobs });
  const helm = createHelmRoutes({ views, sendArchive, reader, isMutable, onBug });
  const publisher = createPublisher({
    refresh: views.refresh,
    findView: views.findView,
    async prepare(view) {
      metrics.setCatalog({ catalog: view.catalog, addons: view.addonCount, versions: view.versionCount });
      await helm.prepare(view);
      await search.update();
      live.touchCatalog(view.catalog);
    },
    onBug,
  });
  const rules = listRules();
  const renderings = createAddressLimit({ ...renderingLimit, now: () => performance.now() });
  const version = readPackageVersion();
  let mounted: ReturnType<Parameters<typeof createApp>[0]['surfaces']>;
  const server = createApp({
    helm,
    locks: createLockRoutes({ locks, sendArchive, onBug }),
    metrics,
    storeHealth: storeProbe.health,
    basePath: () => address.basePath,
    surfaces: () => mounted,
  });

  return {
    server,
    async open(listening) {
      address = createServerAddress({ publicUrl: settings.publicUrl, listening });
      await writeServerNote(settings.dataFolder, { pid: process.pid, url: listening, token: localToken });
      const states = composeStates({ catalogs, views, store, publish: publisher.publish });
      const routes = createRoutes({
        reader,
        searcher: search,
        evaluations,
        forms,
        previewer,
        renderings,
        definitions,
        bundles,
        comparer,
        states,
        planner,
        dependencies: graphs,
        values,
        locks: { locks, open: settings.openLocks },
        isSealed: createSealCheck({ views, isMutable }),
        address,
        events: { changes: createChangeReader({ views, store }), live: live.stream },
        rules,
        isMutable,
        runs: runner,
        syncSource: (source) => runner.sync(source),
      });
      mounted = {
        api: createApi({
          routes,
          version,
          url: address.absolute('/api/v1'),
          adminTokens: [localToken, ...(adminToken === undefined ? [] : [adminToken])],
          onBug,
        }),
        definitions: createDefinitionFiles({ reader: definitions, absolute: (path) => address.absolute(path), onBug }),
        site: createSite({
          reader,
          searcher: search,
          evaluations,
          forms,
          previewer,
          renderings,
          definitions,
          comparer,
          planner,
          dependencies: graphs,
          values,
          locks,
          openLocks: settings.openLocks,
          icons,
          states,
          lines: lines.map(({ line }) => line),
          rules,
          address,
          version,
          runs: runner,
          isEvaluating: () => evaluation.isRunning(),
          storeHealth: storeProbe.health,
          gallery: process.env['NODE_ENV'] === 'development',
          ...(adminToken === undefined
            ? {}
            : {
                operator: {
                  admits: (token: string) => admitsToken([adminToken], token),
                  sync: (source: string) => runner.sync(source),
                },
              }),
          generation: () => `${generationOf(views.listViews())} ${search.epoch}`,
          onBug,
        }),
      };
      for (const { name } of catalogs) publisher.publishSoon(name);
      live.touchAll();
    },
    begin() {
      void storeProbe.probe();
      runner.start().catch(onBug);
      evaluation.wake();
      iconRunner.wake();
      reevaluating = reevaluate(dependencies, stopping.signal).catch((error: unknown) => {
        if (!stopping.signal.aborted) onBug(error);
      });
    },
    async stopWork() {
      stopping.abort();
      live.stream.close();
      storeProbe.close();
      await Promise.all([runner.close(), reevaluating, evaluation.close(), iconRunner.close(), engines.close()]);
    },
    async close() {
      await publisher.close();
      await closeSearch();
      await removeServerNote(settings.dataFolder);
      await closeStore();
    },
  };
}

function generationOf(views: readonly { readonly catalog: string; readonly generation: number }[]): string {
  return views.map(({ catalog, generation }) => `${catalog}:${generation}`).join(',');
}
