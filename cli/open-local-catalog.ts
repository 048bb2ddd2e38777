import { textRuleSet } from '../registry/addon/lint/rule-set.ts';
import { openCatalogViews } from '../registry/catalog/open-catalog-views.ts';
import { createCachingEngines } from '../registry/engine/caching-engines.ts';
import { openEngines } from '../registry/engine/open-engines.ts';
import { openSourceRunner } from '../registry/jobs/open-source-runner.ts';
import { openEmbeddedStore } from '../registry/storage/open-embedded-store.ts';
import { composeCatalogs } from '../server/compose-catalogs.ts';
import { composeLineRules } from '../server/compose-evaluation.ts';
import { composeLocks } from '../server/compose-locks.ts';
import { composeReaders } from '../server/compose-readers.ts';
import { composeSearch } from '../server/compose-search.ts';
import { composeSources } from '../server/compose-sources.ts';
import { composeStates } from '../server/compose-states.ts';
import { findPackageRoot } from '../server/config/package-root.ts';
import type { Settings } from '../server/config/settings.ts';
import { createServerAddress } from '../server/http/public-address.ts';
import type { CatalogAccess } from './catalog-access.ts';

const runTimeoutMs = 30 * 60_000;
/** Nobody else made the index meanwhile. */
const wholeIndexMs = 60_000;

/** Opens the catalogue of a data folder that no server is using, in this process. Throws DATA_FOLDER_IN_USE or DATA_FOLDER_UNUSABLE. */
export async function openLocalCatalog(settings: Settings): Promise<CatalogAccess> {
  const { store, blobs, close } = await openEmbeddedStore({ folder: settings.dataFolder, sqlite: settings.sqlite });
  // No process is started before the first question.
  const engines = createCachingEngines(openEngines({ root: findPackageRoot() }));
  try {
    const catalogs = composeCatalogs(settings.catalogs);
    const lines = await composeLineRules(engines, settings.engines);
    const views = await openCatalogViews({ store, catalogs, ruleSet: textRuleSet, lines });
    const scheduled = composeSources(settings);
    const bugs: unknown[] = [];
    const runner = await openSourceRunner({
      dependencies: {
        store,
        blobs,
        now: () => new Date().toISOString(),
        observer: {
          onProgress: () => undefined,
          onChange: () => undefined,
          onTrouble: ({ error }) => {
            bugs.push(error);
          },
        },
      },
      sources: scheduled,
      timeoutMs: runTimeoutMs,
      onReport: async (report) => {
        await views.refresh(report.catalog);
      },
      onBug: (error) => {
        bugs.push(error);
      },
    });
    const listening = `http://${settings.host}:${settings.port}`;
    const address = createServerAddress({ publicUrl: settings.publicUrl, listening });
    const { search, close: closeSearch } = composeSearch({
      settings,
      catalogs,
      views,
      store,
      blobs,
      lines,
      patienceMs: wholeIndexMs,
      onTrouble: (error) => {
        bugs.push(error);
      },
    });
    const { reader, evaluations, definitions, bundles, comparer, planner, values } = composeReaders({
      catalogs,
      views,
      store,
      blobs,
      sources: runner,
      lines,
      address,
      engines,
      search,
    });
    return {
      ...reader,
      search: search.search,
      ...evaluations,
      ...definitions,
      ...bundles,
      ...comparer,
      ...values,
      ...composeStates({ catalogs, views, store, publish: views.refresh }),
      ...planner,
      ...composeLocks({ store, blobs, views, planner, address, sources: scheduled }),
      async syncSource(source) {
        const { message, revision, ...report } = await runner.sync(source);
        const [bug] = bugs.splice(0);
        if (bug !== undefined) throw bug;
        return {
          ...report,
          ...(revision === undefined ? {} : { revision }),
          ...(message === undefined ? {} : { message }),
        };
      },
      async close() {
        await runner.close();
        await engines.close();
        await closeSearch();
        await close();
      },
    };
  } catch (error) {
    await engines.close();
    await close();
    throw error;
  }
}
