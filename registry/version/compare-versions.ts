import { compareText } from '../findings.ts';
import { parseInteger } from './parse-integer.ts';
import type { Version } from './parse-version.ts';

/**
 * Orders versions by precedence, oldest first; build metadata and the author's spelling do not count (Masterminds
 * `Compare`).
 */
export function compareVersions(left: Version, right: Version): number {
  return (
    compareSegments(left.major, right.major) ||
    compareSegments(left.minor, right.minor) ||
    compareSegments(left.patch, right.patch) ||
    comparePrereleases(left.prerelease, right.prerelease)
  );
}

/** Orders pre-release texts; none at all (the empty text) is a release and comes after every pre-release. */
export function comparePrereleases(left: string, right: string): number {
  if (left === right) return 0;
  if (left === '') return 1;
  if (right === '') return -1;
  const leftParts = left.split('.');
  const rightParts = right.split('.');
  for (let index = 0; index < Math.max(leftParts.length, rightParts.length); index += 1) {
    const order = compareIdentifiers(leftParts[index], rightParts[index]);
    if (order !== 0) return order;
  }
  return 0;
}

function compareSegments(left: bigint, right: bigint): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function compareIdentifiers(left: string | undefined, right: string | undefined): number {
  if (left === undefined) return -1;
  if (right === undefined) return 1;
  const leftNumber = findNumber(left);
  const rightNumber = findNumber(right);
  if (leftNumber !== undefined && rightNumber !== undefined) return compareSegments(leftNumber, rightNumber);
  if (leftNumber !== undefined) return -1;
  if (rightNumber !== undefined) return 1;
  return compareText(left, right);
}

/** The value of a numeric identifier; one too large for 64 bits counts as text, as it does for the client. */
function findNumber(identifier: string): bigint | undefined {
  if (!/^[0-9]+$/.test(identifier)) return undefined;
  const number = parseInteger(identifier, 'ParseUint');
  return number.ok ? number.value : undefined;
}
