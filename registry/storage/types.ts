import type { AddonFile, AddonMetadata } from '../../schemas/addon.ts';
import type { DefinitionFacts } from '../../schemas/definition.ts';
import type { Finding } from '../../schemas/finding.ts';
import type { LockContent } from '../../schemas/lock.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import type { NewStateEvent, StateEvent } from '../../schemas/version-state.ts';
import type { Digest } from '../digest.ts';
import type { LineEvaluation, LineFacts } from '../evaluation/types.ts';

/** Names one version of one catalog. `key` is the version text without one leading `v`. */
export interface VersionId {
  readonly catalog: string;
  readonly addon: string;
  readonly key: string;
}

/** A released state. Immutable once saved, except in a mutable source, where it is replaced as a whole. */
export interface VersionRecord extends VersionId {
  /** As the author wrote it. */
  readonly version: string;
  readonly treeDigest: Digest;
  readonly digest: Digest;
  readonly sizeBytes: number;
  /** RFC 3339, UTC. */
  readonly published: string;
  readonly source: string;
  /** Commit, or what the source calls a revision. */
  readonly revision: string;
  readonly directory: string;
  readonly contentId: string;
  readonly metadata: AddonMetadata;
  readonly files: readonly AddonFile[];
  readonly readmePath: string | undefined;
}

/** What a source last said about a version; changes while the version does not. */
export interface VersionObservation extends VersionId {
  /** Commits of every content that the version ever had, oldest first. */
  readonly contents: readonly { readonly revision: string; readonly at: string }[];
  /** Findings that come from the history and not from the content, such as `version/changed-without-bump`. */
  readonly findings: readonly Finding[];
}

/** What a rule set said of a content. */
export interface Evaluation {
  readonly treeDigest: Digest;
  readonly ruleSet: string;
  readonly findings: readonly Finding[];
}

/** What a release line makes of a content, by the rules that `ruleSet` names. */
export interface LineEvaluationRecord {
  readonly treeDigest: Digest;
  readonly ruleSet: string;
  readonly evaluation: LineEvaluation;
}

/** The part of a line's evaluation that lists need: small, and read for a whole catalog at once. */
export interface LineVerdict {
  readonly treeDigest: Digest;
  readonly line: ReleaseLine;
  readonly ruleSet: string;
  readonly render: LineEvaluation['render'];
  readonly parameters: readonly string[];
  readonly reason: string | undefined;
  /** One short mark per finding, the same on every line for the same finding: its severity's first letter and a hash. */
  readonly findingMarks: readonly string[];
}

/** The rules that judge a release line now. */
export interface LineRules {
  readonly line: ReleaseLine;
  readonly ruleSet: string;
}

/** A content that the rules of now have not judged on some lines, named by one version that has it. */
export interface EvaluationQuestion extends VersionId {
  readonly treeDigest: Digest;
  readonly lines: readonly ReleaseLine[];
}

/** A definition of a content, as far as lists of the whole catalogue need it. */
export interface DefinitionEntry
  extends Pick<
    DefinitionFacts,
    'kind' | 'name' | 'file' | 'schematic' | 'alias' | 'description' | 'deprecated' | 'digest'
  > {
  readonly treeDigest: Digest;
}

export type SourceCondition = 'pending' | 'ok' | 'stale' | 'unreachable';

/** The last known state of a source. */
export interface SourceRecord {
  readonly source: string;
  readonly catalog: string;
  readonly condition: SourceCondition;
  /** Revision of the last complete run. */
  readonly revision: string | undefined;
  /** Settings of the source in that run. */
  readonly settings: string | undefined;
  readonly lastRun: string | undefined;
  readonly lastSuccess: string | undefined;
  readonly message: string | undefined;
  readonly findings: readonly Finding[];
}

/** When a catalog began to follow a source. */
export interface AdoptionRecord {
  readonly source: string;
  readonly revision: string;
  /** RFC 3339, UTC. */
  readonly recorded: string;
}

/** Reads versions. Lists are ordered by addon name, then key, by code units. */
export interface VersionReader {
  findVersion(id: VersionId): Promise<VersionRecord | undefined>;
  listVersions(filter: { readonly catalog: string; readonly addon?: string }): Promise<readonly VersionRecord[]>;
  findObservation(id: VersionId): Promise<VersionObservation | undefined>;
  listObservations(filter: {
    readonly catalog: string;
    readonly addon?: string;
  }): Promise<readonly VersionObservation[]>;
}

/** Writes versions. Each call is one transaction and raises the catalog's generation when something changed. */
export interface VersionWriter {
  /** Saves a new version with its observation and evaluation; an existing id is refused with a bug error, never overwritten. */
  saveVersion(entry: VersionEntry): Promise<void>;
  /** Replaces a version of a mutable source; an id that is not stored is refused with a bug error. */
  replaceVersion(entry: VersionEntry): Promise<void>;
  /** Removes a version of a mutable source that is gone there, with its observation; one that is not stored is fine. */
  removeVersion(id: VersionId): Promise<void>;
  /** Replaces the observation of a stored version; an id that is not stored is refused with a bug error. */
  saveObservation(observation: VersionObservation): Promise<void>;
}

export interface VersionEntry {
  readonly record: VersionRecord;
  readonly observation: VersionObservation;
  readonly evaluation: Evaluation;
}

