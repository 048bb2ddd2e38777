/**
 * Names the archive of a version with unreserved URL characters only (RFC 3986), because the client escapes a relative URL a second time
 * (KubeVela `pkg/utils/url.go`). Every other byte becomes `~` and two hexadecimal digits.
 */
export function archiveName(addon: string, version: string): string {
  return `${toUnreserved(addon)}-${toUnreserved(version)}.tgz`;
}

function toUnreserved(text: string): string {
  let name = '';
  for (const byte of new TextEncoder().encode(text)) {
    const character = String.fromCharCode(byte);
    name += /[A-Za-z0-9._-]/.test(character) ? character : `~${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return name;
}
