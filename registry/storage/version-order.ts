import { compareText } from '../findings.ts';
import type { VersionId } from './types.ts';

/** Orders versions by addon name, then key, by code units: the order of every list of the port. */
export function compareVersionIds(left: VersionId, right: VersionId): number {
  return compareText(left.addon, right.addon) || compareText(left.key, right.key);
}
