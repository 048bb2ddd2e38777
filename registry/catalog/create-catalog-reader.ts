import type { Catalog, Origin, VersionSummary } from '../../schemas/rest.ts';
import { catalogNotFound, fileNotFound } from '../errors.ts';
import { compareFindings } from '../findings.ts';
import type {
  EvaluationStore,
  LineEvaluationStore,
  LineRules,
  VersionReader,
  VersionRecord,
} from '../storage/types.ts';
import { countFindings } from './build-catalog-view.ts';
import { preferLines } from './choose-line.ts';
import { createCompanyJudge } from './create-company-judge.ts';
import type { DependentsIndex } from './create-dependents-index.ts';
import { createStepJudge } from './create-step-judge.ts';
import type { TreeReader } from './create-tree-reader.ts';
import { createVersionLocator } from './create-version-locator.ts';
import { findEvaluatedParts } from './find-evaluated-parts.ts';
import { listSourceStates } from './list-source-states.ts';
import { findStanding } from './listed.ts';
import { mergeLineFindings } from './merge-findings.ts';
import type {
  CatalogDefinition,
  CatalogReader,
  CatalogViews,
  PublicAddress,
  SourceStates,
  StepFinder,
  VersionView,
} from './types.ts';

export interface CatalogReaderOptions {
  readonly catalogs: readonly CatalogDefinition[];
  readonly views: CatalogViews;
  readonly store: Pick<VersionReader, 'findVersion' | 'findObservation'> &
    Pick<EvaluationStore, 'findEvaluation'> &
    Pick<LineEvaluationStore, 'listLineFindings' | 'findFacts' | 'listDefinitions'>;
  readonly trees: TreeReader;
  readonly sources: SourceStates;
  readonly ruleSet: string;
  /** The release lines that are judged, oldest first. */
  readonly lines: readonly LineRules[];
  readonly steps: StepFinder;
  readonly dependents: DependentsIndex;
  readonly listAddons: CatalogReader['listAddons'];
  readonly address: PublicAddress;
}

/** The catalogue of this process: lists come from the views, one version in full from the store. */
export function createCatalogReader(options: CatalogReaderOptions): CatalogReader {
  const { views, address, store } = options;
  const { getAddonView, getRecord, getServedView } = createVersionLocator({ views, store });
  const lines = options.lines.map(({ line }) => line);
  const judgeCompany = createCompanyJudge({ views, store, lines });
  const judgeStep = createStepJudge({ views, steps: options.steps });

  function toCatalog({ name, title, dependsOn, union }: CatalogDefinition): Catalog {
    const view = views.findView(name);
    return {
      name,
      title,
      url: address.absolute(`/c/${name}`),
      dependsOn: [...dependsOn],
      ...(union === undefined ? {} : { union: [...union], shadowed: [...(view?.shadowed ?? [])] }),
      counts: { addons: view?.addonCount ?? 0, versions: view?.versionCount ?? 0 },
      evaluation: view?.evaluation ?? { done: 0, total: 0 },
      sources: listSourceStates(options.sources, views).filter((source) => source.catalog === name),
    };
  }

  function originOf(record: VersionRecord, contents: Origin['contents']): Origin {
    const source = options.sources.listSourceStates().find(({ id }) => id === record.source);
    return {
      source: record.source,
      url: source?.url ?? '',
      revision: record.revision,
      directory: record.directory,
      contents,
    };
  }

  return {
    listCatalogs: async () => options.catalogs.map(toCatalog),

    async getCatalog(catalog) {
      const definition = options.catalogs.find(({ name }) => name === catalog);
      if (definition === undefined) throw catalogNotFound(catalog);
      return toCatalog(definition);
    },

    listAddons: options.listAddons,

    async getAddon(catalog, addon) {
      const view = getAddonView(catalog, addon);
      const shown = findStanding(view) ?? view.versions[0];
      return {
        catalog,
        name: addon,
        ...(view.latest === undefined ? {} : { latest: view.latest.version }),
        description: shown?.description ?? '',
        ...(shown?.icon === undefined ? {} : { icon: shown.icon }),
        ...(shown?.url === undefined ? {} : { url: shown.url }),
        tags: [...(shown?.tags ?? [])],
        versions: view.versions.map((version) => toVersionSummary(catalog, version, address)),
      };
    },

    async getVersion(catalog, addon, version) {
      const { view, record } = await getRecord(catalog, addon, version);
      const { treeDigest } = record;
      const [observation, evaluation, judged, company, step, evaluated] = await Promise.all([
        store.findObservation(record),
        store.findEvaluation(treeDigest, options.ruleSet),
        store.listLineFindings(treeDigest),
        judgeCompany(addon, view),
        judgeStep(addon, view),
        findEvaluatedParts(store, treeDigest, preferLines(lines)),
      ]);
      const findings = [
        ...(evaluation?.findings ?? []),
        ...mergeLineFindings(judged.filter(({ line }) => lines.includes(line))),
        ...company,
        ...step,
        ...(observation?.findings ?? []),
      ].sort(compareFindings);
      return {
        catalog,
        name: addon,
        ...toVersionSummary(catalog, view, address),
        findings,
        counts: countFindings(findings),
        metadata: record.metadata,
        files: [...record.files],
        ...(record.readmePath === undefined ? {} : { readme: record.readmePath }),
        dependents: options.dependents.listDeclared(view.catalog, addon).length,
        ...(evaluated === undefined ? {} : { evaluated }),
        origin: originOf(record, [...(observation?.contents ?? [])]),
      };
    },

    async readFile({ catalog, addon, version, path }) {
      getServedView(catalog, addon, version);
      const { record } = await getRecord(catalog, addon, version);
      if (!record.files.some((file) => file.path === path)) throw fileNotFound(path);
      const tree = await options.trees.readTree(record.digest);
      const file = tree.files.find((each) => each.path === path);
      if (file === undefined) throw fileNotFound(path);
      return file.bytes;
    },

    listSources: async () => listSourceStates(options.sources, views),
  };
}

function toVersionSummary(catalog: string, view: VersionView, address: PublicAddress): VersionSummary {
  return {
    version: view.version,
    state: view.state,
    ...(view.stateReason === undefined ? {} : { stateReason: view.stateReason }),
    prerelease: view.prerelease,
    digest: view.digest,
    treeDigest: view.treeDigest,
    sizeBytes: view.sizeBytes,
    published: view.published,
    requirements: view.requirements,
    dependencies: [...view.dependencies],
    verdicts: [...view.verdicts],
    findings: view.findings,
    contents: view.contents,
    url: address.absolute(`/c/${catalog}/${view.fileName}`),
  };
}
