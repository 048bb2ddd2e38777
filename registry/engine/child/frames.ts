import { readSync, writeSync } from 'node:fs';

const headerBytes = 4;

/** Reads one frame (four bytes of length, then as many bytes) and waits for it; undefined at the end of the input. */
export function readFrame(descriptor: number): Buffer | undefined {
  const header = readExactly(descriptor, headerBytes);
  return header === undefined ? undefined : readExactly(descriptor, header.readUInt32LE());
}

/** Writes one frame. */
export function writeFrame(descriptor: number, content: Uint8Array): void {
  const header = Buffer.alloc(headerBytes);
  header.writeUInt32LE(content.length);
  writeAll(descriptor, header);
  writeAll(descriptor, content);
}

function readExactly(descriptor: number, length: number): Buffer | undefined {
  const buffer = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const count = untilReady(() => readSync(descriptor, buffer, filled, length - filled, null));
    if (count === 0) return undefined;
    filled += count;
  }
  return buffer;
}

function writeAll(descriptor: number, content: Uint8Array): void {
  for (let written = 0; written < content.length; ) {
    written += untilReady(() => writeSync(descriptor, content, written));
  }
}

/** Pipes block where Node starts a child on Linux and macOS; elsewhere they may say "try again". */
function untilReady(transfer: () => number): number {
  for (;;) {
    try {
      return transfer();
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}
