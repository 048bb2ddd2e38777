// Primary result codes of SQLite (https://www.sqlite.org/rescode.html), as node:sqlite reports them.
const names: ReadonlyMap<number, string> = new Map([
  [5, 'BUSY'],
  [6, 'LOCKED'],
  [8, 'READONLY'],
  [10, 'IOERR'],
  [11, 'CORRUPT'],
  [13, 'FULL'],
  [14, 'CANTOPEN'],
  [26, 'NOTADB'],
]);

/** Returns the name of SQLite's primary result code, such as `BUSY`; undefined when the error is not from SQLite or of no interest here. */
export function findSqliteCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('errcode' in error && typeof error.errcode === 'number') return names.get(error.errcode & 0xff);
  if ('code' in error && typeof error.code === 'string') return /^SQLITE_([A-Z]+)/.exec(error.code)?.[1];
  return undefined;
}
