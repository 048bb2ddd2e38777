import type { CatalogView } from '../registry/catalog/types.ts';

export interface PublisherOptions {
  /** Rebuilds the view of a catalog from its rows. */
  readonly refresh: (catalog: string) => Promise<void>;
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
  close(): void;
}

const pauseMs = 150;

/** While a catalog is written row by row, it is published a few times a second; when a run ends, at once. */
export function createPublisher({ refresh, findView, prepare, onBug }: PublisherOptions): Publisher {
  const timers = new Map<string, NodeJS.Timeout>();
  let closed = false;

  async function publish(catalog: string): Promise<void> {
    clearTimeout(timers.get(catalog));
    timers.delete(catalog);
    await refresh(catalog);
    const view = findView(catalog);
    if (view !== undefined) await prepare(view);
  }

  return {
    publish,
    publishSoon(catalog) {
      if (closed || timers.has(catalog)) return;
      const timer = setTimeout(() => {
        publish(catalog).catch(onBug);
      }, pauseMs);
      timers.set(catalog, timer);
    },
    close() {
      closed = true;
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}
