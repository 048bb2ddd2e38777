import type { AddonMetadata } from '../../schemas/addon.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import type { FileTree } from '../addon/types.ts';
import type { LineEvaluation } from '../evaluation/types.ts';
import type { LineRules } from '../storage/types.ts';

/** Judges contents as release lines do: registry/evaluation with engines behind it. */
export interface AddonEvaluator {
  /** The lines that are judged, each with the rules of now, oldest line first. */
  readonly lines: readonly LineRules[];
  /** Never throws for what is in the content. Throws RegistryError ENGINE_UNAVAILABLE or ENGINE_BUSY, and when `signal` is aborted. */
  evaluate(content: {
    readonly tree: FileTree;
    readonly metadata: AddonMetadata;
    readonly line: ReleaseLine;
    readonly signal: AbortSignal;
  }): Promise<LineEvaluation>;
}

/** Is told how evaluation goes; nothing it does can stop it. */
export interface EvaluationObserver {
  /** New results are stored. */
  onChange(): void;
  /** How many contents each line has yet to judge. */
  onPending(pending: ReadonlyMap<ReleaseLine, number>): void;
  /** Everything that could be judged is; `results` were made since the last time. */
  onDone(results: number): void;
  /** Nothing is being judged any more, for now. */
  onRest?(): void;
  /** A content could not be judged for a reason that is not in it. */
  onTrouble(trouble: {
    readonly catalog: string;
    readonly addon: string;
    readonly version: string;
    readonly line: ReleaseLine;
    readonly error: unknown;
  }): void;
  /** A line cannot be judged for the time being; it is tried again. */
  onLineTrouble(line: ReleaseLine, error: unknown): void;
}
