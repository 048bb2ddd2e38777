import { gzipSync } from 'fflate';

/** Level and memory of the deflate run. Both are part of the format: another value gives other bytes. */
const level = 6;
const memory = 4;

/**
 * Compresses bytes into one gzip member that is the same on every machine and Node version: pure JavaScript deflate
 * (fflate, pinned), and a header without time, name and origin (RFC 1952: MTIME 0, XFL 0, OS 255 "unknown").
 */
export function writeGzip(bytes: Uint8Array): Uint8Array {
  const member = gzipSync(bytes, { level, mem: memory, mtime: 0 });
  member.set([0, 0, 0, 0, 0, 255], 4);
  return member;
}
