import { meetsRequirement, readComparedVersion, readRequirement } from '../../version/check-sem-ver.ts';
import type { AddonRelease } from '../types.ts';

/** The newest listed release that a range admits, stable ones first; undefined when there is none or the range cannot be read. */
export function chooseRelease(releases: readonly AddonRelease[], range: string): AddonRelease | undefined {
  const fitting = releases.filter((release) => isOpen(release) && isInRange(release.version, range));
  return fitting.find(({ prerelease }) => !prerelease) ?? fitting[0];
}

/** Whether a range admits a version for the client; a range or version that cannot be read admits nothing. */
export function isInRange(version: string, range: string): boolean {
  const requirement = readRequirement(range);
  if (!requirement.ok) return false;
  const met = meetsRequirement(readComparedVersion(version), requirement.value);
  return met.ok && met.value;
}

function isOpen({ state }: AddonRelease): boolean {
  return state === 'active' || state === 'deprecated';
}
