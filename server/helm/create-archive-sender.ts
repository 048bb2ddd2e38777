import type { IncomingMessage, ServerResponse } from 'node:http';
import { BoundedCache } from '../../registry/bounded-cache.ts';
import { type Digest, digestHex } from '../../registry/digest.ts';
import type { BlobStore } from '../../registry/storage/types.ts';
import { matchesEtag } from '../http/byte-image.ts';

export interface ArchiveSenderOptions {
  readonly blobs: Pick<BlobStore, 'readBlob'>;
}

/** What is sent of a archive. */
export interface SentArchive {
  readonly digest: Digest;
  readonly sizeBytes: number;
  /** Whether there may be other bytes below the same address another day. */
  readonly mutable: boolean;
}

/** Sends the archive of a version; a promise when the bytes must be read first. */
export type ArchiveSender = (
  request: IncomingMessage,
  response: ServerResponse,
  archive: SentArchive,
) => Promise<void> | undefined;

const cacheBytes = 32 * 1024 * 1024;

/** Archives come from a small cache and never carry a content encoding: the client would unpack them twice (`client-protocols.md` section 2.3). */
export function createArchiveSender({ blobs }: ArchiveSenderOptions): ArchiveSender {
  const cache = new BoundedCache<Buffer>({ maxWeight: cacheBytes });

  async function readBytes(digest: Digest): Promise<Buffer> {
    const read = await blobs.readBlob(digest);
    const bytes = Buffer.from(read.buffer, read.byteOffset, read.byteLength);
    cache.save(digest, bytes, bytes.byteLength);
    return bytes;
  }

  return (request, response, archive) => {
    const etag = `"${archive.digest}"`;
    const cacheControl = archive.mutable ? 'no-cache' : 'public, max-age=31536000, immutable';
    const known = request.headers['if-none-match'];
    if (known !== undefined && matchesEtag(known, etag)) {
      response.writeHead(304, ['ETag', etag, 'Cache-Control', cacheControl]).end();
      return undefined;
    }
    const send = (bytes: Buffer) => {
      response.writeHead(200, archiveHeaders(archive, { etag, cacheControl }));
      if (request.method === 'HEAD') response.end();
      else response.end(bytes);
    };
    const cached = cache.find(archive.digest);
    if (cached === undefined) return readBytes(archive.digest).then(send);
    send(cached);
    return undefined;
  };
}

function archiveHeaders(
  archive: SentArchive,
  { etag, cacheControl }: { etag: string; cacheControl: string },
): string[] {
  return [
    'Content-Type',
    'application/gzip',
    'Content-Length',
    String(archive.sizeBytes),
    'ETag',
    etag,
    'Cache-Control',
    cacheControl,
    'Repr-Digest',
    `sha-256=:${Buffer.from(digestHex(archive.digest), 'hex').toString('base64')}:`,
    'X-Content-Type-Options',
    'nosniff',
  ];
}
