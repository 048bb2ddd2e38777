import { createHash } from 'node:crypto';

/** A content digest as OCI writes it: `sha256:` and 64 lower-case hexadecimal digits. */
export type Digest = `sha256:${string}`;

/** Returns the sha256 digest of bytes (a string counts as its UTF-8 bytes). */
export function digestOf(content: Uint8Array | string): Digest {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

/** Tells whether a text is a well-formed digest. */
export function isDigest(text: string): text is Digest {
  return /^sha256:[0-9a-f]{64}$/.test(text);
}

/** Returns the 64 hexadecimal digits of a digest, as a Helm index carries them. */
export function digestHex(digest: Digest): string {
  return digest.slice('sha256:'.length);
}
