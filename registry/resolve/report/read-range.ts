import { meetsRequirement, readComparedVersion, readRequirement } from '../../version/check-sem-ver.ts';
import { normalizeVersion } from '../../version/normalize-version.ts';
import type { AddonRelease } from '../types.ts';

/** A range that was read once, to be compared with many releases. */
export interface ReadRange {
  /** Whether the range admits the release for the client, whatever its state. */
  isMet(release: Pick<AddonRelease, 'key'>): boolean;
  /** Whether it admits the release, or what that is a pre-release of, or is its very text. */
  isMeant(release: Pick<AddonRelease, 'key' | 'prerelease'>): boolean;
}

/** Reads a range; one that cannot be read admits nothing. */
export function readRange(range: string): ReadRange {
  const requirement = readRequirement(range);
  const exact = normalizeVersion(range);
  const isIn = (version: string): boolean => {
    if (!requirement.ok) return false;
    const met = meetsRequirement(readComparedVersion(version), requirement.value);
    return met.ok && met.value;
  };
  return {
    isMet: ({ key }) => isIn(key),
    isMeant: ({ key, prerelease }) => key === exact || isIn(key) || (prerelease && isIn(key.split('-')[0] ?? key)),
  };
}
