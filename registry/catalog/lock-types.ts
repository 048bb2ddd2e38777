import type { Lock, LockCheck, LockContent } from '../../schemas/lock.ts';
import type { CurrentState } from '../state/fold-state-events.ts';
import type { AskedSystem } from '../version/requirements.ts';
import type { VersionView } from './types.ts';

/** One version of a lock, as an index lists it and an archive is sent. */
export interface LockedVersion
  extends Pick<
    VersionView,
    | 'catalog'
    | 'version'
    | 'description'
    | 'icon'
    | 'url'
    | 'tags'
    | 'requirements'
    | 'dependencies'
    | 'digest'
    | 'sizeBytes'
    | 'published'
    | 'fileName'
  > {
  readonly name: string;
}

/** A lock as a registry of its own: one version of each addon, by name. */
export interface LockRegistry {
  readonly id: string;
  readonly versions: readonly LockedVersion[];
  readonly byFileName: ReadonlyMap<string, LockedVersion>;
}

/** Reads locks, for serving them. An id may carry `sha256:` before it. */
export interface LockRegistryReader {
  /** Undefined when no such lock was ever kept. */
  findLockRegistry(id: string): Promise<LockRegistry | undefined>;
  /** What stands about a member today. */
  findMemberState(member: Pick<LockedVersion, 'catalog' | 'name' | 'version'>): Promise<CurrentState>;
}

/**
 * Reads locks and says what became of them; the same whether it happens in this process or behind a URL.
 * An id may carry `sha256:` before it. Throws RegistryError LOCK_NOT_FOUND.
 */
export interface LockReader {
  getLock(id: string): Promise<Lock>;
  /** Whether a content holds, kept here or not. */
  checkLock(content: LockContent, asked: AskedSystem): Promise<LockCheck>;
  checkStoredLock(id: string, asked: AskedSystem): Promise<LockCheck>;
}
