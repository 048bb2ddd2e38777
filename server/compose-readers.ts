import { textRuleSet } from '../registry/addon/lint/rule-set.ts';
import { createBundleRenderer } from '../registry/catalog/create-bundle-renderer.ts';
import { createCatalogReader } from '../registry/catalog/create-catalog-reader.ts';
import { createClosureRenderer } from '../registry/catalog/create-closure-renderer.ts';
import { createDefinitionReader } from '../registry/catalog/create-definition-reader.ts';
import { createDependencyReader } from '../registry/catalog/create-dependency-reader.ts';
import { createDependentsIndex } from '../registry/catalog/create-dependents-index.ts';
import { createEvaluationReader } from '../registry/catalog/create-evaluation-reader.ts';
import { createFormReader } from '../registry/catalog/create-form-reader.ts';
import { createPlanner } from '../registry/catalog/create-planner.ts';
import { createPreviewer } from '../registry/catalog/create-previewer.ts';
import { createTreeReader } from '../registry/catalog/create-tree-reader.ts';
import { createUniverses } from '../registry/catalog/create-universes.ts';
import { createValuesChecker } from '../registry/catalog/create-values-checker.ts';
import { createVersionComparer } from '../registry/catalog/create-version-comparer.ts';
import type { DefinitionReader } from '../registry/catalog/definition-types.ts';
import type { DependencyReader } from '../registry/catalog/dependency-types.ts';
import type { CatalogueSearch } from '../registry/catalog/search/create-catalogue-search.ts';
import type {
  BundleRenderer,
  CatalogDefinition,
  CatalogReader,
  CatalogViews,
  EvaluationReader,
  FormReader,
  Planner,
  Previewer,
  PublicAddress,
  SourceStates,
  VersionComparer,
} from '../registry/catalog/types.ts';
import type { ValuesChecker } from '../registry/catalog/values-check-types.ts';
import { toJsonSchema } from '../registry/definition/to-json-schema.ts';
import type { EngineRevisions, Engines } from '../registry/engine/types.ts';
import type { BlobStore, CatalogStore, LineRules } from '../registry/storage/types.ts';
import type { Parameter } from '../schemas/parameter.ts';
import { composeInterpreter } from './compose-evaluation.ts';

export interface ComposeReadersOptions {
  readonly catalogs: readonly CatalogDefinition[];
  readonly views: CatalogViews;
  readonly store: CatalogStore;
  readonly blobs: BlobStore;
  readonly sources: SourceStates;
  readonly lines: readonly LineRules[];
  readonly address: PublicAddress;
  readonly engines: Engines & EngineRevisions;
  readonly search: CatalogueSearch;
}

/** Everything that reads the catalogue. */
export interface Readers {
  readonly reader: CatalogReader;
  readonly evaluations: EvaluationReader;
  readonly definitions: DefinitionReader;
  readonly bundles: BundleRenderer;
  readonly comparer: VersionComparer;
  readonly planner: Planner;
  readonly dependencies: DependencyReader;
  readonly forms: FormReader;
  readonly previewer: Previewer;
  readonly values: ValuesChecker;
}

/** Makes the readers of one store. */
export function composeReaders(options: ComposeReadersOptions): Readers {
  const { listAddons, listDefinitions, getDefinitions } = options.search;
  const shared = { ...options, ruleSet: textRuleSet, trees: createTreeReader(options) };
  const comparer = createVersionComparer(shared);
  const lines = options.lines.map(({ line }) => line);
  const universes = createUniverses(options);
  const dependents = createDependentsIndex(options);
  const planner = createPlanner({ ...options, universes, lines });
  const reader = createCatalogReader({ ...shared, steps: comparer, dependents, listAddons });
  // The client passes on what it is given, whatever it is called.
  const toSchema = (each: readonly Parameter[]) => toJsonSchema(each, { closed: false });
  const evaluations = createEvaluationReader({ ...shared, toJsonSchema: toSchema });
  const bundles = createClosureRenderer({ views: options.views, planner, bundles: createBundleRenderer(shared) });
  return {
    reader,
    evaluations,
    forms: createFormReader({ reader, evaluations }),
    previewer: createPreviewer({ bundles, views: options.views, lines }),
    definitions: createDefinitionReader({
      ...shared,
      getDefinitions,
      listDefinitions,
      interpreter: composeInterpreter(options.engines),
    }),
    bundles,
    values: createValuesChecker({ ...shared, bundles, lines }),
    comparer,
    planner,
    dependencies: createDependencyReader({ ...options, universes, dependents, planner, lines }),
  };
}
