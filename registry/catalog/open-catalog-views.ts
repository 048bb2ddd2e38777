import type { EvaluationStore, LineEvaluationStore, LineRules, StateStore, VersionReader } from '../storage/types.ts';
import { buildCatalogView } from './build-catalog-view.ts';
import type { CatalogDefinition, CatalogView, CatalogViews } from './types.ts';
import { uniteCatalogViews } from './unite-catalog-views.ts';

/** What views are projected from. */
export type ViewStore = Pick<VersionReader, 'listVersions' | 'listObservations'> &
  Pick<EvaluationStore, 'listEvaluations'> &
  Pick<LineEvaluationStore, 'listVerdicts'> &
  Pick<StateStore, 'listStateEvents'> & { readGeneration(catalog: string): Promise<number> };

export interface CatalogViewsOptions {
  readonly store: ViewStore;
  readonly catalogs: readonly CatalogDefinition[];
  readonly ruleSet: string;
  /** The release lines that are judged, oldest first. */
  readonly lines: readonly LineRules[];
}

/** Views that follow the store. */
export interface LiveCatalogViews extends CatalogViews {
  /** Swaps the view when the catalog's generation has moved, and those of unions that it is part of; done when the rows of now are shown. Returns the catalogs whose views that concerns. */
  refresh(catalog: string): Promise<readonly string[]>;
}

/** Builds the first view of every catalog and keeps them; a reader always sees one whole generation. */
export async function openCatalogViews(options: CatalogViewsOptions): Promise<LiveCatalogViews> {
  const views = new Map<string, CatalogView>();
  const running = new Map<string, Promise<void>>();

  async function rebuild(catalog: string): Promise<void> {
    const generation = await options.store.readGeneration(catalog);
    if (views.get(catalog)?.generation === generation) return;
    const [records, observations, evaluations, verdicts, events] = await Promise.all([
      options.store.listVersions({ catalog }),
      options.store.listObservations({ catalog }),
      options.store.listEvaluations({ catalog, ruleSet: options.ruleSet }),
      options.store.listVerdicts({ catalog }),
      options.store.listStateEvents({ catalog }),
    ]);
    const { lines } = options;
    const rows = { records, observations, evaluations, verdicts, events };
    views.set(catalog, buildCatalogView({ catalog, generation, lines, ...rows }));
  }

  function unite({ name, union }: CatalogDefinition): void {
    const members = (union ?? []).flatMap((member) => views.get(member) ?? []);
    const generation = members.reduce((sum, member) => sum + member.generation, 0);
    if (views.get(name)?.generation !== generation) views.set(name, uniteCatalogViews(name, members));
  }

  async function refresh(catalog: string): Promise<readonly string[]> {
    // A union has no rows; it follows its members.
    if (options.catalogs.some(({ name, union }) => name === catalog && union !== undefined)) return [catalog];
    const before = running.get(catalog);
    // A rebuild under way may have read before the latest change, so one more follows it.
    const next = Promise.allSettled([before]).then(() => rebuild(catalog));
    running.set(catalog, next);
    try {
      await next;
    } finally {
      if (running.get(catalog) === next) running.delete(catalog);
    }
    const unions = options.catalogs.filter(({ union }) => union?.includes(catalog));
    for (const union of unions) unite(union);
    return [catalog, ...unions.map(({ name }) => name)];
  }

  const withSources = options.catalogs.filter(({ union }) => union === undefined);
  for (const { name } of withSources) await rebuild(name);
  for (const catalog of options.catalogs) if (catalog.union !== undefined) unite(catalog);
  return {
    findView: (catalog) => views.get(catalog),
    listViews: () => withSources.flatMap(({ name }) => views.get(name) ?? []),
    refresh,
  };
}
