export interface NextDelayOptions {
  readonly everyMs: number;
  /** Runs that failed in a row. */
  readonly failures: number;
}

const firstRetryMs = 30_000;
const longestRetryMs = 3_600_000;

/** When to look at a source again: at its pace, and after failures with doubling pauses from half a minute (or its pace, if longer) to an hour. */
export function nextDelayMs({ everyMs, failures }: NextDelayOptions): number {
  if (failures === 0) return everyMs;
  const doubled = Math.max(firstRetryMs, everyMs) * 2 ** Math.min(failures - 1, 16);
  return Math.max(everyMs, Math.min(doubled, longestRetryMs));
}
