import { compareVersions } from '../../version/compare-versions.ts';
import { parseVersion, type Version } from '../../version/parse-version.ts';
import { compareBumps, raiseBump } from './order-bumps.ts';
import type { Bump } from './types.ts';

/** How far a version moved, and whether that is as far as its changes require. */
export interface BumpJudgement {
  readonly bump: Bump;
  readonly adequate: boolean;
}

/**
 * Judges the step from one version to a later one. Before 1.0.0 a new minor number announces what breaks, and a new patch number all else.
 * A pre-release binds nobody: on the way to its release everything may change. Undefined when one of the texts is no version.
 */
export function judgeBump(
  step: { readonly from: string; readonly to: string },
  required: Bump,
): BumpJudgement | undefined {
  const [from, to] = [parseVersion(step.from), parseVersion(step.to)];
  if (!from.ok || !to.ok) return undefined;
  const bump = findBump(from.value, to.value);
  const reached = from.value.major === 0n && bump !== 'none' ? raiseBump(bump) : bump;
  const isUnreleased = bump !== 'none' && from.value.prerelease !== '' && isSameRelease(from.value, to.value);
  return { bump, adequate: isUnreleased || compareBumps(reached, required) >= 0 };
}

function isSameRelease(left: Version, right: Version): boolean {
  return left.major === right.major && left.minor === right.minor && left.patch === right.patch;
}

function findBump(from: Version, to: Version): Bump {
  if (compareVersions(from, to) >= 0) return 'none';
  if (from.major !== to.major) return 'major';
  return from.minor === to.minor ? 'patch' : 'minor';
}
