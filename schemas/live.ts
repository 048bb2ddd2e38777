import type { ReleaseLine } from './release-line.ts';
import type { EvaluationProgress, SourceState } from './rest.ts';

/** How a source fares now: an event `source` of the live stream. */
export interface LiveSource extends Omit<SourceState, 'findings'> {
  /** How many findings the last complete run had. */
  readonly findings: number;
}

/** What a catalog serves now: an event `catalog` of the live stream. */
export interface LiveCatalog {
  readonly name: string;
  /** Grows with every change of what is served. */
  readonly generation: number;
  readonly addons: number;
  readonly versions: number;
  readonly evaluation: EvaluationProgress;
}

/** How far the judging of contents has come: an event `evaluation` of the live stream. */
export interface LiveEvaluation {
  /** Whether contents are being judged at this moment. */
  readonly running: boolean;
  /** Contents that each release line has yet to judge. */
  readonly pending: readonly { readonly line: ReleaseLine; readonly contents: number }[];
}
