import { gunzipSync } from 'node:zlib';
import type { PackageLimits } from '../limits.ts';

/** The inflated bytes and how much stood behind the last gzip member; or why there are none. */
export type Inflation =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly trailingBytes: number }
  | { readonly ok: false; readonly fault: 'not-gzip' | 'broken' | 'too-large'; readonly message: string };

/** Below this many inflated bytes the ratio is not looked at: tar pads a small package a hundredfold all by itself. */
const ratioFreeBytes = 1024 * 1024;

/**
 * Inflates a gzip stream of one or more members and stops at a limit before memory is spent beyond it:
 * `maxArchiveBytes` for what comes in, `maxExpandedBytes` and `maxExpansionRatio` for what comes out.
 */
export function inflate(archive: Uint8Array, limits: PackageLimits): Inflation {
  const { maxArchiveBytes, maxExpandedBytes, maxExpansionRatio } = limits;
  if (archive.length > maxArchiveBytes) {
    const message = `the archive has ${archive.length} bytes, more than ${maxArchiveBytes} (limit maxArchiveBytes)`;
    return { ok: false, fault: 'too-large', message };
  }
  if (archive[0] !== 0x1f || archive[1] !== 0x8b) {
    return { ok: false, fault: 'not-gzip', message: 'this is not a gzip archive' };
  }
  const ratioBytes = Math.max(ratioFreeBytes, archive.length * maxExpansionRatio);
  const maxOutputLength = Math.min(maxExpandedBytes, ratioBytes);
  try {
    const result: unknown = gunzipSync(archive, { maxOutputLength, info: true });
    const { bytes, consumedBytes } = toOutcome(result);
    return { ok: true, bytes, trailingBytes: archive.length - consumedBytes };
  } catch (error) {
    if (!isZlibError(error)) throw error;
    if (error.code !== 'ERR_BUFFER_TOO_LARGE') {
      return { ok: false, fault: 'broken', message: 'the gzip stream is damaged or ends too early' };
    }
    const message =
      maxOutputLength === ratioBytes
        ? `the archive inflates to more than ${maxExpansionRatio} times its size (limit maxExpansionRatio)`
        : `the archive inflates to more than ${maxExpandedBytes} bytes (limit maxExpandedBytes)`;
    return { ok: false, fault: 'too-large', message };
  }
}

/** With `info`, zlib answers the bytes together with its engine, which knows how much it has read; its types do not say so. */
function toOutcome(result: unknown): { bytes: Uint8Array; consumedBytes: number } {
  if (typeof result === 'object' && result !== null && 'buffer' in result && 'engine' in result) {
    const { buffer, engine } = result;
    if (buffer instanceof Uint8Array && typeof engine === 'object' && engine !== null && 'bytesWritten' in engine) {
      const { buffer: memory, byteOffset, byteLength } = buffer;
      return { bytes: new Uint8Array(memory, byteOffset, byteLength), consumedBytes: Number(engine.bytesWritten) };
    }
  }
  throw new TypeError('zlib answered in an unknown shape');
}

function isZlibError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}
