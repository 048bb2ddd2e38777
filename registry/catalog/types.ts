import type { Dependency, Requirements } from '../../schemas/addon.ts';
import type { Bundle, BundleDependencies, BundleFlavor } from '../../schemas/bundle.ts';
import type { ChangePage } from '../../schemas/change.ts';
import type { DefinitionKind } from '../../schemas/definition.ts';
import type { Finding } from '../../schemas/finding.ts';
import type { FormDescription } from '../../schemas/form.ts';
import type { JsonObject } from '../../schemas/json.ts';
import type { Preview } from '../../schemas/preview.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import type { Plan, ResolveRequest } from '../../schemas/resolution.ts';
import type {
  AddonDetail,
  AddonPage,
  Catalog,
  EvaluationProgress,
  FindingCounts,
  SourceState,
  VersionDetail,
} from '../../schemas/rest.ts';
import type { SearchResults, SearchType } from '../../schemas/search.ts';
import type { SourceRun } from '../../schemas/source-run.ts';
import type { Verdict } from '../../schemas/verdict.ts';
import type { VersionDiff } from '../../schemas/version-diff.ts';
import type { VersionEffects, VersionParameters } from '../../schemas/version-parts.ts';
import type { StateHistoryPage, StateReason, VersionState } from '../../schemas/version-state.ts';
import type { Digest } from '../digest.ts';
import type { Wording } from '../resolve/report/words.ts';

/** The orders of a list of addons. */
export type AddonOrder = 'relevance' | 'name' | 'updated' | 'dependents';

/** What one may narrow a list of addons by; every field given must hold. */
export interface AddonQuery {
  /** Words as the search understands them, with typed filters such as `tag:gitops`. */
  readonly q?: string;
  readonly catalog?: string;
  readonly tag?: string;
  /** Keep addons whose shown version brings a definition of this kind. */
  readonly kind?: DefinitionKind;
  /** Keep addons whose shown version brings a definition of this name. */
  readonly definition?: string;
  /** Keep addons whose shown version is in this state; with `yanked` or `quarantined`, those that have such a version beside listed ones. */
  readonly state?: VersionState;
  /** Keep addons with a version whose declared requirements admit this KubeVela version, or some release of this line. */
  readonly vela?: string;
  /** Keep addons with a version that this line is known to enable. */
  readonly works?: ReleaseLine;
  /** Keep addons with a version whose declared requirements admit this Kubernetes version. */
  readonly kubernetes?: string;
  /** Default: `relevance` with words, else `name`; `relevance` without words is by name, `dependents` has those first that most addons depend on. */
  readonly sort?: AddonOrder;
  /** At most 100; default 50. */
  readonly limit?: number;
  /** `next` of the page before. */
  readonly cursor?: string;
}

/** A search over addons, definitions and parameters at once. */
export interface SearchQuestion {
  /** Words and typed filters such as `provides:trait vela:1.10`; at most 200 characters are looked at. */
  readonly q: string;
  /** Items of each group: at most 50; default 10. */
  readonly limit?: number;
  /** Default: all. */
  readonly types?: readonly SearchType[];
  /** Keep what this catalog holds. */
  readonly catalog?: string;
}

/** Finds addons, definitions and parameters; the same whether it happens in this process or behind a URL. Throws RegistryError CATALOG_NOT_FOUND or INPUT_INVALID. */
export interface Searcher {
  search(question: SearchQuestion): Promise<SearchResults>;
}

/** Names one file of one version. */
export interface FileReference {
  readonly catalog: string;
  readonly addon: string;
  readonly version: string;
  readonly path: string;
}

/**
 * The catalogue as people and programs read it; the same whether it is in this process or behind a URL.
 * Throws RegistryError CATALOG_NOT_FOUND, ADDON_NOT_FOUND, VERSION_NOT_FOUND, FILE_NOT_FOUND, VERSION_QUARANTINED (of its files) or INPUT_INVALID.
 */
export interface CatalogReader {
  listCatalogs(): Promise<readonly Catalog[]>;
  getCatalog(catalog: string): Promise<Catalog>;
  listAddons(query: AddonQuery): Promise<AddonPage>;
  getAddon(catalog: string, addon: string): Promise<AddonDetail>;
  /** `version` is matched without a leading `v`; `latest` is the newest stable one unless a version is called so. */
  getVersion(catalog: string, addon: string, version: string): Promise<VersionDetail>;
  readFile(file: FileReference): Promise<Uint8Array>;
  listSources(): Promise<readonly SourceState[]>;
}

/** Which part of the history of an addon is asked for. */
export interface StateHistoryQuery {
  readonly catalog: string;
  readonly addon: string;
  /** At most 100; default 50. */
  readonly limit?: number;
  /** `next` of the page before. */
  readonly cursor?: string;
}

