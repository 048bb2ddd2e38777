import { comparePrereleases, compareVersions } from './compare-versions.ts';
import type { Comparator, Constraint } from './parse-constraint.ts';
import type { Version } from './parse-version.ts';

/**
 * Whether the version meets the constraint, exactly as Masterminds semver v3.2.1 `Check` decides, oddities included.
 */
export function satisfies(version: Version, constraint: Constraint): boolean {
  return constraint.some((comparators) => comparators.every((comparator) => meets(version, comparator)));
}

function meets(version: Version, comparator: Comparator): boolean {
  if (comparator.operator === '!=') return isDifferent(version, comparator);
  if (isUnwantedPrerelease(version, comparator)) return false;
  switch (comparator.operator) {
    case '=':
      return comparator.wildcard === undefined
        ? compareVersions(version, comparator.version) === 0
        : isInTildeRange(version, comparator);
    case '>':
      return isGreater(version, comparator);
    case '<':
      return compareVersions(version, comparator.version) < 0;
    case '>=':
      return compareVersions(version, comparator.version) >= 0;
    case '<=':
      return isAtMost(version, comparator);
    case '~':
      return isInTildeRange(version, comparator);
    case '^':
      return isInCaretRange(version, comparator);
    default:
      return comparator.operator satisfies never;
  }
}

/** A pre-release is only ever met by a comparator that names a pre-release itself. */
function isUnwantedPrerelease(version: Version, comparator: Comparator): boolean {
  return version.prerelease !== '' && comparator.version.prerelease === '';
}

function isDifferent(version: Version, comparator: Comparator): boolean {
  const { version: bound, wildcard } = comparator;
  if (wildcard === undefined) return compareVersions(version, bound) !== 0;
  if (isUnwantedPrerelease(version, comparator)) return false;
  if (version.major !== bound.major) return true;
  if (wildcard === 'minor') return false;
  if (version.minor !== bound.minor) return true;
  if (wildcard === 'patch') return comparePrereleases(version.prerelease, bound.prerelease) !== 0;
  return compareVersions(version, bound) !== 0;
}

function isGreater(version: Version, { version: bound, wildcard }: Comparator): boolean {
  if (wildcard === undefined) return compareVersions(version, bound) > 0;
  if (version.major !== bound.major) return version.major > bound.major;
  if (wildcard === 'minor') return false;
  if (wildcard === 'patch') return version.minor > bound.minor;
  return compareVersions(version, bound) > 0;
}

function isAtMost(version: Version, { version: bound, wildcard }: Comparator): boolean {
  if (wildcard === undefined) return compareVersions(version, bound) <= 0;
  if (version.major !== bound.major) return version.major < bound.major;
  return wildcard === 'minor' || version.minor <= bound.minor;
}

function isInTildeRange(version: Version, { version: bound, wildcard }: Comparator): boolean {
  if (compareVersions(version, bound) < 0) return false;
  const isZero = bound.major === 0n && bound.minor === 0n && bound.patch === 0n;
  if (isZero && wildcard !== 'minor' && wildcard !== 'patch') return true;
  return version.major === bound.major && (wildcard === 'minor' || version.minor === bound.minor);
}

function isInCaretRange(version: Version, { version: bound, wildcard }: Comparator): boolean {
  if (compareVersions(version, bound) < 0) return false;
  if (version.major !== bound.major) return false;
  if (bound.major > 0n || wildcard === 'minor') return true;
  if (version.minor !== bound.minor) return false;
  return bound.minor > 0n || wildcard === 'patch' || version.patch === bound.patch;
}
