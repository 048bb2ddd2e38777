import type { Finding } from '../../schemas/finding.ts';
import type { TreeReading } from '../addon/types.ts';

/** One content that a version had in its source: where it stood and when. `contentId` is opaque; equal ids mean equal content. */
export interface SourceContent {
  readonly contentId: string;
  readonly revision: string;
  /** RFC 3339, UTC. */
  readonly at: string;
}

/** A released state that a source holds, by the rule of adoption (docs/ARCHITECTURE.md section 2). */
export interface SourceVersion {
  readonly name: string;
  /** As the author wrote it. */
  readonly version: string;
  /** Folder of the addon below the source's `folder`; empty = that folder itself. */
  readonly directory: string;
  /** The content that this version is. */
  readonly content: SourceContent;
  /** When the version first appeared, RFC 3339, UTC. */
  readonly published: string;
  /** Every distinct content it ever had, oldest first; `content` is one of them. */
  readonly contents: readonly SourceContent[];
  /** Contents that came under this number after it was sealed, and are therefore refused, oldest first. */
  readonly refused: readonly SourceContent[];
}

/** What a source holds at one revision. Reading goes on until `close()`. */
export interface Snapshot {
  readonly revision: string;
  /** The revision at which the catalog began to follow the source; undefined for sources without history. */
  readonly adopted: string | undefined;
  readonly versions: readonly SourceVersion[];
  /** Folders that look like addons but are no version, and what became of the history (a branch that was rewritten). */
  readonly findings: readonly Finding[];
  /** Reads the file tree of one version from the source's own objects, under the limits of the package format. */
  readTree(version: SourceVersion, signal: AbortSignal): Promise<TreeReading>;
  close(): Promise<void>;
}

export interface OpenSnapshotOptions {
  /** The recorded adoption; undefined on the first run. */
  readonly adopted: string | undefined;
  /** The revision of the last complete run; tells a rewritten history from a grown one. */
  readonly known: string | undefined;
  readonly signal: AbortSignal;
}

/**
 * Where addons of a catalog come from.
 * Methods throw RegistryError SOURCE_UNAVAILABLE (theirs, retry) or SOURCE_INVALID (the configuration must change); messages never hold credentials.
 */
export interface Source {
  /** `<catalog>/<name>`. */
  readonly id: string;
  readonly type: 'git' | 'local';
  /** For people: the URL or path without credentials. */
  readonly location: string;
  /** Folder of the source that holds the addons, which `directory` of a version starts from; empty = its root. */
  readonly folder: string;
  /** Stands for what is read of that place, such as branch and path: a last known revision counts only while this stays the same. */
  readonly settings: string;
  /** A mutable source may change a version's content; every other seals it. */
  readonly mutable: boolean;
  /** Asks for the revision that a snapshot would have now: one cheap call. */
  findRevision(signal: AbortSignal): Promise<string>;
  openSnapshot(options: OpenSnapshotOptions): Promise<Snapshot>;
}