/** Who yanked, deprecated or quarantined what of an addon, and took it back, newest first. Throws RegistryError CATALOG_NOT_FOUND, ADDON_NOT_FOUND or INPUT_INVALID. */
export interface StateHistoryReader {
  listStateHistory(query: StateHistoryQuery): Promise<StateHistoryPage>;
}

/** Which part of what happened is asked for. */
export interface ChangeQuery {
  readonly catalog?: string;
  readonly addon?: string;
  /** At most 100; default 50. */
  readonly limit?: number;
  /** `next` of the page before. */
  readonly cursor?: string;
}

/** What was published, yanked, deprecated or quarantined, newest first. Throws RegistryError CATALOG_NOT_FOUND, ADDON_NOT_FOUND or INPUT_INVALID. */
export interface ChangeReader {
  listChanges(query: ChangeQuery): Promise<ChangePage>;
}

/** Names one version as one release line sees it; `line` absent = the newest line that is no alpha. */
export interface EvaluatedReference {
  readonly catalog: string;
  readonly addon: string;
  readonly version: string;
  readonly line?: ReleaseLine;
}

/**
 * What evaluation found in a version. What is not evaluated yet is empty and says so.
 * Throws RegistryError CATALOG_NOT_FOUND, ADDON_NOT_FOUND or VERSION_NOT_FOUND.
 */
export interface EvaluationReader {
  getEffects(reference: EvaluatedReference): Promise<VersionEffects>;
  getParameters(reference: EvaluatedReference): Promise<VersionParameters>;
  /** Schema of the parameters: KubeVela's own, or JSON Schema 2020-12 of the same; undefined when there are none. */
  findParameterSchema(reference: EvaluatedReference, form: 'openapi' | 'json-schema'): Promise<JsonObject | undefined>;
}

/** What lists and indexes need of one version, and no more. */
export interface VersionView {
  /** The catalog whose rows it stands for, which is never a union. */
  readonly catalog: string;
  /** Id of the source that the version comes from. */
  readonly source: string;
  readonly key: string;
  /** As the author wrote it. */
  readonly version: string;
  readonly state: VersionState;
  /** Why it is not simply active; undefined when it is. */
  readonly stateReason: StateReason | undefined;
  readonly prerelease: boolean;
  readonly description: string;
  /** Address of its icon, when that is elsewhere. */
  readonly icon: string | undefined;
  /** Whether it brings its icon itself, as a file or inside its metadata. */
  readonly hasOwnIcon: boolean;
  readonly url: string | undefined;
  readonly tags: readonly string[];
  readonly requirements: Requirements;
  readonly dependencies: readonly Dependency[];
  readonly digest: Digest;
  readonly treeDigest: Digest;
  readonly sizeBytes: number;
  /** RFC 3339, UTC. */
  readonly published: string;
  readonly contents: number;
  /** One for each release line that is judged, oldest line first. */
  readonly verdicts: readonly Verdict[];
  /** Whether the rules of now have judged it on every line. */
  readonly evaluated: boolean;
  readonly findings: FindingCounts;
  /** Name of the archive, unique in the catalog, made of unreserved URL characters only. */
  readonly fileName: string;
}

/** One addon with its versions, those that are yanked or quarantined too, newest first by the client's own order; never empty. */
export interface AddonView {
  readonly name: string;
  readonly versions: readonly VersionView[];
  /** What `vela addon enable` takes when no version is named: the newest stable one that is listed; undefined when there is none. */
  readonly latest: VersionView | undefined;
}

/** Everything that a catalog holds at one generation: an immutable projection of the store. */
export interface CatalogView {
  readonly catalog: string;
  readonly generation: number;
  /** Ordered by name, by code units. */
  readonly addons: readonly AddonView[];
  readonly byName: ReadonlyMap<string, AddonView>;
  readonly byFileName: ReadonlyMap<string, VersionView>;
  /** Versions that are listed, and addons that have one. */
  readonly versionCount: number;
  readonly addonCount: number;
  /** How far evaluation has come, for the catalog and for each source that has versions in it. */
  readonly evaluation: EvaluationProgress;
  readonly evaluationOfSource: ReadonlyMap<string, EvaluationProgress>;
  /** Present on a union; by name, then in the order of its members. */
  readonly shadowed?: readonly ShadowedAddon[];
}

/** An addon that a union does not serve, because an earlier member has one of the same name. */
export interface ShadowedAddon {
  readonly name: string;
  readonly catalog: string;
  /** The member whose addon is served. */
  readonly by: string;
}

