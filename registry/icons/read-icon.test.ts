import { describe, expect, it } from 'vitest';
import { maxIconBytes, readIcon } from './read-icon.ts';

function bytes(...parts: readonly (string | readonly number[])[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : part)));
}

const be16 = (value: number) => [value >> 8, value & 255];
const le16 = (value: number) => [value & 255, value >> 8];
const be32 = (value: number) => [0, 0, ...be16(value)];
const pngHead = [0x89, ...Buffer.from('PNG\r\n\x1a\n', 'latin1')];
const png = (width: number, height: number) => bytes(pngHead, be32(13), 'IHDR', be32(width), be32(height));
const jpeg = (width: number, height: number) =>
  bytes([0xff, 0xd8, 0xff, 0xe0], be16(4), [0, 0], [0xff, 0xc2], be16(11), [8], be16(height), be16(width));
const gif = (width: number, height: number) => bytes('GIF89a', le16(width), le16(height));
const webp = (width: number, height: number) =>
  bytes('RIFF', be32(0), 'WEBPVP8 ', be32(0), [0, 0, 0, 0x9d, 0x01, 0x2a], le16(width), le16(height));
const webpLarge = (width: number, height: number) =>
  bytes('RIFF', be32(0), 'WEBPVP8X', be32(0), be32(0), le16(width - 1), [0], le16(height - 1), [0]);
const ico = (picture: readonly number[]) =>
  bytes([0, 0, 1, 0, 1, 0], [16, 16, 0, 0, 1, 0, 32, 0], [40, 0, 0, 0], [22, 0, 0, 0], picture);
const icoPng = (side: number) => ico([...png(side, side)]);
const icoBmp = (width: number, height: number) => ico([40, 0, 0, 0, ...le16(width), 0, 0, ...le16(height), 0, 0]);
const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0"/></svg>';

describe('readIcon', () => {
  it.each([
    ['image/png', png(64, 64)],
    ['image/jpeg', jpeg(64, 64)],
    ['image/gif', gif(64, 64)],
    ['image/webp', webp(64, 64)],
    ['image/webp', webpLarge(64, 64)],
    ['image/x-icon', icoPng(64)],
    ['image/x-icon', icoBmp(32, 64)],
    ['image/svg+xml', bytes(svg)],
    ['image/svg+xml', bytes('\xef\xbb\xbf<?xml version="1.0"?>\n<!-- a -->\n', svg)],
  ])('knows %s by its bytes', (type, content) => {
    const reading = readIcon(content);
    expect(reading.ok ? reading.value.type : reading.refusal).toBe(type);
  });

  it.each([
    ['an image bomb', 'dimensions', png(60_000, 60_000)],
    ['a wide image bomb', 'dimensions', jpeg(65_000, 10)],
    ['a large area', 'dimensions', gif(8000, 8000)],
    ['a large animation', 'dimensions', webpLarge(9000, 2)],
    ['a bomb in an icon file', 'dimensions', icoPng(60_000)],
    ['no area', 'dimensions', png(0, 64)],
    ['a head that is cut off', 'dimensions', bytes(pngHead)],
    ['a JPEG without a frame', 'dimensions', bytes([0xff, 0xd8, 0xff, 0xe0], be16(4), [0, 0])],
    ['HTML', 'no-picture', bytes('<!doctype html><p>')],
    ['HTML with a drawing', 'unsafe-svg', bytes(`<!doctype html><script>alert(1)</script>${svg}`)],
    ['JSON', 'no-picture', bytes('{}')],
    ['nothing', 'no-picture', bytes('')],
    ['broken UTF-8', 'no-picture', bytes('<svg ', [0xff, 0xfe])],
    ['too much', 'too-large', new Uint8Array(maxIconBytes + 1)],
  ])('refuses %s: %s', (_name, refusal, content) => {
    const reading = readIcon(content);
    expect(reading.ok ? reading.value.type : reading.refusal).toBe(refusal);
  });

  it('serves what is a picture and something else as that picture alone', () => {
    const polyglot = bytes('GIF89a', le16(9), le16(9), '=1;alert(1)/*<script>alert(1)</script>*/');
    expect(readIcon(polyglot)).toEqual({ ok: true, value: { type: 'image/gif', bytes: polyglot } });
  });
});