/** What rule sets say of contents. A content keeps one result: a newer one takes the place of the older, whose rules it need not share, and until then the older stands. */
export interface EvaluationStore {
  /** By that rule set, or else by the one before. */
  findEvaluation(treeDigest: Digest, ruleSet: string): Promise<Evaluation | undefined>;
  /** Evaluations of the contents that a catalog holds, by that rule set or else by the one before, ordered by tree digest. */
  listEvaluations(filter: { readonly catalog: string; readonly ruleSet: string }): Promise<readonly Evaluation[]>;
  /** Versions, one per content, that the rule set has not seen, ordered by catalog, addon and key. */
  listUnevaluated(ruleSet: string): Promise<readonly VersionRecord[]>;
  /** Saves or replaces what a rule set says; raises the generation of every catalog that holds the content when that is news. */
  saveEvaluation(evaluation: Evaluation): Promise<void>;
}

/** What release lines say of contents. A line keeps one result for a content: a newer one takes the place of the older, and until then the older stands. */
export interface LineEvaluationStore {
  /** Of the contents that a catalog holds, ordered by tree digest, then line; without anything big. */
  listVerdicts(filter: { readonly catalog: string }): Promise<readonly LineVerdict[]>;
  /** Findings of one content on every line, ordered by line. */
  listLineFindings(
    treeDigest: Digest,
  ): Promise<readonly { readonly line: ReleaseLine; readonly findings: readonly Finding[] }[]>;
  /** The facts of one content that are named, or undefined when the line has not judged it. */
  findFacts<Part extends keyof StoredFacts>(
    id: { readonly treeDigest: Digest; readonly line: ReleaseLine },
    parts: readonly Part[],
  ): Promise<Pick<StoredFacts, Part> | undefined>;
  /** Definitions that a line found in one content, in the line's order. */
  listDefinitions(id: { readonly treeDigest: Digest; readonly line: ReleaseLine }): Promise<readonly DefinitionFacts[]>;
  /** Definitions of the contents that a catalog holds, each once, as the first of `lines` that found it describes it; ordered by tree digest, kind, name and file. */
  listDefinitionEntries(filter: {
    readonly catalog: string;
    readonly lines: readonly ReleaseLine[];
  }): Promise<readonly DefinitionEntry[]>;
  /** What is to be judged, each content once, those published last first. */
  listQuestions(rules: readonly LineRules[]): Promise<readonly EvaluationQuestion[]>;
  /** Saves results together and raises the generation of every catalog that holds one of the contents once, when something is news. */
  saveLineEvaluations(records: readonly LineEvaluationRecord[]): Promise<void>;
  /** Removes results of contents that no version has any more, and of lines that are not named. Returns how many. */
  pruneLineEvaluations(lines: readonly ReleaseLine[]): Promise<number>;
}

/** Facts that are stored by themselves, because each can be big; definitions have rows of their own. */
export type StoredFacts = Omit<LineFacts, 'definitions'>;

export interface SourceStore {
  /** Ordered by source. */
  listSources(): Promise<readonly SourceRecord[]>;
  findSource(source: string): Promise<SourceRecord | undefined>;
  /** Saves or replaces the state of a source; raises no generation. */
  saveSource(record: SourceRecord): Promise<void>;
  findAdoption(source: string): Promise<AdoptionRecord | undefined>;
  /** Appends; the newest counts. */
  saveAdoption(record: AdoptionRecord): Promise<void>;
}

/** Who yanked, deprecated or quarantined what, and took it back. Events are only ever added; they outlast the versions they speak of. */
export interface StateStore {
  /** Appends and raises the catalog's generation; undefined, with nothing written, when the event changes nothing. Both in one transaction, so that of two equal calls one changes something. */
  appendStateEvent(event: NewStateEvent): Promise<StateEvent | undefined>;
  /** Of a catalog, or of one addon of it, oldest first. */
  listStateEvents(filter: { readonly catalog: string; readonly addon?: string }): Promise<readonly StateEvent[]>;
}

/** What the index entry of a locked version says that its lock does not; kept with the lock, because the version's row may go. */
export interface LockEntry {
  readonly name: string;
  readonly description: string;
  readonly icon?: string;
  readonly url?: string;
  readonly tags: readonly string[];
  readonly sizeBytes: number;
  /** RFC 3339, UTC. */
  readonly published: string;
}

/** A stored lock. Never changes. */
export interface LockRecord {
  /** `toLockId` of the content. */
  readonly id: string;
  /** RFC 3339, UTC. */
  readonly created: string;
  /** Canonical. */
  readonly content: LockContent;
  /** One for each member, in the same order. */
  readonly entries: readonly LockEntry[];
}

export interface LockStore {
  findLock(id: string): Promise<LockRecord | undefined>;
  /** Adds a lock and returns true; one that is there already stays as it is, and false comes back. Raises no generation. */
  saveLock(record: LockRecord): Promise<boolean>;
}

/** The truth besides blobs. One writer; readers see whole transactions. */
export interface CatalogStore
  extends VersionReader,
    VersionWriter,
    EvaluationStore,
    LineEvaluationStore,
    StateStore,
    SourceStore,
    LockStore {
  /** Counts changes of what the catalog serves; projections compare it. 0 for a catalog that was never written. */
  readGeneration(catalog: string): Promise<number>;
  close(): Promise<void>;
}

/** Content-addressed bytes. */
export interface BlobStore {
  hasBlob(digest: Digest): Promise<boolean>;
  /** Stores bytes durably and returns their digest; storing the same bytes again does nothing. */
  saveBlob(bytes: Uint8Array): Promise<Digest>;
  /** Reads bytes and verifies them. Throws BLOB_NOT_FOUND, or BLOB_CORRUPT when the digest does not fit. */
  readBlob(digest: Digest): Promise<Uint8Array>;
}
