import { TarFault } from './tar-fault.ts';

/** One header block, checked. */
export interface TarHeader {
  readonly name: string;
  readonly mode: number;
  readonly sizeBytes: number;
  readonly flag: string;
  readonly sparseMapGoesOn: boolean;
}

/** Reads a header block of any dialect (v7, ustar, GNU, star); throws TarFault when its checksum or a number is wrong. */
export function readTarHeader(block: Uint8Array): TarHeader {
  const magic = String.fromCharCode(...block.subarray(257, 265));
  const isUstar = magic.startsWith('ustar\0');
  if (!hasGoodChecksum(block)) throw new TarFault('broken', 'a header has a wrong checksum');
  const flag = String.fromCharCode(block[156] ?? 0);
  const prefix = isUstar ? toText(untilNul(block.subarray(345, endOfPrefix(block)))) : '';
  const name = toText(untilNul(block.subarray(0, 100)));
  return {
    name: prefix === '' ? name : `${prefix}/${name}`,
    mode: readNumber(block.subarray(100, 108)),
    sizeBytes: readSize(block.subarray(124, 136)),
    flag,
    sparseMapGoesOn: flag === 'S' && block[482] !== 0,
  };
}

/** The star dialect keeps times behind a shorter prefix. */
function endOfPrefix(block: Uint8Array): number {
  return String.fromCharCode(...block.subarray(508, 512)) === 'tar\0' ? 476 : 500;
}

function hasGoodChecksum(block: Uint8Array): boolean {
  const wanted = readNumber(block.subarray(148, 156));
  let unsigned = 0;
  let signed = 0;
  for (let index = 0; index < block.length; index += 1) {
    const byte = index >= 148 && index < 156 ? 0x20 : (block[index] ?? 0);
    unsigned += byte;
    signed += byte < 0x80 ? byte : byte - 0x100;
  }
  return wanted === unsigned || wanted === signed;
}

function readSize(field: Uint8Array): number {
  const size = readNumber(field);
  if (!Number.isSafeInteger(size) || size < 0) throw new TarFault('broken', 'a header has an impossible size');
  return size;
}

/** An octal text, or with the highest bit set a binary number (GNU). */
function readNumber(field: Uint8Array): number {
  const first = field[0] ?? 0;
  if (first >= 0x80) {
    if ((first & 0x40) !== 0) throw new TarFault('broken', 'a header has a negative number');
    return field.subarray(1).reduce((sum, byte) => sum * 256 + byte, first & 0x3f);
  }
  const text =
    toText(field)
      .replace(/^[ \0]+|[ \0]+$/g, '')
      .split('\0')[0] ?? '';
  if (text === '') return 0;
  if (!/^[0-7]+$/.test(text)) throw new TarFault('broken', 'a header has a number that is none');
  return Number.parseInt(text, 8);
}

/** The bytes before the first NUL. */
export function untilNul(field: Uint8Array): Uint8Array {
  const end = field.indexOf(0);
  return end === -1 ? field : field.subarray(0, end);
}

/** The text of bytes; what is not UTF-8 becomes U+FFFD. */
export function toText(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
