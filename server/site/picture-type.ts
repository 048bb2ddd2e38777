const signatures = [
  { type: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], offset: 0 },
  { type: 'image/jpeg', bytes: [0xff, 0xd8, 0xff], offset: 0 },
  { type: 'image/gif', bytes: [0x47, 0x49, 0x46, 0x38], offset: 0 },
  { type: 'image/webp', bytes: [0x57, 0x45, 0x42, 0x50], offset: 8 },
] as const;

const svgStart = /^\uFEFF?\s*(<\?xml[^>]*\?>\s*)?(<!--[\s\S]*?-->\s*)*(<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/;
const lookAtBytes = 1024;

/** Tells what kind of picture bytes are by how they begin, whatever their name says; undefined when they are none. */
export function findPictureType(bytes: Uint8Array): string | undefined {
  const found = signatures.find(({ bytes: wanted, offset }) =>
    wanted.every((byte, index) => bytes[offset + index] === byte),
  );
  if (found !== undefined) return found.type;
  const start = new TextDecoder().decode(bytes.subarray(0, lookAtBytes));
  return svgStart.test(start) ? 'image/svg+xml' : undefined;
}
