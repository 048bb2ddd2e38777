import { normalizeVersion } from './normalize-version.ts';
import { sortAvailableVersions } from './order-versions.ts';
import { parseVersion } from './parse-version.ts';

/**
 * The version that a client takes for what was asked (`chooseVersion`, pkg/addon/versioned_registry.go), from
 * versions in the client's order: the first of the same text but for one leading `v`, or, when nothing was asked, the
 * first stable one. Undefined when there is none.
 */
export function chooseVersion(asked: string, versions: readonly string[]): string | undefined {
  if (asked === '') return versions.find(isStable);
  return versions.find((version) => normalizeVersion(version) === normalizeVersion(asked));
}

/** The newest stable version of a list in any order; undefined when every version is a pre-release or unreadable. */
export function findNewestStable(versions: readonly string[]): string | undefined {
  return chooseVersion('', sortAvailableVersions(versions));
}

/**
 * Whether the text is a version without a pre-release part; a text that cannot be read is neither stable nor a
 * pre-release.
 */
export function isStable(text: string): boolean {
  const version = parseVersion(text);
  return version.ok && version.value.prerelease === '';
}

/** Whether the text is a version with a pre-release part. */
export function isPrerelease(text: string): boolean {
  const version = parseVersion(text);
  return version.ok && version.value.prerelease !== '';
}
