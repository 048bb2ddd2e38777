import { describe, expect, it } from 'vitest';
import { findPictureType } from './picture-type.ts';

describe('findPictureType', () => {
  it.each([
    ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0], 'image/png'],
    ['jpeg', [0xff, 0xd8, 0xff, 0xe0], 'image/jpeg'],
    ['gif', Buffer.from('GIF89a'), 'image/gif'],
    ['webp', Buffer.from('RIFF1234WEBPVP8 '), 'image/webp'],
    ['svg', Buffer.from('<?xml version="1.0"?>\n<!-- by hand -->\n<svg xmlns="…">'), 'image/svg+xml'],
    ['html', Buffer.from('<!doctype html><svg></svg>'), undefined],
    ['text', Buffer.from('hello <svg>'), undefined],
    ['nothing', [], undefined],
  ])('%s', (_name, bytes, type) => {
    expect(findPictureType(Uint8Array.from(bytes))).toBe(type);
  });
});
