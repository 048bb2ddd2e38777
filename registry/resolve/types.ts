import type { Dependency, Requirements } from '../../schemas/addon.ts';
import type { DefinitionKind } from '../../schemas/definition.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import type { InstalledAddon, ResolveRequest, Want } from '../../schemas/resolution.ts';
import type { StateReason, VersionState } from '../../schemas/version-state.ts';
import type { Digest } from '../digest.ts';
import type { StateSet } from './solver/state-set.ts';
import type { Derivation, PackageNumber, SolverProblem } from './solver/types.ts';

/** One listed version, as far as deciding needs it. */
export interface AddonRelease {
  readonly catalog: string;
  readonly name: string;
  /** As the author wrote it. */
  readonly version: string;
  /** The version without one leading `v`. */
  readonly key: string;
  readonly digest: Digest;
  readonly treeDigest: Digest;
  readonly prerelease: boolean;
  readonly state: VersionState;
  readonly stateReason?: StateReason;
  /** Release lines whose core cannot enable it, as far as it was judged. */
  readonly refusedBy?: readonly ReleaseLine[];
  readonly requirements: Requirements;
  readonly dependencies: readonly Dependency[];
  /** Definitions that it uses without condition, that are neither its own nor KubeVela's. */
  readonly uses: readonly { readonly kind: DefinitionKind; readonly name: string }[];
}

/** A catalog and where dependencies of its addons may come from after itself, in order. */
export interface CatalogScope {
  readonly name: string;
  readonly dependsOn: readonly string[];
}

/** Everything that can be chosen, at one moment. Never fetches. */
export interface AddonUniverse {
  /** In configured order: the first that has a name is the one that is meant by it. */
  readonly catalogs: readonly CatalogScope[];
  /** Newest first by the client's own order; empty when the catalog has no such addon. */
  listReleases(catalog: string, name: string): readonly AddonRelease[];
  /** Names of addons of one catalog that have a version which may be chosen by whoever names none, by code units. */
  listNames(catalog: string): readonly string[];
  /** Names of addons in one catalog whose listed versions bring this definition, by code units. */
  listOwners(catalog: string, kind: DefinitionKind, name: string): readonly string[];
}

/** What stands for the cluster itself among the packages. */
export type SystemName = 'kubevela' | 'kubernetes';

/** What a clause says, in terms that people know. Versions are texts of the author, newest first. */
export type Fact =
  /** Somebody asked for it. */
  | { readonly kind: 'want'; readonly want: Want }
  /** These versions of an addon need another one. `catalogs`: where that may come from. */
  | {
      readonly kind: 'need';
      readonly addon: string;
      readonly candidates: readonly number[];
      readonly on: string;
      readonly range: string;
      readonly catalogs: readonly string[];
      /** The definitions that tell so, when it is not declared. */
      readonly uses: readonly { readonly kind: DefinitionKind; readonly name: string }[];
    }
  /** These versions of an addon need such a KubeVela or Kubernetes. */
  | {
      readonly kind: 'requirement';
      readonly addon: string;
      readonly candidates: readonly number[];
      readonly system: SystemName;
      readonly range: string;
    }
  /** The cluster is what it is. */
  | { readonly kind: 'system'; readonly system: SystemName; readonly version: string }
  /** The cluster has this version, and it may not be moved; `movable`: it may be, but it cannot go away. */
  | { readonly kind: 'installed'; readonly installed: InstalledAddon; readonly movable?: true }
  /** What is installed needs another addon in a range, should that be chosen. */
  | { readonly kind: 'still-needs'; readonly installed: InstalledAddon; readonly on: string; readonly range: string };

/** One state of a package: a listed version, or the installed one that no catalog lists. */
export interface Candidate {
  readonly version: string;
  readonly release: AddonRelease | undefined;
}

/** A request made ready for the solver, with the way back from its numbers. */
export interface ResolutionProblem {
  readonly request: ResolveRequest;
  readonly universe: AddonUniverse;
  readonly solver: SolverProblem<Fact>;
  /** `kubevela`, `kubernetes` or the name of an addon. Asked of packages that the solver met. */
  getPackage(target: PackageNumber): { readonly name: string; readonly system: boolean };
  findPackage(name: string): PackageNumber | undefined;
  /** Candidates of an addon in the order of their numbers, which count from 1: by catalog, then newest first. */
  listCandidates(target: PackageNumber): readonly Candidate[];
  /** Candidates of `on` that a range admits from those catalogs, as states (never state 0). */
  listAllowed(on: string, range: string, catalogs: readonly string[]): StateSet;
}

/** What the reporter is given. */
export interface RefutedResolution {
  readonly problem: ResolutionProblem;
  readonly derivation: Derivation<Fact>;
}
