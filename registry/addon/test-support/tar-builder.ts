import { gzipSync } from 'node:zlib';

/** One entry of an archive that a test makes up, honest or not. */
export interface MadeEntry {
  readonly name: string;
  readonly content?: string | Uint8Array;
  /** Type flag; a regular file unless said otherwise. */
  readonly flag?: string;
  readonly mode?: number;
  /** What the header says of the size, when it lies. */
  readonly sizeBytes?: number;
  /** Changes the finished header before its checksum is taken. */
  readonly alter?: (header: Uint8Array) => void;
  readonly wrongChecksum?: boolean;
}

const encoder = new TextEncoder();

/** Makes a tar archive of entries as they are given, with two empty blocks at its end. */
export function makeTar(entries: readonly MadeEntry[]): Uint8Array {
  return concat([...entries.flatMap((entry) => makeEntry(entry)), new Uint8Array(1024)]);
}

/** Makes a gzip-compressed tar archive of entries as they are given. */
export function makeArchive(entries: readonly MadeEntry[]): Uint8Array {
  return gzipSync(makeTar(entries));
}

/** Makes a PAX header that applies to the next entry. */
export function makePax(records: Readonly<Record<string, string>>): MadeEntry {
  const lines = Object.entries(records).map(([key, value]) => {
    const rest = encoder.encode(` ${key}=${value}\n`).length;
    const length = [1, 2, 3, 4, 5, 6, 7, 8]
      .map((digits) => rest + digits)
      .find((sum) => String(sum).length + rest === sum);
    return `${length} ${key}=${value}\n`;
  });
  return { name: 'PaxHeaders/x', flag: 'x', content: lines.join('') };
}

/** Joins byte arrays. */
export function concat(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts));
}

function makeEntry(entry: MadeEntry): Uint8Array[] {
  const content =
    typeof entry.content === 'string' ? encoder.encode(entry.content) : (entry.content ?? new Uint8Array());
  const header = new Uint8Array(512);
  const put = (text: string, offset: number) => header.set(encoder.encode(text), offset);
  put(entry.name, 0);
  put(`${(entry.mode ?? 0o644).toString(8).padStart(7, '0')}\0`, 100);
  put(`${(entry.sizeBytes ?? content.length).toString(8).padStart(11, '0')}\0`, 124);
  put(entry.flag ?? '0', 156);
  put('ustar\u000000', 257);
  entry.alter?.(header);
  put(' '.repeat(8), 148);
  const sum = header.reduce((total, byte) => total + byte, 0) + (entry.wrongChecksum === true ? 1 : 0);
  put(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return [header, content, new Uint8Array((512 - (content.length % 512)) % 512)];
}
