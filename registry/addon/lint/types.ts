import type { AddonMetadata } from '../../../schemas/addon.ts';
import type { Severity } from '../../../schemas/finding.ts';
import type { FileTree } from '../types.ts';

/** What a rule looks at: one addon, read once. Rules share parsed documents through `documents` and never parse twice. */
export interface LintSubject {
  readonly tree: FileTree;
  /** As the client reads it; undefined when it cannot be read. */
  readonly metadata: AddonMetadata | undefined;
  /** Name of the folder that the addon stands in; undefined for an archive. */
  readonly directory: string | undefined;
}

/** One place where a rule is broken. Lines and columns count from 1, columns in UTF-16 units. */
export interface RuleHit {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
  readonly fix?: string;
  /** Overrides the rule's severity for this place. */
  readonly severity?: Severity;
}

/** A file of an example, as it would stand in an addon folder. */
export interface RuleExample {
  readonly file: string;
  readonly text: string;
}

/**
 * One lint rule. The wrong example must break it and the right one must not: both are shown on its page and are its test.
 */
export interface Rule {
  /** `family/name`, kebab-case, never reused. */
  readonly id: `${string}/${string}`;
  readonly severity: Severity;
  /** What an author did, in a few words. */
  readonly title: string;
  /** Why it matters: what the client or the core does with it. */
  readonly reason: string;
  /** Set when the KubeVela client cannot load such an addon at all. */
  readonly breaks?: 'load';
  readonly wrong: RuleExample;
  readonly right: RuleExample;
  check(subject: LintSubject): Iterable<RuleHit>;
}
