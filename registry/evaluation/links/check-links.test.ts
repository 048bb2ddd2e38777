import { describe, expect, it } from 'vitest';
import { checkLinks, type FetchStatus } from './check-links.ts';

/** A web of pages; every other page of a host that is there is missing, and every other host does not answer. */
const pages: Readonly<Record<string, number>> = {
  'https://a.io/icon.svg': 200,
  'https://charts.io/stable/index.yaml': 200,
  'https://quay.io/v2/': 401,
  'https://broken.io/': 502,
};

const fetchStatus: FetchStatus = async (url) => {
  const known = pages[url];
  if (known !== undefined) return known;
  const { origin } = new URL(url);
  if (!Object.keys(pages).some((page) => page.startsWith(origin))) throw new Error('certificate has expired');
  return 404;
};

describe('links', () => {
  it.each([
    ['a page', 'https://a.io/icon.svg', 'alive', 'status 200'],
    ['a page that is gone', 'https://a.io/gone.svg', 'missing', 'status 404'],
    ['a chart repository without a page of its own', 'https://charts.io/stable/', 'alive', 'status 200'],
    ['an image, by its registry', 'quay.io/thanos/thanos:v0.8.0', 'alive', 'status 401'],
    ['a chart in a registry', 'oci://quay.io/charts/a', 'alive', 'status 401'],
    ['a host that fails', 'https://broken.io/', 'unreachable', 'status 502'],
    ['a host that does not answer', 'https://dead.io/', 'unreachable', 'certificate has expired'],
    ['a host inside the cluster', 'http://loki:3100/', 'unchecked', 'no address that can be asked over HTTP'],
    ['a repository over SSH', 'git@github.com:a/b.git', 'unchecked', 'no address that can be asked over HTTP'],
  ])('%s', async (_, url, state, detail) => {
    expect(await checkLinks({ fetchStatus }, [url])).toEqual([{ url, state, detail }]);
  });

  it('asks about each address once, about so many and no more', async () => {
    const asked: string[] = [];
    const counting: FetchStatus = async (url, signal) => {
      asked.push(url);
      return fetchStatus(url, signal);
    };
    const urls = ['https://a.io/icon.svg', 'https://a.io/icon.svg', 'https://broken.io/', 'https://dead.io/'];
    const states = await checkLinks({ fetchStatus: counting }, urls, { maxLinks: 2 });
    expect(asked).toEqual(['https://a.io/icon.svg', 'https://broken.io/']);
    expect(states.map(({ url, state }) => [url, state])).toEqual([
      ['https://a.io/icon.svg', 'alive'],
      ['https://broken.io/', 'unreachable'],
      ['https://dead.io/', 'unchecked'],
    ]);
  });

  it('waits for an answer no longer than it may', async () => {
    const silent: FetchStatus = (_, signal) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    const [state] = await checkLinks({ fetchStatus: silent }, ['https://a.io/'], { timeoutMs: 20 });
    expect(state?.state).toBe('unreachable');
  });

  it('stops when it is told to', async () => {
    const checking = checkLinks({ fetchStatus }, ['https://a.io/icon.svg'], { signal: AbortSignal.abort() });
    await expect(checking).rejects.toThrow();
  });
});
