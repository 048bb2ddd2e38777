import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { type ContentEncoding, negotiateEncoding } from './negotiate-encoding.ts';

const compressGzip = promisify(gzip);
const compressBrotli = promisify(brotliCompress);

interface Representation {
  readonly etag: string;
  readonly body: Buffer;
  /** Name and value alternate, as `writeHead` takes them fastest. */
  readonly headers: string[];
  readonly notModifiedHeaders: string[];
}

/** An answer made once and sent many times: the same bytes in three encodings, each with a strong ETag of its own. */
export type ByteImage = Readonly<Record<ContentEncoding, Representation>>;

export interface ByteImageOptions {
  readonly contentType: string;
  readonly cacheControl: string;
  /** For proxies and mirrors; RFC 3339. */
  readonly lastModified?: string | undefined;
}

/** Compresses a text off the main thread and prepares its headers. */
export async function createByteImage(text: string, options: ByteImageOptions): Promise<ByteImage> {
  const identity = Buffer.from(text);
  const [zipped, brotli] = await Promise.all([
    compressGzip(identity, { level: 9 }),
    compressBrotli(identity, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: identity.byteLength },
    }),
  ]);
  const hash = createHash('sha256').update(identity).digest('base64url').slice(0, 27);
  return {
    identity: toRepresentation(identity, 'identity', `"${hash}"`, options),
    gzip: toRepresentation(zipped, 'gzip', `"${hash}-gz"`, options),
    br: toRepresentation(brotli, 'br', `"${hash}-br"`, options),
  };
}

/** Answers GET and HEAD from an image: 304 without a body when the client has this very representation. */
export function sendByteImage(request: IncomingMessage, response: ServerResponse, image: ByteImage): void {
  const representation = image[negotiateEncoding(request.headers['accept-encoding'])];
  const known = request.headers['if-none-match'];
  if (known !== undefined && matchesEtag(known, representation.etag)) {
    response.writeHead(304, representation.notModifiedHeaders).end();
    return;
  }
  response.writeHead(200, representation.headers);
  if (request.method === 'HEAD') response.end();
  else response.end(representation.body);
}

/** Tells whether an `If-None-Match` header names the ETag; the comparison is weak, as RFC 9110 13.1.2 asks. */
export function matchesEtag(header: string, etag: string): boolean {
  if (header === etag || header === '*') return true;
  return header.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === etag);
}

function toRepresentation(
  body: Buffer,
  encoding: ContentEncoding,
  etag: string,
  options: ByteImageOptions,
): Representation {
  const shared = ['ETag', etag, 'Cache-Control', options.cacheControl, 'Vary', 'Accept-Encoding'];
  const modified =
    options.lastModified === undefined ? [] : ['Last-Modified', new Date(options.lastModified).toUTCString()];
  const encoded = encoding === 'identity' ? [] : ['Content-Encoding', encoding];
  return {
    etag,
    body,
    headers: [
      'Content-Type',
      options.contentType,
      'Content-Length',
      String(body.byteLength),
      'X-Content-Type-Options',
      'nosniff',
      ...encoded,
      ...shared,
      ...modified,
    ],
    notModifiedHeaders: shared,
  };
}
