import type { Digest } from '../digest.ts';

/**
 * Names the archive of a version with unreserved URL characters only (RFC 3986), because the client escapes a relative URL a second time
 * (KubeVela `pkg/utils/url.go`). Every other byte becomes `~` and two hexadecimal digits.
 */
export function archiveName(addon: string, version: string): string {
  return `${toUnreserved(addon)}-${toUnreserved(version)}.tgz`;
}

/** Addon `a-1` at `2` and addon `a` at `1-2` want one name: whoever comes later carries its digest. */
export function freeArchiveName(
  { addon, version, digest }: { readonly addon: string; readonly version: string; readonly digest: Digest },
  taken: ReadonlyMap<string, unknown>,
): string {
  const name = archiveName(addon, version);
  if (!taken.has(name)) return name;
  return `${name.slice(0, -'.tgz'.length)}-${digest.slice('sha256:'.length, 'sha256:'.length + 12)}.tgz`;
}

function toUnreserved(text: string): string {
  let name = '';
  for (const byte of new TextEncoder().encode(text)) {
    const character = String.fromCharCode(byte);
    name += /[A-Za-z0-9._-]/.test(character) ? character : `~${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return name;
}
