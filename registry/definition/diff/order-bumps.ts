import type { Bump } from './types.ts';

const ascending: readonly Bump[] = ['none', 'patch', 'minor', 'major'];

/** Orders bumps, the smaller first. */
export function compareBumps(left: Bump, right: Bump): number {
  return ascending.indexOf(left) - ascending.indexOf(right);
}

/** The largest of some bumps; `none` of none. */
export function findLargestBump(bumps: readonly Bump[]): Bump {
  return ascending.findLast((bump) => bumps.includes(bump)) ?? 'none';
}

/** The next larger bump; `major` has none. */
export function raiseBump(bump: Bump): Bump {
  return ascending[ascending.indexOf(bump) + 1] ?? 'major';
}
