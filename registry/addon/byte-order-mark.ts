const mark = [0xef, 0xbb, 0xbf] as const;

/** Returns the content without a UTF-8 byte-order mark at its start, as Helm's archive loader hands it to the client. */
export function withoutByteOrderMark(bytes: Uint8Array): Uint8Array {
  return mark.every((byte, index) => bytes[index] === byte) ? bytes.subarray(mark.length) : bytes;
}
