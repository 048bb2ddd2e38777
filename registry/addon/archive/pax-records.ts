import { TarFault } from './tar-fault.ts';
import { toText } from './tar-header.ts';

const numericRecords = new Set(['uid', 'gid', 'size', 'mtime', 'atime', 'ctime']);

/** What extended headers say about the next entry. */
export interface PaxRecords {
  path?: string;
  size?: number;
  sparse?: true;
}

/** Reads the records of a PAX header: `<length> <key>=<value>\n`; throws TarFault when one is malformed. */
export function readPaxRecords(data: Uint8Array): PaxRecords {
  const records: PaxRecords = {};
  for (let offset = 0; offset < data.length; ) {
    const space = data.indexOf(0x20, offset);
    const digits = space === -1 ? '' : toText(data.subarray(offset, space));
    const end = offset + Number(digits);
    if (!/^[0-9]{1,9}$/.test(digits) || end > data.length || end <= space + 1 || data[end - 1] !== 0x0a) {
      throw new TarFault('broken', 'an extended header is malformed');
    }
    const record = toText(data.subarray(space + 1, end - 1));
    applyRecord(records, record);
    offset = end;
  }
  return records;
}

function applyRecord(records: PaxRecords, record: string): void {
  const equals = record.indexOf('=');
  const key = record.slice(0, equals);
  const value = record.slice(equals + 1);
  if (equals < 1 || (numericRecords.has(key) && value !== '' && !/^-?[0-9]+(?:\.[0-9]*)?$/.test(value))) {
    throw new TarFault('broken', 'an extended header is malformed');
  }
  // An empty value takes back what was said before.
  if (key === 'path' && value !== '') records.path = value;
  else if (key === 'size' && value !== '') records.size = toSize(value);
  else if (key.startsWith('GNU.sparse.')) records.sparse = true;
}

function toSize(value: string): number {
  const size = Number(value);
  if (!Number.isSafeInteger(size) || size < 0)
    throw new TarFault('broken', 'an extended header has an impossible size');
  return size;
}
