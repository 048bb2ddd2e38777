import { parseInteger } from './parse-integer.ts';
import { failure, type Result, success } from './result.ts';

// A tilde may stand in an identifier here, other than in the versions that are compared.
const identifiers = '[0-9A-Za-z~-]+(?:\\.[0-9A-Za-z~-]+)*';
const officialPattern = new RegExp(`^v?([0-9]+(?:\\.[0-9]+)*)(?:-(${identifiers}))?(?:\\+${identifiers})?$`);

/**
 * Whether KubeVela takes the text for a released version and so compares it with requirements; branch names and
 * commit ids are not, and pass unchecked (`IsOfficialKubeVelaVersion`, version/version.go, by hashicorp go-version
 * v1.6 `NewSemver`).
 */
export function isOfficialKubeVelaVersion(text: string): boolean {
  return parseOfficialKubeVelaVersion(text).ok;
}

/**
 * The canonical text of a released version without build metadata: at least three segments, `v` and leading zeros
 * dropped (`GetOfficialKubeVelaVersion`, version/version.go). Any number of segments is read; each is a signed 64-bit
 * integer.
 */
export function parseOfficialKubeVelaVersion(text: string): Result<string> {
  const match = officialPattern.exec(text);
  if (match === null) return failure(`Malformed version: ${text}`);
  const [, digits = '', prerelease] = match;
  const segments: bigint[] = [];
  for (const segmentDigits of digits.split('.')) {
    const segment = parseInteger(segmentDigits, 'ParseInt');
    if (!segment.ok) return failure(`Error parsing version: ${segment.error}`);
    segments.push(segment.value);
  }
  while (segments.length < 3) segments.push(0n);
  return success(`${segments.join('.')}${prerelease === undefined ? '' : `-${prerelease}`}`);
}
