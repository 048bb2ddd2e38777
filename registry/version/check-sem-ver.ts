import { normalizeVersion } from './normalize-version.ts';
import { parseConstraint } from './parse-constraint.ts';
import { parseVersion } from './parse-version.ts';
import { type Result, success } from './result.ts';
import { satisfies } from './satisfies.ts';

/**
 * Whether a version meets a requirement in KubeVela's dialect (`checkSemVer`, pkg/addon/addon.go): an empty
 * requirement is always met, a leading `v` does not count, and a pre-release may stand for its release unless the
 * requirement names a pre-release. Fails with the parser's words when one of the two cannot be read.
 */
export function checkSemVer(actual: string, require: string): Result<boolean> {
  if (require === '') return success(true);
  // Every `v` of a requirement goes, also the one in `-dev.1`, which then cannot be read: so it is for the client.
  const constraint = parseConstraint(require.replaceAll('v', ' '));
  if (!constraint.ok) return constraint;
  const version = parseVersion(normalizeVersion(actual));
  if (!version.ok) return version;
  if (satisfies(version.value, constraint.value)) return success(true);

  const hyphen = actual.indexOf('-');
  if (hyphen < 0 || require.includes('-')) return success(false);
  const release = normalizeVersion(actual.slice(0, hyphen));
  // The comparison is textual: `>=1.5.0` shuts out 1.5.0-rc.1, `>=v1.5.0` and `>= 1.5.0` let it in.
  if (require.includes('>=') && require.slice(require.indexOf('=') + 1) === release) return success(false);
  const releaseVersion = parseVersion(release);
  return releaseVersion.ok ? success(satisfies(releaseVersion.value, constraint.value)) : releaseVersion;
}
