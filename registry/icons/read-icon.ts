import { cleanSvg } from './clean-svg.ts';
import { type PixelType, readPictureSize } from './read-picture-size.ts';
import type { Icon, IconReading } from './types.ts';

/** An icon has at most so many bytes, as fetched and as served. */
export const maxIconBytes = 256 * 1024;
const maxSide = 8192;
const maxPixels = 16_000_000;

const signatures: readonly { readonly type: PixelType; readonly bytes: readonly number[]; readonly offset?: number }[] =
  [
    { type: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
    { type: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
    { type: 'image/gif', bytes: [0x47, 0x49, 0x46, 0x38] },
    { type: 'image/webp', bytes: [0x57, 0x45, 0x42, 0x50], offset: 8 },
    { type: 'image/x-icon', bytes: [0x00, 0x00, 0x01, 0x00] },
  ];

/** Makes an icon of bytes that come from anywhere: told by how they begin, whatever their name and type say; pictures of pixels as they are, SVG rebuilt. */
export function readIcon(bytes: Uint8Array): IconReading<Icon> {
  if (bytes.byteLength > maxIconBytes) return { ok: false, refusal: 'too-large', again: false };
  const type = signatures.find(({ bytes: wanted, offset = 0 }) =>
    wanted.every((byte, index) => bytes[offset + index] === byte),
  )?.type;
  if (type === undefined) return readSvg(bytes);
  const size = readPictureSize(type, bytes);
  const fits =
    size !== undefined &&
    Math.min(size.width, size.height) > 0 &&
    Math.max(size.width, size.height) <= maxSide &&
    size.width * size.height <= maxPixels;
  return fits ? { ok: true, value: { type, bytes } } : { ok: false, refusal: 'dimensions', again: false };
}

function readSvg(bytes: Uint8Array): IconReading<Icon> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { ok: false, refusal: 'no-picture', again: false };
  }
  if (!/<svg[\s>]/.test(text)) return { ok: false, refusal: 'no-picture', again: false };
  const clean = cleanSvg(text);
  if (clean === undefined) return { ok: false, refusal: 'unsafe-svg', again: false };
  return { ok: true, value: { type: 'image/svg+xml', bytes: new TextEncoder().encode(clean) } };
}
