import type { Effect } from '../../schemas/effects.ts';
import type { Parameter } from '../../schemas/parameter.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import type { LintSubject, Rule, RuleHit } from '../addon/lint/types.ts';
import type { CueFacts, ImportContext } from '../engine/types.ts';
import type { RenderOutcome } from '../render/types.ts';
import type { Link } from './links/find-links.ts';
import type { LocatedDocument } from './located/located-value.ts';

/** CUE text of an addon, and what an engine says of how it uses what it declares. Places are the author's. */
export interface CueText {
  readonly facts: CueFacts;
  readonly context: ImportContext;
  /** `application`: template, parameters and resources; the others are what their folders hold. */
  readonly role: 'application' | 'definition' | 'view' | 'config-template' | 'notes';
  /** Of a definition whose lists are added or repeated, on 1.11: whether the automatic upgrade rewrites that. */
  readonly rewritten?: boolean;
  /** Of a definition: its parameters. */
  readonly parameters?: readonly Parameter[];
}

/** One addon as a release line sees it, everything asked and rendered, for rules to look at. */
export interface EvaluationSubject extends LintSubject {
  readonly line: ReleaseLine;
  /** Whether the core of the line cannot enable it without parameters. */
  readonly refused: boolean;
  readonly outcome: RenderOutcome;
  readonly texts: readonly CueText[];
  /** Parameters of the addon itself. */
  readonly parameters: readonly Parameter[];
  /** What it writes out, rendered and as text. */
  readonly contents: readonly LocatedDocument[];
  readonly effects: readonly Effect[];
  readonly links: readonly Link[];
}

/**
 * A rule that needs an evaluation. An `error` is only for what the core of the line refuses, so rules warn at most,
 * unless they explain a refusal. The examples are its test, on the lines that `lines` names.
 */
export interface EvaluationRule extends Omit<Rule, 'check' | 'breaks'> {
  /** The lines that the wrong example breaks the rule on; all when absent. */
  readonly lines?: readonly ReleaseLine[];
  check(subject: EvaluationSubject): Iterable<RuleHit>;
}
