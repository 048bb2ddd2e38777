import { compareText } from '../findings.ts';
import { compareVersions } from './compare-versions.ts';
import { parseVersion, toCanonicalText, type Version } from './parse-version.ts';

/**
 * Orders version texts newest first by the client's precedence: what cannot be read comes last, ties are settled by
 * the text itself, greater first. Total and deterministic, so an index sorted by it is the same on every machine.
 */
export function compareVersionsDescending(left: string, right: string): number {
  const leftVersion = findVersion(left);
  const rightVersion = findVersion(right);
  if (leftVersion !== undefined && rightVersion !== undefined) {
    return compareVersions(rightVersion, leftVersion) || compareText(right, left);
  }
  if (leftVersion !== undefined) return -1;
  if (rightVersion !== undefined) return 1;
  return compareText(right, left);
}

/**
 * The order into which a client puts the versions of one index entry (`sort.Sort(sort.Reverse(versions))`,
 * pkg/addon/versioned_registry.go): newest first, equal ones as they stood, what cannot be read last and reversed.
 * Beyond twelve versions Go's sorting is not stable: versions of equal precedence, and unreadable ones, may then
 * change places among themselves.
 */
export function sortAvailableVersions(texts: readonly string[]): string[] {
  const unreadable = texts.filter((text) => findVersion(text) === undefined);
  return [...toSortedVersions(texts).map((version) => version.text), ...unreadable.reverse()];
}

/**
 * The canonical texts of the readable versions, newest first (`sortVersionsDescending`, pkg/addon/addon.go): `v` and
 * spelling are lost, `v1.2` becomes `1.2.0`, and what cannot be read is left out.
 */
export function sortVersionsDescending(texts: readonly string[]): string[] {
  return toSortedVersions(texts).map(toCanonicalText);
}

function toSortedVersions(texts: readonly string[]): Version[] {
  const versions = texts.map(findVersion).filter((version) => version !== undefined);
  return versions.sort((left, right) => compareVersions(right, left));
}

function findVersion(text: string): Version | undefined {
  const version = parseVersion(text);
  return version.ok ? version.value : undefined;
}
