import type { Language } from '../../schemas/language.ts';
import type { Lock, LockContent } from '../../schemas/lock.ts';
import type { ResolveRequest } from '../../schemas/resolution.ts';

/** A lock that is stored now; `created` is false when it was there before. */
export interface KeptLock {
  readonly lock: Lock;
  readonly created: boolean;
}

/**
 * Keeps locks; the same whether it happens in this process or behind a URL. Throws RegistryError LOCK_RATE_EXCEEDED when too many new ones come.
 */
export interface LockKeeper {
  /** Decides a set and keeps it. Throws what the planner throws. */
  writeLock(request: ResolveRequest, options: { readonly lang: Language }): Promise<KeptLock>;
  /** Keeps a content that somebody has. Throws INPUT_INVALID with one fault for everything in it that is not so here. */
  keepLock(content: LockContent): Promise<KeptLock>;
}
