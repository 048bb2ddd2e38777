/** One entry of a Git tree object. */
export interface GitTreeEntry {
  readonly kind: 'file' | 'executable' | 'folder' | 'link' | 'submodule' | 'unknown';
  readonly name: string;
  readonly objectId: string;
}

const kinds: Readonly<Record<string, GitTreeEntry['kind']>> = {
  '100644': 'file',
  // Old repositories hold group-writable files; Git itself reads them as plain ones.
  '100664': 'file',
  '100755': 'executable',
  '40000': 'folder',
  '040000': 'folder',
  '120000': 'link',
  '160000': 'submodule',
};

const space = 0x20;

/** Parses a tree object: `<mode> <name>\0<hash>` over and over, with hashes of `hashBytes` (20 or 32). Throws on a torn object. */
export function parseGitTree(bytes: Uint8Array, hashBytes: number): readonly GitTreeEntry[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: GitTreeEntry[] = [];
  let position = 0;
  while (position < buffer.length) {
    const nameStart = buffer.indexOf(space, position) + 1;
    const nameEnd = nameStart === 0 ? -1 : buffer.indexOf(0, nameStart);
    if (nameEnd < 0 || nameEnd + 1 + hashBytes > buffer.length) throw new Error('a Git tree object is torn');
    const mode = buffer.toString('latin1', position, nameStart - 1);
    const hashStart = nameEnd + 1;
    entries.push({
      kind: kinds[mode] ?? 'unknown',
      name: buffer.toString('utf8', nameStart, nameEnd),
      objectId: buffer.toString('hex', hashStart, hashStart + hashBytes),
    });
    position = hashStart + hashBytes;
  }
  return entries;
}
