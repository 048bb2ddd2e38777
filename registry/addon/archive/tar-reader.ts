import type { RawEntryType } from '../create-tree.ts';
import type { PackageLimits } from '../limits.ts';
import { type PaxRecords, readPaxRecords } from './pax-records.ts';
import { TarFault, type TarFaultKind } from './tar-fault.ts';
import { readTarHeader, type TarHeader, toText, untilNul } from './tar-header.ts';

/** An entry of a tar archive. `bytes` is a view into the archive. */
export interface TarEntry {
  /** As the archive names it; bytes that are not UTF-8 became U+FFFD. */
  readonly name: string;
  readonly type: RawEntryType;
  readonly mode: number;
  readonly bytes: Uint8Array;
}

/** A whole archive, or why it cannot be read as one. */
export type TarReading =
  | { readonly ok: true; readonly entries: readonly TarEntry[]; readonly trailingBytes: number }
  | { readonly ok: false; readonly fault: TarFaultKind; readonly message: string };

const blockBytes = 512;

/**
 * Reads a tar archive (v7, ustar, PAX, GNU) in memory by the rules of Go's archive/tar, which Helm and so the KubeVela
 * client use: checksums and numbers are checked, extended headers apply to the next entry, global ones to none, one
 * zero block followed by data is an error, and whatever follows two of them is ignored (and counted here).
 */
export function readTar(archive: Uint8Array, limits: PackageLimits): TarReading {
  try {
    return new TarScanner(archive, limits).scan();
  } catch (error) {
    if (error instanceof TarFault) return { ok: false, fault: error.fault, message: error.message };
    throw error;
  }
}

class TarScanner {
  private readonly archive: Uint8Array;
  private readonly limits: PackageLimits;
  private offset = 0;

  constructor(archive: Uint8Array, limits: PackageLimits) {
    this.archive = archive;
    this.limits = limits;
  }

  scan(): TarReading {
    const entries: TarEntry[] = [];
    let pax: PaxRecords = {};
    let longName: string | undefined;
    for (;;) {
      const header = this.nextHeader();
      if (header === undefined) return { ok: true, entries, trailingBytes: this.countTrailing() };
      if (header.flag === 'x') {
        pax = readPaxRecords(this.extended(header));
        continue;
      }
      if (header.flag === 'L') {
        longName = toText(untilNul(this.extended(header)));
        continue;
      }
      if (header.flag === 'K') {
        this.extended(header);
        continue;
      }
      if (header.flag === 'g') this.extended(header);
      else entries.push(this.entry(header, longName === undefined ? pax : { ...pax, path: longName }));
      pax = {};
      longName = undefined;
      if (entries.length > this.limits.maxEntries) {
        throw new TarFault('too-many-entries', `more than ${this.limits.maxEntries} entries (limit maxEntries)`);
      }
    }
  }

  /** The next header block; undefined at the end of the archive. */
  private nextHeader(): TarHeader | undefined {
    const block = this.block();
    if (block === undefined) return undefined;
    if (!isZero(block)) return readTarHeader(block);
    const second = this.block();
    if (second === undefined || isZero(second)) return undefined;
    throw new TarFault('broken', 'an empty block stands between entries');
  }

  private block(): Uint8Array | undefined {
    const rest = this.archive.length - this.offset;
    if (rest === 0) return undefined;
    if (rest < blockBytes) throw new TarFault('broken', 'the archive ends within a header');
    this.offset += blockBytes;
    return this.archive.subarray(this.offset - blockBytes, this.offset);
  }

  private data(sizeBytes: number): Uint8Array {
    const start = this.offset;
    if (sizeBytes > this.archive.length - start) throw new TarFault('broken', 'the archive ends within a file');
    this.offset = Math.min(this.archive.length, start + Math.ceil(sizeBytes / blockBytes) * blockBytes);
    return this.archive.subarray(start, start + sizeBytes);
  }

  private extended(header: TarHeader): Uint8Array {
    const { maxHeaderBytes } = this.limits;
    if (header.sizeBytes > maxHeaderBytes) {
      const message = `an extended header has ${header.sizeBytes} bytes, more than ${maxHeaderBytes} (limit maxHeaderBytes)`;
      throw new TarFault('header-too-large', message);
    }
    return this.data(header.sizeBytes);
  }

  private entry(header: TarHeader, pax: PaxRecords): TarEntry {
    const name = pax.path ?? header.name;
    const sparse = header.flag === 'S' || pax.sparse === true;
    if (header.sparseMapGoesOn) this.skipSparseMap();
    const type = sparse ? 'sparse' : entryType(header, name);
    // Links, devices, pipes and folders have no content, whatever their size field says.
    const sizeBytes = /[1-6]/.test(header.flag) ? 0 : (pax.size ?? header.sizeBytes);
    const bytes = this.data(sizeBytes);
    return { name, type, mode: header.mode, bytes };
  }

  private skipSparseMap(): void {
    for (let goesOn = true; goesOn; ) {
      const block = this.block();
      if (block === undefined) throw new TarFault('broken', 'the archive ends within a header');
      goesOn = block[504] !== 0;
    }
  }

  private countTrailing(): number {
    const rest = this.archive.subarray(this.offset);
    return isZero(rest) ? 0 : rest.length;
  }
}

function entryType(header: TarHeader, name: string): RawEntryType {
  // Go takes the kind from the mode bits too, and an old-style file whose name ends in a slash for a folder.
  if ((header.mode & 0o170000) === 0o040000) return 'directory';
  switch (header.flag) {
    case '\0':
      return name.endsWith('/') ? 'directory' : 'file';
    case '0':
    case '7':
      return 'file';
    case '1':
      return 'hardlink';
    case '2':
      return 'symlink';
    case '3':
    case '4':
      return 'device';
    case '5':
      return 'directory';
    case '6':
      return 'fifo';
    default:
      return 'other';
  }
}

function isZero(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0);
}
