import type { AddonMetadata, FileRole } from '../../../schemas/addon.ts';
import type { Severity } from '../../../schemas/finding.ts';
import type { Classification } from '../layout.ts';
import type { FileTree } from '../types.ts';
import type { CueFile } from './cue-file.ts';
import type { YamlFile } from './yaml-file.ts';

/** What a caller hands in: one addon, read once. */
export interface LintInput {
  readonly tree: FileTree;
  /** As the client reads it; undefined when it cannot be read. */
  readonly metadata: AddonMetadata | undefined;
  /** Name of the folder that the addon stands in; undefined for an archive. */
  readonly directory: string | undefined;
}

/** What a rule looks at. Rules share parsed documents through `documents` and never parse twice. */
export interface LintSubject extends LintInput {
  readonly documents: LintDocuments;
}

/** The files of one addon by what the client takes them for, parsed on first use and kept for the other rules. */
export interface LintDocuments {
  readonly files: readonly LintFile[];
  /** metadata.yaml itself (never a stray `metadata.yaml.bak`); undefined when it is missing. */
  readonly metadata: YamlFile | undefined;
  /** The files that the client reads as YAML in one of these roles, in path order; in `schemas/` that is every file. */
  listYaml(...roles: readonly FileRole[]): readonly YamlFile[];
  /** The CUE files that the client reads in one of these roles, in path order. */
  listCue(...roles: readonly FileRole[]): readonly CueFile[];
}

/** A file and what the client takes it for, whatever the addon is called. */
export interface LintFile extends Classification {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** One place where a rule is broken. Lines and columns count from 1, columns in UTF-16 units. */
export interface RuleHit {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
  /** Overrides the rule's advice for this place. */
  readonly fix?: string;
  /** Overrides the rule's severity for this place. */
  readonly severity?: Severity;
  /** The release lines that it concerns; absent = all. */
  readonly for?: readonly string[];
}

/** A file of an example, as it would stand in an otherwise faultless addon; without a text, the file is missing there. */
export interface RuleExample {
  readonly file: string;
  readonly text: string | undefined;
}

/**
 * One lint rule. The wrong example must break it and nothing else, and the right one must break nothing: both are shown on its page and are its test.
 */
export interface Rule {
  /** `family/name`, kebab-case, never reused. */
  readonly id: `${string}/${string}`;
  readonly severity: Severity;
  /** What an author did, in a few words. */
  readonly title: string;
  /** Why it matters: what the client or the core does with it. */
  readonly reason: string;
  /** What to do, in one sentence. */
  readonly fix: string;
  /** Set when the KubeVela client cannot load such an addon at all. */
  readonly breaks?: 'load';
  readonly wrong: readonly RuleExample[];
  readonly right: readonly RuleExample[];
  /** Folder that the examples stand in, where it is not called like the addon. */
  readonly exampleDirectory?: string;
  check(subject: LintSubject): Iterable<RuleHit>;
}
