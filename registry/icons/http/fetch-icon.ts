import { lookup as lookUp } from 'node:dns/promises';
import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { isPublicAddress } from '../is-public-address.ts';
import { maxIconBytes } from '../read-icon.ts';
import type { FetchIcon, IconReading, IconRefusal } from '../types.ts';

export interface CreateIconFetcherOptions {
  /** Whether a connection may be made; default: to public hosts at the ports of http and https. */
  readonly mayDial?: (address: string, port: number) => boolean;
  /** For everything together, redirects included; default 5 s. */
  readonly timeoutMs?: number;
  /** All addresses of a host; default: as the system resolves them. */
  readonly resolve?: (host: string) => Promise<readonly string[]>;
}

const maxRedirects = 3;
const defaultTimeoutMs = 5_000;
const decoders: Readonly<Record<string, (bytes: Uint8Array, options: { maxOutputLength: number }) => Promise<Buffer>>> =
  {
    gzip: promisify(gunzip),
    deflate: promisify(inflate),
    br: promisify(brotliDecompress),
  };

/**
 * Makes a fetcher for addresses that strangers wrote: http and https to public hosts alone, few redirects, little time, few bytes.
 * The address that was checked is the one that is dialled, at every hop; no cookie, credential or referrer is sent.
 */
export function createIconFetcher(options: CreateIconFetcherOptions = {}): FetchIcon {
  const { mayDial = isPublicTarget, timeoutMs = defaultTimeoutMs, resolve = resolveAll } = options;

  async function fetchHop(url: URL, signal: AbortSignal): Promise<IconReading<IncomingMessage>> {
    if (url.username !== '' || url.password !== '') return refuse('address');
    const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const addresses = isIP(host) === 0 ? await resolve(host) : [host];
    const [address] = addresses;
    if (address === undefined) return refuse('unreachable', { again: true });
    // One closed address among open ones is a host that changes its mind between asking and dialling.
    if (!addresses.every((each) => mayDial(each, port))) return refuse('private-address');
    return { ok: true, value: await ask(url, { address, signal }) };
  }

  return async (text, signal) => {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    let url = URL.canParse(text) ? new URL(text) : undefined;
    try {
      for (let hop = 0; hop <= maxRedirects; hop += 1) {
        if (url === undefined || !/^https?:$/.test(url.protocol)) return refuse('address');
        const answer = await withLimit(fetchHop(url, limit), limit);
        if (!answer.ok) return answer;
        const { statusCode = 0, headers } = answer.value;
        if (statusCode === 200) return await withLimit(readBody(answer.value), limit);
        answer.value.destroy();
        if (statusCode < 300 || statusCode > 399)
          return refuse('status', { again: statusCode >= 429 || statusCode === 404 });
        const next = findRedirect(url, headers.location);
        // What began encrypted stays so.
        if (next !== undefined && url.protocol === 'https:' && next.protocol !== 'https:') return refuse('address');
        url = next;
      }
      return refuse('redirects');
    } catch {
      signal.throwIfAborted();
      return refuse(limit.aborted ? 'too-slow' : 'unreachable', { again: true });
    }
  };
}

function isPublicTarget(address: string, port: number): boolean {
  return isPublicAddress(address) && (port === 80 || port === 443);
}

function refuse(refusal: IconRefusal, { again = false } = {}): IconReading<never> {
  return { ok: false, refusal, again };
}

async function resolveAll(host: string): Promise<readonly string[]> {
  const found = await lookUp(host, { all: true, verbatim: true });
  return found.map(({ address }) => address);
}

interface AskOptions {
  readonly address: string;
  readonly signal: AbortSignal;
}

/** Asks the host at the address that was checked, whatever its name means by now. */
function ask(url: URL, { address, signal }: AskOptions): Promise<IncomingMessage> {
  const family = isIP(address);
  const lookup: LookupFunction = (_host, wanted, done) => {
    if (wanted.all) done(null, [{ address, family }]);
    else done(null, address, family);
  };
  const options: RequestOptions = {
    lookup,
    signal,
    agent: false,
    headers: { accept: 'image/*', 'accept-encoding': 'identity', 'user-agent': 'chandlery' },
  };
  return new Promise((resolve, reject) => {
    const start = url.protocol === 'https:' ? requestHttps : requestHttp;
    const request: ClientRequest = start(url, options, resolve);
    request.on('error', reject);
    request.end();
  });
}

function findRedirect(from: URL, location: string | undefined): URL | undefined {
  return location !== undefined && URL.canParse(location, from) ? new URL(location, from) : undefined;
}

async function readBody(answer: IncomingMessage): Promise<IconReading<Uint8Array>> {
  if (Number(answer.headers['content-length'] ?? 0) > maxIconBytes) {
    answer.destroy();
    return refuse('too-large');
  }
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  for await (const chunk of answer) {
    const bytes = Buffer.from(chunk);
    sizeBytes += bytes.byteLength;
    // Leaving the loop destroys the connection.
    if (sizeBytes > maxIconBytes) return refuse('too-large');
    chunks.push(bytes);
  }
  return decode(Buffer.concat(chunks), answer.headers['content-encoding'] ?? 'identity');
}

/** Some hosts compress what they were not asked to; what unfolds to more than an icon may have is none. */
async function decode(bytes: Buffer, encoding: string): Promise<IconReading<Uint8Array>> {
  if (encoding === 'identity') return { ok: true, value: bytes };
  const decoder = Object.hasOwn(decoders, encoding) ? decoders[encoding] : undefined;
  if (decoder === undefined) return refuse('no-picture');
  try {
    return { ok: true, value: await decoder(bytes, { maxOutputLength: maxIconBytes }) };
  } catch (error) {
    const isTooLarge = error instanceof RangeError;
    return refuse(isTooLarge ? 'too-large' : 'no-picture');
  }
}

/** Ends with the limit even while a name is being resolved, which cannot be stopped. */
async function withLimit<Value>(work: Promise<Value>, limit: AbortSignal): Promise<Value> {
  limit.throwIfAborted();
  let stop = () => {};
  const ended = new Promise<never>((_, reject) => {
    stop = () => reject(limit.reason);
    limit.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, ended]);
  } finally {
    limit.removeEventListener('abort', stop);
    work.catch(() => undefined);
  }
}
