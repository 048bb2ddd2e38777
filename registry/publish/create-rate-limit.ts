import { RegistryError } from '../errors.ts';

export interface RateLimitOptions {
  /** How often within a minute. */
  readonly mostInMinute: number;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
}

/** Counts what is done within any one minute. */
export interface RateLimit {
  /** Counts one more. Throws LOCK_RATE_EXCEEDED, with `retryAfterSeconds`, when there were too many. */
  admit(): void;
}

const minuteMs = 60_000;

/** Makes a limit of this process; nothing is remembered for longer than a minute. */
export function createRateLimit({ mostInMinute, now }: RateLimitOptions): RateLimit {
  let admitted: number[] = [];
  return {
    admit() {
      const time = now();
      admitted = admitted.filter((each) => time - each < minuteMs);
      const [oldest] = admitted;
      if (oldest !== undefined && admitted.length >= mostInMinute) {
        const retryAfterSeconds = Math.ceil((oldest + minuteMs - time) / 1000);
        throw new RegistryError(
          'LOCK_RATE_EXCEEDED',
          `this server keeps at most ${mostInMinute} new locks a minute: try again in ${retryAfterSeconds} seconds`,
          { details: { retryAfterSeconds } },
        );
      }
      admitted.push(time);
    },
  };
}
