import type { StateAction, StateChange } from '../../schemas/version-state.ts';

/** What somebody says of a version, or of every version of an addon, also of those to come. */
export interface StateChangeRequest {
  /** One that has sources of its own, not a union. */
  readonly catalog: string;
  readonly addon: string;
  /** Matched without a leading `v`; absent: the whole addon, which can only be deprecated. */
  readonly version?: string;
  readonly action: StateAction;
  readonly reason: string;
  readonly author: string;
  /** With `deprecate`: `[catalog/]name[@version]`. */
  readonly replacement?: string;
}

/**
 * Changes states of versions; done when what is served says so. What is so already changes nothing, and the answer says so.
 * Throws RegistryError CATALOG_NOT_FOUND, ADDON_NOT_FOUND, VERSION_NOT_FOUND or INPUT_INVALID.
 */
export interface VersionStateChanger {
  changeState(request: StateChangeRequest): Promise<StateChange>;
}
