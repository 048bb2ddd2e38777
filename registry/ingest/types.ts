import type { BlobStore, CatalogStore, SourceCondition } from '../storage/types.ts';

/** How far a run has come; `done` of `total` versions were looked at. */
export interface IngestProgress {
  readonly source: string;
  readonly done: number;
  readonly total: number;
}

/** What a run has come to know. */
export type IngestStep =
  | { readonly source: string; readonly step: 'revision'; readonly revision: string }
  | {
      readonly source: string;
      readonly step: 'listed';
      /** How many versions the source holds, and how many of them are to be read. */
      readonly versions: number;
      readonly changed: number;
    };

/** What a run did. */
export interface IngestReport {
  readonly source: string;
  readonly catalog: string;
  readonly condition: SourceCondition;
  /** False when the source had the revision that is already known. */
  readonly changed: boolean;
  readonly revision: string | undefined;
  /** Versions that were saved or replaced. */
  readonly saved: number;
  /** Versions that could not be read this time; the next run tries them again. */
  readonly failed: number;
  /** Why the source could not be read; undefined when it could. */
  readonly message: string | undefined;
}

/** Is told what happens; nothing it does can stop a run. */
export interface IngestObserver {
  onProgress(progress: IngestProgress): void;
  onStep?(step: IngestStep): void;
  /** A catalog's rows have changed. */
  onChange(catalog: string): void;
  /** An addon could not be ingested for a reason that is not in its content. */
  onTrouble(trouble: {
    readonly source: string;
    readonly addon: string;
    readonly version: string;
    readonly error: unknown;
  }): void;
}

/** What a run works with. */
export interface IngestDependencies {
  readonly store: CatalogStore;
  readonly blobs: BlobStore;
  readonly observer: IngestObserver;
  /** RFC 3339, UTC. */
  readonly now: () => string;
}