/** A catalog as it is configured. */
export interface CatalogDefinition {
  readonly name: string;
  readonly title: string;
  /** Catalogs that dependencies of its addons may come from after itself, in order. */
  readonly dependsOn: readonly string[];
  /** Present on a catalog without sources: the catalogs that it unites, in order; the first that has an addon wins. */
  readonly union?: readonly string[];
}

/** The current view of each catalog. */
export interface CatalogViews {
  findView(catalog: string): CatalogView | undefined;
  /** In configured order, without unions: every version stands in exactly one of them. */
  listViews(): readonly CatalogView[];
}

/** What the background work says of the sources. */
export interface SourceStates {
  listSourceStates(): readonly SourceState[];
}

/** What the background work remembers of its last runs. */
export interface SourceRuns {
  /** Newest first. Throws RegistryError SOURCE_NOT_FOUND. */
  listRuns(source: string): readonly SourceRun[];
}

/** Makes the addresses that clients are given. */
export interface PublicAddress {
  /** Absolute URL of a path such as `/c/official`. */
  absolute(path: string): string;
}

/** What a bundle is asked for with. */
export interface BundleQuestion {
  readonly catalog: string;
  readonly addon: string;
  /** Matched without a leading `v`; `latest` is the newest stable one. */
  readonly version: string;
  readonly parameters: JsonObject;
  /** Default: the newest line that is no alpha. */
  readonly line?: ReleaseLine;
  /** Default: `dry-run`. */
  readonly flavor?: BundleFlavor;
  /** Value of the label `addons.oam.dev/registry`; default: the catalog's name. */
  readonly registry?: string;
  /** Default: `none`. */
  readonly dependencies?: BundleDependencies;
}

/**
 * Renders what enabling a version writes; the same whether it happens in this process or behind a URL.
 * Throws RegistryError CATALOG_NOT_FOUND, ADDON_NOT_FOUND, VERSION_NOT_FOUND, VERSION_QUARANTINED, NOT_RENDERABLE (with findings), INPUT_INVALID, ENGINE_UNAVAILABLE or ENGINE_BUSY; with dependencies what the planner throws, too.
 */
export interface BundleRenderer {
  renderBundle(question: BundleQuestion): Promise<Bundle>;
}

/** What a preview is asked for with. */
export interface PreviewQuestion extends EvaluatedReference {
  readonly parameters: JsonObject;
  /** YAML to put where the JSON pointer says; what has an empty one is merged over the parameters. */
  readonly texts: readonly { readonly pointer: string; readonly text: string }[];
}

/**
 * Shows what enabling a version with given parameters writes, and what of it the defaults alone would not write. A refusal is an answer.
 * Throws what rendering a bundle throws, but for NOT_RENDERABLE.
 */
export interface Previewer {
  renderPreview(question: PreviewQuestion): Promise<Preview>;
}

/** What a form for the parameters of a version is made from. Throws RegistryError CATALOG_NOT_FOUND, ADDON_NOT_FOUND or VERSION_NOT_FOUND. */
export interface FormReader {
  getForm(reference: EvaluatedReference): Promise<FormDescription>;
}

/**
 * Decides which versions of a set of addons are installed together; the same whether it happens in this process or behind a URL.
 * Throws RegistryError NOT_SOLVABLE (with the conflict), GAVE_UP, INPUT_INVALID, CATALOG_NOT_FOUND or ADDON_NOT_FOUND.
 */
export interface Planner {
  resolve(request: ResolveRequest, wording: Wording): Promise<Plan>;
}

/** Names two versions of one addon, as one release line sees them. */
export interface VersionPair {
  readonly catalog: string;
  readonly addon: string;
  /** Matched without a leading `v`; `latest` is the newest stable one. */
  readonly from: string;
  readonly to: string;
  /** Default: the newest line that is no alpha. */
  readonly line?: ReleaseLine;
}

/**
 * Compares versions; the same whether it happens in this process or behind a URL.
 * Throws RegistryError CATALOG_NOT_FOUND, ADDON_NOT_FOUND, VERSION_NOT_FOUND, VERSION_QUARANTINED, INPUT_INVALID, ENGINE_UNAVAILABLE or ENGINE_BUSY.
 */
export interface VersionComparer {
  compareVersions(pair: VersionPair): Promise<VersionDiff>;
}

/** Judges a version as the successor of another, without looking at rendered objects. */
export interface StepFinder {
  /** Empty while one of the two is not evaluated. Throws what comparing throws, and BLOB_NOT_FOUND or BLOB_CORRUPT. */
  listStepFindings(pair: Omit<VersionPair, 'line'>): Promise<readonly Finding[]>;
}
