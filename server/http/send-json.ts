import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Request, Response } from 'express';
import { matchesEtag } from './byte-image.ts';
import { negotiateEncoding } from './negotiate-encoding.ts';

const compressGzip = promisify(gzip);
const worthCompressingBytes = 1400;

export interface SendJsonOptions {
  readonly cacheControl?: string;
  readonly contentType?: string;
  /** Request headers beside Accept-Encoding that the answer depends on. */
  readonly vary?: string;
  /** Default: 200. */
  readonly status?: number;
}

/** Sends a value as JSON with a strong ETag; 304 when the client has it already. */
export async function sendJson(
  request: Request,
  response: Response,
  options: SendJsonOptions & { readonly value: unknown },
): Promise<void> {
  await sendBytes(request, response, {
    contentType: options.contentType ?? 'application/json; charset=utf-8',
    cacheControl: options.cacheControl ?? 'no-cache',
    ...(options.vary === undefined ? {} : { vary: options.vary }),
    ...(options.status === undefined ? {} : { status: options.status }),
    bytes: Buffer.from(`${JSON.stringify(options.value)}\n`),
  });
}

export interface SendBytesOptions {
  readonly contentType: string;
  readonly cacheControl: string;
  readonly bytes: Uint8Array;
  readonly vary?: string;
  /** Default: 200. */
  readonly status?: number;
}

/** Sends bytes with a strong ETag, gzip-encoded where that helps. Both are made once for bytes that are sent again. */
export async function sendBytes(request: Request, response: Response, options: SendBytesOptions): Promise<void> {
  const { bytes, status = 200 } = options;
  const zipped =
    bytes.byteLength >= worthCompressingBytes &&
    negotiateEncoding(request.headers['accept-encoding']?.toString()) !== 'identity';
  const prepared = prepare(bytes);
  const etag = zipped ? `"${prepared.hash}-gz"` : `"${prepared.hash}"`;
  const vary = options.vary === undefined ? 'Accept-Encoding' : `Accept-Encoding, ${options.vary}`;
  response.set({ ETag: etag, 'Cache-Control': options.cacheControl, Vary: vary });
  if (status === 200 && matchesEtag(request.headers['if-none-match'] ?? '', etag)) {
    response.status(304).end();
    return;
  }
  response.status(status);
  if (zipped) prepared.zipped ??= compressGzip(bytes);
  const body = (zipped ? await prepared.zipped : undefined) ?? bytes;
  response.set({ 'Content-Type': options.contentType, 'Content-Length': String(body.byteLength) });
  response.set('X-Content-Type-Options', 'nosniff');
  if (zipped) response.set('Content-Encoding', 'gzip');
  if (request.method === 'HEAD') response.end();
  else response.end(body);
}

interface PreparedBytes {
  readonly hash: string;
  zipped: Promise<Uint8Array> | undefined;
}

/** Gone with the bytes that they were made of. */
const preparedOf = new WeakMap<Uint8Array, PreparedBytes>();

function prepare(bytes: Uint8Array): PreparedBytes {
  const known = preparedOf.get(bytes);
  if (known !== undefined) return known;
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 27);
  const made: PreparedBytes = { hash, zipped: undefined };
  preparedOf.set(bytes, made);
  return made;
}
