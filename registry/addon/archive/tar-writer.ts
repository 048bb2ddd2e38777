/** A regular file to be written into a tar archive. */
export interface TarFile {
  readonly path: string;
  readonly mode: '0644' | '0755';
  readonly bytes: Uint8Array;
}

const blockBytes = 512;
const nameBytes = 100;
const prefixBytes = 155;

/** 1980-01-01T00:00:00Z: old enough to be nobody's, young enough for programs that take 1970 for a fault. */
const writtenAt = 315_532_800;

const encoder = new TextEncoder();

/**
 * Writes a tar archive whose bytes depend on the files alone: order as given, owner and group 0 without names, one
 * fixed time, ustar headers, and a PAX header only for a path that ustar cannot hold (long, or not ASCII).
 */
export function writeTar(files: readonly TarFile[]): Uint8Array {
  const parts = files.flatMap((file) => [...toPathHeaders(file), file.bytes, padding(file.bytes.length)]);
  parts.push(new Uint8Array(2 * blockBytes));
  const archive = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    archive.set(part, offset);
    offset += part.length;
  }
  return archive;
}

function toPathHeaders(file: TarFile): Uint8Array[] {
  const { mode, bytes, path } = file;
  const plain = findUstarPath(path);
  if (plain !== undefined) return [toHeader({ ...plain, mode, sizeBytes: bytes.length, flag: '0' })];
  const record = toPaxRecord('path', path);
  const pax = toHeader({ name: 'PaxHeaders/path', prefix: '', mode: '0644', sizeBytes: record.length, flag: 'x' });
  const fallback = path.replace(/[^\u0020-\u007e]/gu, '_').slice(-nameBytes);
  const header = toHeader({ name: fallback, prefix: '', mode, sizeBytes: bytes.length, flag: '0' });
  return [pax, record, padding(record.length), header];
}

/** Splits a path as ustar wants it; undefined when it does not fit. */
function findUstarPath(path: string): { name: string; prefix: string } | undefined {
  if (!/^[\u0020-\u007e]+$/.test(path)) return undefined;
  if (path.length <= nameBytes) return { name: path, prefix: '' };
  const slash = path.indexOf('/', path.length - nameBytes - 1);
  if (slash < 1 || slash > prefixBytes || slash === path.length - 1) return undefined;
  return { name: path.slice(slash + 1), prefix: path.slice(0, slash) };
}

interface HeaderFields {
  readonly name: string;
  readonly prefix: string;
  readonly mode: '0644' | '0755';
  readonly sizeBytes: number;
  readonly flag: '0' | 'x';
}

function toHeader(fields: HeaderFields): Uint8Array {
  const header = new Uint8Array(blockBytes);
  const put = (text: string, offset: number) => header.set(encoder.encode(text), offset);
  put(fields.name, 0);
  put(toOctal(Number.parseInt(fields.mode, 8), 8), 100);
  put(toOctal(0, 8), 108);
  put(toOctal(0, 8), 116);
  put(toOctal(fields.sizeBytes, 12), 124);
  put(toOctal(writtenAt, 12), 136);
  // The checksum counts its own field as blanks.
  put(' '.repeat(8), 148);
  put(fields.flag, 156);
  put('ustar\u000000', 257);
  put(toOctal(0, 8), 329);
  put(toOctal(0, 8), 337);
  put(fields.prefix, 345);
  const checksum = header.reduce((sum, byte) => sum + byte, 0);
  put(`${checksum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

function toOctal(value: number, width: number): string {
  return `${value.toString(8).padStart(width - 1, '0')}\0`;
}

/** A record counts its own length, digits included. */
function toPaxRecord(key: string, value: string): Uint8Array {
  const content = ` ${key}=${value}\n`;
  const rest = encoder.encode(content).length;
  let total = rest + String(rest).length;
  if (rest + String(total).length !== total) total = rest + String(total).length;
  return encoder.encode(`${total}${content}`);
}

function padding(sizeBytes: number): Uint8Array {
  return new Uint8Array((blockBytes - (sizeBytes % blockBytes)) % blockBytes);
}
