import { normalizeVersion } from './normalize-version.ts';
import { type Constraint, parseConstraint } from './parse-constraint.ts';
import { parseVersion, type Version } from './parse-version.ts';
import { type Result, success } from './result.ts';
import { satisfies } from './satisfies.ts';

/** A requirement that was read once, to be compared with many versions. */
export interface Requirement {
  readonly text: string;
  /** Undefined: met by everything. */
  readonly constraint: Constraint | undefined;
}

/** A version that was read once, to be compared with many requirements. */
export interface ComparedVersion {
  readonly version: Result<Version>;
  /** A pre-release without what begins at its first hyphen: the text that counts, and as a version. */
  readonly release: { readonly text: string; readonly version: Result<Version> } | undefined;
}

/**
 * Whether a version meets a requirement in KubeVela's dialect (`checkSemVer`, pkg/addon/addon.go): an empty
 * requirement is always met, a leading `v` does not count, and a pre-release may stand for its release unless the
 * requirement names a pre-release. Fails with the parser's words when one of the two cannot be read.
 */
export function checkSemVer(actual: string, require: string): Result<boolean> {
  if (require === '') return success(true);
  const requirement = readRequirement(require);
  return requirement.ok ? meetsRequirement(readComparedVersion(actual), requirement.value) : requirement;
}

/** Reads a requirement for `meetsRequirement`. Fails with the parser's words. */
export function readRequirement(text: string): Result<Requirement> {
  if (text === '') return success({ text, constraint: undefined });
  // Every `v` of a requirement goes, also the one in `-dev.1`, which then cannot be read: so it is for the client.
  const constraint = parseConstraint(text.replaceAll('v', ' '));
  return constraint.ok ? success({ text, constraint: constraint.value }) : constraint;
}

/** Reads a version for `meetsRequirement`, which tells when it cannot be read. */
export function readComparedVersion(actual: string): ComparedVersion {
  const version = parseVersion(normalizeVersion(actual));
  const hyphen = actual.indexOf('-');
  if (hyphen < 0) return { version, release: undefined };
  const release = normalizeVersion(actual.slice(0, hyphen));
  return { version, release: { text: release, version: parseVersion(release) } };
}

/** What `checkSemVer` says of two texts that are read already. */
export function meetsRequirement({ version, release }: ComparedVersion, require: Requirement): Result<boolean> {
  const { text, constraint } = require;
  if (constraint === undefined) return success(true);
  if (!version.ok) return version;
  if (satisfies(version.value, constraint)) return success(true);

  if (release === undefined || text.includes('-')) return success(false);
  // The comparison is textual: `>=1.5.0` shuts out 1.5.0-rc.1, `>=v1.5.0` and `>= 1.5.0` let it in.
  if (text.includes('>=') && text.slice(text.indexOf('=') + 1) === release.text) return success(false);
  return release.version.ok ? success(satisfies(release.version.value, constraint)) : release.version;
}

/** Whether a requirement names a pre-release, and so means them. */
export function namesPrerelease({ constraint = [] }: Requirement): boolean {
  return constraint.some((comparators) => comparators.some(({ version }) => version.prerelease !== ''));
}
