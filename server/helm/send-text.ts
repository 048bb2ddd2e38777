import type { ServerResponse } from 'node:http';

export interface SendTextOptions {
  readonly status: number;
  readonly text: string;
  /** Name and value alternate. */
  readonly headers?: readonly string[];
}

/** Refuses with one plain sentence: older clients read any body as an index, so it is never empty and never one (`client-protocols.md` section 12.2). */
export function sendText(response: ServerResponse, { status, text, headers = [] }: SendTextOptions): void {
  const body = `${text}\n`;
  response
    .writeHead(status, [
      'Content-Type',
      'text/plain; charset=utf-8',
      'Content-Length',
      String(Buffer.byteLength(body)),
      'X-Content-Type-Options',
      'nosniff',
      ...headers,
    ])
    .end(body);
}
