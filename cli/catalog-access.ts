import type { DefinitionReader } from '../registry/catalog/definition-types.ts';
import type { LockReader } from '../registry/catalog/lock-types.ts';
import type {
  BundleRenderer,
  CatalogReader,
  EvaluationReader,
  Planner,
  Searcher,
  StateHistoryReader,
  VersionComparer,
} from '../registry/catalog/types.ts';
import type { ValuesChecker } from '../registry/catalog/values-check-types.ts';
import type { LockKeeper } from '../registry/publish/lock-types.ts';
import type { VersionStateChanger } from '../registry/publish/types.ts';
import type { SyncReport } from '../schemas/rest.ts';

/** The catalogue that a command works on: a remote server, the running server of this machine, or the data folder itself. */
export interface CatalogAccess
  extends CatalogReader,
    EvaluationReader,
    Omit<DefinitionReader, 'getDefinitionFile'>,
    BundleRenderer,
    LockKeeper,
    LockReader,
    Planner,
    Searcher,
    StateHistoryReader,
    ValuesChecker,
    VersionComparer,
    VersionStateChanger {
  /** Reads a source now; the promise ends when that is done. Throws SOURCE_NOT_FOUND. */
  syncSource(source: string): Promise<SyncReport>;
  close(): Promise<void>;
}

/** What a person said about where the catalogue is. */
export interface CatalogOptions {
  readonly server?: string;
  readonly config?: string;
  readonly data?: string;
}
