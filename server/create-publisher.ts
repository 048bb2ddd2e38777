import type { CatalogView } from '../registry/catalog/types.ts';

export interface PublisherOptions {
  /** Rebuilds the view of a catalog from its rows; returns the catalogs whose views that concerns. */
  readonly refresh: (catalog: string) => Promise<readonly string[]>;
  readonly findView: (catalog: string) => CatalogView | undefined;
  /** Makes what is served of a view. */
  readonly prepare: (view: CatalogView) => Promise<void>;
  readonly onBug: (error: unknown) => void;
}

/** Carries changed rows into what is served. */
export interface Publisher {
  /** Done when the rows of now are served. */
  publish(catalog: string): Promise<void>;
  /** Soon, and once for many changes that come together. */
  publishSoon(catalog: string): void;
  /** Lets what is under way end and begins nothing more. */
  close(): Promise<void>;
}

const shortestPauseMs = 150;
const longestPauseMs = 5_000;
/** Publishing may take so large a part of the time while a catalog is being written. */
const share = 1 / 15;

/** While a catalog is written row by row, it is published now and then, the less often the longer that takes; when a run ends, at once. */
export function createPublisher({ refresh, findView, prepare, onBug }: PublisherOptions): Publisher {
  const timers = new Map<string, NodeJS.Timeout>();
  const underWay = new Set<Promise<void>>();
  let closed = false;
  let pauseMs = shortestPauseMs;

  async function publish(catalog: string): Promise<void> {
    clearTimeout(timers.get(catalog));
    timers.delete(catalog);
    const startedAt = performance.now();
    for (const concerned of await refresh(catalog)) {
      const view = findView(concerned);
      if (view !== undefined) await prepare(view);
    }
    pauseMs = Math.min(Math.max((performance.now() - startedAt) / share, shortestPauseMs), longestPauseMs);
  }

  return {
    publish,
    publishSoon(catalog) {
      if (closed || timers.has(catalog)) return;
      const timer = setTimeout(() => {
        const publishing = publish(catalog)
          .catch(onBug)
          .finally(() => underWay.delete(publishing));
        underWay.add(publishing);
      }, pauseMs);
      timers.set(catalog, timer);
    },
    async close() {
      closed = true;
      for (const timer of timers.values()) clearTimeout(timer);
      await Promise.all(underWay);
    },
  };
}
