import type { IconReader } from '../../registry/catalog/create-icon-reader.ts';
import type { DefinitionReader } from '../../registry/catalog/definition-types.ts';
import type { DependencyReader } from '../../registry/catalog/dependency-types.ts';
import type { LockReader, LockRegistryReader } from '../../registry/catalog/lock-types.ts';
import type {
  CatalogReader,
  EvaluationReader,
  FormReader,
  Planner,
  Previewer,
  PublicAddress,
  Searcher,
  SourceRuns,
  StateHistoryReader,
  VersionComparer,
} from '../../registry/catalog/types.ts';
import type { ValuesChecker } from '../../registry/catalog/values-check-types.ts';
import type { LockKeeper } from '../../registry/publish/lock-types.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import type { RuleDocument } from '../../schemas/rest.ts';
import type { StoreHealth } from '../../schemas/store-health.ts';
import type { AddressLimit } from '../http/address-limit.ts';

/** What the pages are made from. */
export interface SiteDependencies {
  readonly reader: CatalogReader;
  readonly evaluations: EvaluationReader;
  readonly forms: FormReader;
  readonly previewer: Previewer;
  /** Asked before anything is rendered for whoever wants it. */
  readonly renderings: AddressLimit;
  readonly definitions: DefinitionReader;
  readonly searcher: Searcher;
  readonly comparer: VersionComparer;
  readonly planner: Planner;
  readonly dependencies: DependencyReader;
  readonly values: ValuesChecker;
  readonly locks: Pick<LockReader, 'getLock'> & Pick<LockRegistryReader, 'findMemberState'> & LockKeeper;
  /** Whether everybody may keep a lock by a form. */
  readonly openLocks: boolean;
  readonly icons: IconReader;
  readonly states: StateHistoryReader;
  /** Release lines that are judged here, oldest first. */
  readonly lines: readonly ReleaseLine[];
  /** Ordered by id. */
  readonly rules: readonly RuleDocument[];
  /** Where this server is for the outside; `basePath` is empty or has no slash at its end. */
  readonly address: PublicAddress & { readonly basePath: string };
  readonly version: string;
  readonly runs: SourceRuns;
  /** Whether versions are being judged at this moment. */
  readonly isEvaluating: () => boolean;
  readonly storeHealth: () => StoreHealth;
  /** Whether the gallery of components is served, for whoever works on them. */
  readonly gallery: boolean;
  /** What an administrator may do on the pages; absent when nobody could prove to be one. */
  readonly operator?: {
    readonly admits: (token: string) => boolean;
    /** Reads a source. Throws SOURCE_NOT_FOUND, and whatever is a bug. */
    readonly sync: (source: string) => Promise<unknown>;
  };
  /** Changes whenever the content of a catalog has changed; kept pages are then made anew. */
  generation(): string;
  /** Told of every error that is nobody's request. */
  onBug(error: unknown): void;
}
