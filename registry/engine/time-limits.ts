import type { EngineOperation } from './types.ts';

/** How long a child may take, in milliseconds of the wall clock. */
export interface TimeLimits {
  readonly usualMs: number;
  /** For operations that walk a whole parameter schema of some size. */
  readonly longMs: number;
}

export const defaultTimeLimits: TimeLimits = { usualMs: 10_000, longMs: 60_000 };

/** KubeVela's own `notification.cue` has 10 kB, and its schema takes 13 s of CPU on every release; what is smaller is quick or hostile. */
const longFromBytes = 8 * 1024;
const schemaOperations: ReadonlySet<EngineOperation> = new Set([
  'schema',
  'describe',
  'compare',
  'configTemplate',
  'view',
]);

/** The time limit of a question whose JSON has so many bytes. */
export function timeLimitOf(operation: EngineOperation, bytes: number, limits: TimeLimits): number {
  return schemaOperations.has(operation) && bytes >= longFromBytes ? limits.longMs : limits.usualMs;
}
