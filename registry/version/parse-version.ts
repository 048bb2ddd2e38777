import { identifiersSource } from './grammar.ts';
import { parseInteger } from './parse-integer.ts';
import { failure, type Result, success } from './result.ts';

/** A version as KubeVela reads it; segments are unsigned 64-bit integers. `text` is what the author wrote. */
export interface Version {
  readonly major: bigint;
  readonly minor: bigint;
  readonly patch: bigint;
  /** Dot-separated identifiers without the hyphen; empty when there are none. */
  readonly prerelease: string;
  /** Dot-separated identifiers without the plus sign; empty when there are none. */
  readonly build: string;
  readonly text: string;
}

const versionPattern = new RegExp(
  `^v?([0-9]+)(?:\\.([0-9]+))?(?:\\.([0-9]+))?(?:-(${identifiersSource}))?(?:\\+(${identifiersSource}))?$`,
);

/**
 * Reads a version leniently (`v1`, `1.2` and `1.02.3` are versions), with the errors of Masterminds semver v3.2.1
 * `NewVersion`.
 */
export function parseVersion(text: string): Result<Version> {
  const match = versionPattern.exec(text);
  if (match === null) return failure('Invalid Semantic Version');
  const [, major = '', minor = '0', patch = '0', prerelease = '', build = ''] = match;
  const segments: bigint[] = [];
  for (const digits of [major, minor, patch]) {
    const segment = parseInteger(digits, 'ParseUint');
    if (!segment.ok) return failure(`Error parsing version segment: ${segment.error}`);
    segments.push(segment.value);
  }
  if (prerelease.split('.').some(hasLeadingZero)) return failure('Version segment starts with 0');
  const [majorValue = 0n, minorValue = 0n, patchValue = 0n] = segments;
  return success({ major: majorValue, minor: minorValue, patch: patchValue, prerelease, build, text });
}

/** The canonical text: three segments, no leading `v`, pre-release and build metadata kept. */
export function toCanonicalText(version: Version): string {
  const prerelease = version.prerelease === '' ? '' : `-${version.prerelease}`;
  const build = version.build === '' ? '' : `+${version.build}`;
  return `${version.major}.${version.minor}.${version.patch}${prerelease}${build}`;
}

function hasLeadingZero(identifier: string): boolean {
  return /^0[0-9]+$/.test(identifier);
}
