const memorySection = 5;
const headerBytes = 8;

/** Size of a page of WebAssembly memory, in bytes. */
export const pageBytes = 65_536;

/** Rewrites a module so that its one memory cannot grow past `maxPages`. Throws when there is no memory section with one memory. */
export function capMemory(module: Uint8Array, maxPages: number): Uint8Array<ArrayBuffer> {
  let at = headerBytes;
  while (at < module.length) {
    const id = module[at];
    const size = readUnsigned(module, at + 1);
    const end = size.next + size.value;
    if (id === memorySection) {
      const section = encodeMemorySection(readMinimum(module, size.next), maxPages);
      const capped = new Uint8Array(module.length - (end - at) + section.length);
      capped.set(module.subarray(0, at));
      capped.set(section, at);
      capped.set(module.subarray(end), at + section.length);
      return capped;
    }
    at = end;
  }
  throw new Error('the module has no memory of its own');
}

function readMinimum(module: Uint8Array, at: number): number {
  const count = readUnsigned(module, at);
  if (count.value !== 1) throw new Error(`the module has ${count.value} memories`);
  // After the count stands a byte of flags, then the minimum.
  return readUnsigned(module, count.next + 1).value;
}

function encodeMemorySection(minimum: number, maximum: number): Uint8Array {
  const hasMaximum = 1;
  const body = [1, hasMaximum, ...encodeUnsigned(minimum), ...encodeUnsigned(maximum)];
  return Uint8Array.from([memorySection, ...encodeUnsigned(body.length), ...body]);
}

/** Numbers stand in LEB128: seven bits a byte, lowest first, the high bit says that more follow. */
function readUnsigned(bytes: Uint8Array, at: number): { readonly value: number; readonly next: number } {
  let value = 0;
  for (let index = 0; index < 5; index += 1) {
    const byte = bytes[at + index];
    if (byte === undefined) break;
    value += (byte & 0x7f) * 2 ** (7 * index);
    if (byte < 0x80) return { value, next: at + index + 1 };
  }
  throw new Error('the module is cut off');
}

function encodeUnsigned(value: number): readonly number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...encodeUnsigned(Math.floor(value / 0x80))];
}
