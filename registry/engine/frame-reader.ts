const headerBytes = 4;

/** Puts four bytes of length before a content, as the program of a child reads it. */
export function toFrame(content: Uint8Array): Buffer {
  const frame = Buffer.allocUnsafe(headerBytes + content.length);
  frame.writeUInt32LE(content.length);
  frame.set(content, headerBytes);
  return frame;
}

/** Makes a listener of chunks that calls back with the content of each whole frame. */
export function createFrameReader(onFrame: (content: Buffer) => void): (chunk: Buffer) => void {
  let chunks: Buffer[] = [];
  let received = 0;
  let wanted = headerBytes;
  return (chunk) => {
    chunks.push(chunk);
    received += chunk.length;
    while (received >= wanted) {
      const bytes = chunks.length === 1 ? (chunks[0] ?? chunk) : Buffer.concat(chunks);
      const end = headerBytes + bytes.readUInt32LE();
      chunks = [bytes];
      wanted = end;
      if (received < end) return;
      chunks = [bytes.subarray(end)];
      received -= end;
      wanted = headerBytes;
      onFrame(bytes.subarray(headerBytes, end));
    }
  };
}
