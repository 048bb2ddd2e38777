import type { IncomingMessage } from 'node:http';
import { RegistryError } from '../../registry/errors.ts';

export interface AddressLimitOptions {
  /** How many at once, before a second gives the next. */
  readonly burst: number;
  readonly perSecond: number;
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number;
}

/** Keeps any one address from taking all of something. */
export interface AddressLimit {
  /** Counts one more for an address. Throws RATE_EXCEEDED, with `retryAfterSeconds`, when it had too many. */
  admit(address: string): void;
}

/** Addresses that are remembered; the one that was seen longest ago is forgotten first. */
const maxAddresses = 10_000;

/** Makes a limit of this process: every address has a bucket that fills up again. */
export function createAddressLimit({ burst, perSecond, now }: AddressLimitOptions): AddressLimit {
  const buckets = new Map<string, { readonly left: number; readonly at: number }>();
  return {
    admit(address) {
      const at = now();
      const known = buckets.get(address) ?? { left: burst, at };
      const left = Math.min(burst, known.left + ((at - known.at) / 1000) * perSecond);
      buckets.delete(address);
      buckets.set(address, { left: left < 1 ? left : left - 1, at });
      for (const oldest of buckets.keys()) {
        if (buckets.size <= maxAddresses) break;
        buckets.delete(oldest);
      }
      if (left >= 1) return;
      const retryAfterSeconds = Math.max(1, Math.ceil((1 - left) / perSecond));
      throw new RegistryError(
        'RATE_EXCEEDED',
        `too many renderings from one address: try again in ${retryAfterSeconds} seconds`,
        { details: { retryAfterSeconds } },
      );
    },
  };
}

const privateAddress = /^(?:::ffff:)?(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2[0-9]|3[01])\.)|^::1$|^f[cd]/;

/** Who asks: the other end of the connection, or whom a proxy in the own network names last. */
export function findClient({ socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>): string {
  const remote = socket.remoteAddress ?? '';
  const forwarded = headers['x-forwarded-for'];
  if (forwarded === undefined || !privateAddress.test(remote)) return remote;
  return String(forwarded).split(',').at(-1)?.trim() || remote;
}
