import type { IncomingHttpHeaders } from 'node:http';

/** Whose page a browser sent a request from; `unknown` where nobody says, as with programs that are no browsers. */
export type Sender = 'here' | 'elsewhere' | 'unknown';

/** Reads `Sec-Fetch-Site`, else `Origin`. `ownUrl`: a URL of this server as people have it; what it is called in `Host` is its own too. */
export function findSender(
  headers: Pick<IncomingHttpHeaders, 'origin' | 'host'> & Pick<IncomingHttpHeaders, 'sec-fetch-site'>,
  ownUrl: string,
): Sender {
  const { origin, host } = headers;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) {
    if (site === 'none') return 'unknown';
    return site === 'same-origin' ? 'here' : 'elsewhere';
  }
  if (origin === undefined) return 'unknown';
  const isOwn = URL.canParse(origin) && (origin === new URL(ownUrl).origin || new URL(origin).host === host);
  return isOwn ? 'here' : 'elsewhere';
}
