import type { AddonRelease } from '../types.ts';

/** Whether the state of a release lets anybody choose it. */
export function isOpen({ state }: Pick<AddonRelease, 'state'>): boolean {
  return state === 'active' || state === 'deprecated';
}
