import type { JsonObject } from '../../schemas/json.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import type { ValuesCheck } from '../../schemas/values-check.ts';

/** Values that somebody has, and the versions in question. */
export interface ValuesQuestion {
  readonly catalog: string;
  readonly addon: string;
  /** The version that the values are used with; matched without a leading `v`; absent: only the other one is looked at. */
  readonly from?: string;
  /** Matched without a leading `v`; `latest` is the newest stable one. */
  readonly to: string;
  readonly parameters: JsonObject;
  /** Default: the newest line that is no alpha. */
  readonly line?: ReleaseLine;
}

/**
 * Says whether values are still valid in another version; the same whether it happens in this process or behind a URL.
 * Throws RegistryError CATALOG_NOT_FOUND, ADDON_NOT_FOUND, VERSION_NOT_FOUND, VERSION_QUARANTINED, INPUT_INVALID, ENGINE_UNAVAILABLE or ENGINE_BUSY.
 */
export interface ValuesChecker {
  checkValues(question: ValuesQuestion): Promise<ValuesCheck>;
}
