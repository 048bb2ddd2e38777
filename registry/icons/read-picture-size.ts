/** Width and height in pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

type SizeReader = (bytes: Uint8Array, view: DataView) => PictureSize | undefined;

// Past the end a view throws RangeError.
const readers = {
  'image/png': (_bytes, view) => ({ width: view.getUint32(16), height: view.getUint32(20) }),
  'image/gif': (_bytes, view) => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) }),
  'image/jpeg': (_bytes, view) => readJpeg(view),
  'image/webp': (bytes, view) => readWebp(bytes, view),
  'image/x-icon': (bytes, view) => readIco(bytes, view),
} satisfies Readonly<Record<string, SizeReader>>;

/** Pictures of pixels. */
export type PixelType = keyof typeof readers;

/** Reads the size of a picture of that type without decoding it; undefined when its head is damaged. */
export function readPictureSize(type: PixelType, bytes: Uint8Array): PictureSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return readers[type](bytes, view);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** ITU T.81: the first frame header says how large it is. */
function readJpeg(view: DataView): PictureSize | undefined {
  let offset = 2;
  for (;;) {
    if (view.getUint8(offset) !== 0xff) return undefined;
    const marker = view.getUint8(offset + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: view.getUint16(offset + 5), width: view.getUint16(offset + 7) };
    if (marker === 0xff) offset += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) offset += 2;
    else offset += 2 + Math.max(2, view.getUint16(offset + 2));
  }
}

/** RFC 9649: lossy, lossless and extended files each keep it elsewhere. */
function readWebp(bytes: Uint8Array, view: DataView): PictureSize | undefined {
  const chunk = String.fromCharCode(...bytes.subarray(12, 16));
  if (chunk === 'VP8 ') {
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  }
  if (chunk === 'VP8L') {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (chunk !== 'VP8X') return undefined;
  const read24 = (offset: number) => view.getUint16(offset, true) + view.getUint8(offset + 2) * 0x10000;
  return { width: read24(24) + 1, height: read24(27) + 1 };
}

const icoEntryBytes = 16;
const pngStart = [0x89, 0x50, 0x4e, 0x47];

/** The largest of its pictures; one that is a PNG says itself how large it is. */
function readIco(bytes: Uint8Array, view: DataView): PictureSize | undefined {
  const count = view.getUint16(4, true);
  if (count === 0) return undefined;
  let largest = { width: 0, height: 0 };
  for (let index = 0; index < count; index += 1) {
    const entry = 6 + index * icoEntryBytes;
    const offset = view.getUint32(entry + 12, true);
    const isPng = pngStart.every((byte, position) => bytes[offset + position] === byte);
    const size = isPng
      ? { width: view.getUint32(offset + 16), height: view.getUint32(offset + 20) }
      : { width: view.getInt32(offset + 4, true), height: Math.abs(view.getInt32(offset + 8, true)) };
    if (size.width * size.height >= largest.width * largest.height) largest = size;
  }
  return largest;
}
