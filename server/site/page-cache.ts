/** A page as it is sent: its text, the same compressed, and the ETag of its content. */
export interface RenderedPage {
  readonly bytes: Buffer;
  readonly zipped: Buffer;
  readonly etag: string;
}

/** Keeps the pages that were asked for last, within a bound of bytes. */
export interface PageCache {
  findPage(key: string): RenderedPage | undefined;
  savePage(key: string, page: RenderedPage): void;
}

/** Makes an empty cache that holds at most `maxBytes` of page bytes and forgets the least recently used first. */
export function createPageCache(maxBytes: number): PageCache {
  const pages = new Map<string, RenderedPage>();
  let heldBytes = 0;
  const weigh = (key: string, page: RenderedPage) => key.length * 2 + page.bytes.length + page.zipped.length;
  function forget(key: string): void {
    const page = pages.get(key);
    if (page === undefined) return;
    pages.delete(key);
    heldBytes -= weigh(key, page);
  }
  return {
    findPage(key) {
      const page = pages.get(key);
      if (page === undefined) return undefined;
      pages.delete(key);
      pages.set(key, page);
      return page;
    },
    savePage(key, page) {
      forget(key);
      if (weigh(key, page) > maxBytes) return;
      pages.set(key, page);
      heldBytes += weigh(key, page);
      for (const oldest of pages.keys()) {
        if (heldBytes <= maxBytes) break;
        forget(oldest);
      }
    },
  };
}
