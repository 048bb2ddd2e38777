import { randomBytes } from 'node:crypto';
import { open, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { StoreHealth } from '../../schemas/store-health.ts';

export interface StoreProbeOptions {
  readonly folder: string;
  readonly now: () => string;
  /** The health is another than before. */
  readonly onChange: (health: StoreHealth) => void;
  /** Default 30 s. */
  readonly everyMs?: number;
}

/** Looks now and then whether the data folder can be written, by writing. */
export interface StoreProbe {
  readonly health: () => StoreHealth;
  /** Bytes that are free where the folder is; undefined when the system does not say. */
  readonly freeBytes: () => number | undefined;
  /** Looks now; never throws. */
  probe(): Promise<StoreHealth>;
  close(): void;
}

// Enough to need a block of its own on a disk that has none left.
const probeBytes = Buffer.alloc(256 * 1024);

/** Starts looking; until the first look has ended the folder counts as writable. */
export function openStoreProbe(options: StoreProbeOptions): StoreProbe {
  const { folder, now, onChange, everyMs = 30_000 } = options;
  let health: StoreHealth = { writable: true };
  let freeBytes: number | undefined;

  async function probe(): Promise<StoreHealth> {
    const error = await writeProbe(folder);
    freeBytes = await statfs(folder).then(
      ({ bavail, bsize }) => bavail * bsize,
      () => undefined,
    );
    const before = health;
    if (error === undefined) health = { writable: true };
    else {
      const since = before.writable ? now() : before.since;
      health = { writable: false, since, reason: toReason(error), message: describe(error) };
    }
    if (before.writable !== health.writable) onChange(health);
    return health;
  }

  const timer = setInterval(() => void probe(), everyMs).unref();
  return { health: () => health, freeBytes: () => freeBytes, probe, close: () => clearInterval(timer) };
}

/** What kept a small file from being written; undefined when nothing did. */
async function writeProbe(folder: string): Promise<unknown> {
  const path = join(folder, `.probe-${randomBytes(6).toString('hex')}`);
  try {
    const file = await open(path, 'wx');
    try {
      await file.writeFile(probeBytes);
      await file.sync();
    } finally {
      await file.close();
    }
    return undefined;
  } catch (error) {
    return error ?? new Error('unknown');
  } finally {
    await rm(path, { force: true }).catch(() => undefined);
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function toReason(error: unknown): 'full' | 'read-only' | 'other' {
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'full';
  return code === 'EROFS' || code === 'EACCES' || code === 'EPERM' ? 'read-only' : 'other';
}

/** The system's words without the path, which is nobody's business outside. */
function describe(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split(/, | '/)[0] ?? text;
}
