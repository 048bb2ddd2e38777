import type { Catalog, Origin, SourceState, VersionSummary } from '../../schemas/rest.ts';
import { readArchive } from '../addon/read-archive.ts';
import { addonNotFound, catalogNotFound, fileNotFound, RegistryError, versionNotFound } from '../errors.ts';
import { compareFindings } from '../findings.ts';
import type { BlobStore, EvaluationStore, VersionReader, VersionRecord } from '../storage/types.ts';
import { normalizeVersion } from '../version/normalize-version.ts';
import { countFindings } from './build-catalog-view.ts';
import { listAddons } from './list-addons.ts';
import type {
  AddonView,
  CatalogDefinition,
  CatalogReader,
  CatalogView,
  CatalogViews,
  PublicAddress,
  SourceStates,
  VersionView,
} from './types.ts';

export interface CatalogReaderOptions {
  readonly catalogs: readonly CatalogDefinition[];
  readonly views: CatalogViews;
  readonly store: Pick<VersionReader, 'findVersion' | 'findObservation'> & Pick<EvaluationStore, 'findEvaluation'>;
  readonly blobs: Pick<BlobStore, 'readBlob'>;
  readonly sources: SourceStates;
  readonly ruleSet: string;
  readonly address: PublicAddress;
}

/** The catalogue of this process: lists come from the views, one version in full from the store. */
export function createCatalogReader(options: CatalogReaderOptions): CatalogReader {
  const { views, address } = options;

  function toCatalog({ name, title }: CatalogDefinition): Catalog {
    const view = views.findView(name);
    return {
      name,
      title,
      url: address.absolute(`/c/${name}`),
      counts: { addons: view?.addons.length ?? 0, versions: view?.versionCount ?? 0 },
      evaluation: view?.evaluation ?? { done: 0, total: 0 },
      sources: listSourceStates().filter((source) => source.catalog === name),
    };
  }

  function listSourceStates(): readonly SourceState[] {
    return options.sources.listSourceStates().map((source) => {
      const evaluation = views.findView(source.catalog)?.evaluationOfSource.get(source.id);
      return evaluation === undefined ? source : { ...source, evaluation };
    });
  }

  function getView(catalog: string): CatalogView {
    const view = views.findView(catalog);
    if (view === undefined) throw catalogNotFound(catalog);
    return view;
  }

  function getAddonView(catalog: string, addon: string): AddonView {
    const view = getView(catalog).byName.get(addon);
    if (view === undefined) throw addonNotFound(catalog, addon);
    return view;
  }

  async function getRecord(catalog: string, addon: string, version: string) {
    const view = findVersionView(getAddonView(catalog, addon), version);
    const record = view && (await options.store.findVersion({ catalog, addon, key: view.key }));
    if (view === undefined || record === undefined) throw versionNotFound(catalog, addon, version);
    return { view, record };
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

    async listAddons(query) {
      if (query.catalog !== undefined) getView(query.catalog);
      return listAddons(views.listViews(), query);
    },

    async getAddon(catalog, addon) {
      const view = getAddonView(catalog, addon);
      const shown = view.latest ?? view.versions[0];
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
      const observation = await options.store.findObservation(record);
      const evaluation = await options.store.findEvaluation(record.treeDigest, options.ruleSet);
      const findings = [...(evaluation?.findings ?? []), ...(observation?.findings ?? [])].sort(compareFindings);
      return {
        catalog,
        name: addon,
        ...toVersionSummary(catalog, view, address),
        findings,
        counts: countFindings(findings),
        metadata: record.metadata,
        files: [...record.files],
        ...(record.readmePath === undefined ? {} : { readme: record.readmePath }),
        origin: originOf(record, [...(observation?.contents ?? [])]),
      };
    },

    async readFile({ catalog, addon, version, path }) {
      const { record } = await getRecord(catalog, addon, version);
      if (!record.files.some((file) => file.path === path)) throw fileNotFound(path);
      const archive = readArchive(await options.blobs.readBlob(record.digest));
      if (!archive.ok) throw new RegistryError('BLOB_CORRUPT', `the stored archive ${record.digest} cannot be read`);
      const file = archive.reading.tree.files.find((each) => each.path === path);
      if (file === undefined) throw fileNotFound(path);
      return file.bytes;
    },

    listSources: async () => listSourceStates(),
  };
}

/** Finds what a person means by a version: the same text but for a leading `v`; `latest` is the newest stable one, else the newest. */
export function findVersionView(addon: AddonView, version: string): VersionView | undefined {
  const key = normalizeVersion(version);
  const exact = addon.versions.find((each) => each.key === key);
  if (exact !== undefined || version !== 'latest') return exact;
  return addon.latest ?? addon.versions[0];
}

function toVersionSummary(catalog: string, view: VersionView, address: PublicAddress): VersionSummary {
  return {
    version: view.version,
    state: 'active',
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
