import { mapLimited } from '../map-limited.ts';
import { findImageHost, findLinkHost } from './link-host.ts';

/** What a host said to a question for the head of a page; throws when it says nothing, with why. */
export type FetchStatus = (url: string, signal: AbortSignal) => Promise<number>;

/** What became of an address. `missing`: the host answers and has no such page; `unreachable`: nobody answers, or not in a way that clients accept. */
export interface LinkState {
  readonly url: string;
  readonly state: 'alive' | 'missing' | 'unreachable' | 'unchecked';
  /** The status of the answer, the reason why there is none, or why nobody asked. */
  readonly detail: string;
}

export interface CheckLinksOptions {
  /** For each question; default 5 seconds. */
  readonly timeoutMs?: number;
  /** How many addresses are asked about; the others are `unchecked`. Default 100. */
  readonly maxLinks?: number;
  /** How many questions are under way at a time; default 4. */
  readonly concurrency?: number;
  readonly signal?: AbortSignal;
}

/**
 * Asks the hosts of addresses whether they are still there, each address once, results in their order. Only public hosts are asked, over
 * HTTPS or HTTP; what leads elsewhere by a redirect is for `fetchStatus` to judge. Throws when `signal` is aborted.
 */
export async function checkLinks(
  { fetchStatus }: { readonly fetchStatus: FetchStatus },
  urls: readonly string[],
  options: CheckLinksOptions = {},
): Promise<readonly LinkState[]> {
  const { timeoutMs = 5_000, maxLinks = 100, concurrency = 4, signal } = options;
  const unique = [...new Set(urls)];
  const ask = (url: string) => {
    signal?.throwIfAborted();
    const limit = AbortSignal.timeout(timeoutMs);
    return fetchStatus(url, signal === undefined ? limit : AbortSignal.any([limit, signal]));
  };
  const checked = await mapLimited(unique.slice(0, maxLinks), concurrency, async (url) => {
    try {
      return await checkLink(url, ask);
    } catch (error) {
      signal?.throwIfAborted();
      return { url, state: 'unreachable', detail: error instanceof Error ? error.message : String(error) } as const;
    }
  });
  const left = unique.slice(maxLinks).map((url): LinkState => ({ url, state: 'unchecked', detail: 'too many links' }));
  return [...checked, ...left];
}

async function checkLink(url: string, ask: (url: string) => Promise<number>): Promise<LinkState> {
  const pages = listPages(url);
  let status = 0;
  for (const page of pages) {
    status = await ask(page);
    if (!isMissing(status)) break;
  }
  if (pages.length === 0) return { url, state: 'unchecked', detail: 'no address that can be asked over HTTP' };
  if (isMissing(status)) return { url, state: 'missing', detail: `status ${status}` };
  return { url, state: status >= 500 ? 'unreachable' : 'alive', detail: `status ${status}` };
}

/** The pages that tell: of a registry the one that every registry has, of anything else itself, then the index that a chart repository has. */
function listPages(url: string): readonly string[] {
  const host = findLinkHost(url);
  const registry = host === undefined ? findImageHost(url) : url.startsWith('oci://') ? host : undefined;
  if (registry !== undefined) return [`https://${registry}/v2/`];
  if (host === undefined || !/^https?:\/\//.test(url)) return [];
  return [url, `${url.replace(/[?#].*$/, '').replace(/\/$/, '')}/index.yaml`];
}

function isMissing(status: number): boolean {
  return status === 404 || status === 410;
}
