import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Request, Response } from 'express';
import { matchesEtag } from '../http/byte-image.ts';

/** A page as it is sent: its text, the same compressed, and the ETag of its content. */
export interface RenderedPage {
  readonly status: number;
  readonly bytes: Buffer;
  readonly zipped: Buffer;
  readonly etag: string;
}

/** Compresses a document and names its content. */
export function toRenderedPage(html: string, status: number): RenderedPage {
  const bytes = Buffer.from(html);
  return {
    status,
    bytes,
    zipped: gzipSync(bytes),
    etag: createHash('sha256').update(bytes).digest('base64url').slice(0, 27),
  };
}

/** Sends a page in the encoding that the client takes; 304 when it holds this very page already. */
export function sendPage(request: Request, response: Response, page: RenderedPage): void {
  const zip = request.acceptsEncodings('gzip') === 'gzip';
  const etag = zip ? `"${page.etag}-gz"` : `"${page.etag}"`;
  response.set({
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'private, no-cache',
    Vary: 'Accept-Encoding, Accept-Language, Cookie',
    ETag: etag,
  });
  response.status(page.status);
  if (page.status === 200 && matchesEtag(request.headers['if-none-match'] ?? '', etag)) {
    response.status(304).removeHeader('Content-Type');
    response.end();
    return;
  }
  if (zip) response.set('Content-Encoding', 'gzip');
  const body = zip ? page.zipped : page.bytes;
  response.set('Content-Length', String(body.length));
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Sends a page that may hold what a person typed: nobody keeps it, and nothing names its content. */
export function sendPrivatePage(response: Response, html: string, status: number): void {
  response.status(status).set({ 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(html);
}
