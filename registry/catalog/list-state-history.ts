import { addonNotFound, catalogNotFound } from '../errors.ts';
import type { StateStore } from '../storage/types.ts';
import { toPage } from './paging.ts';
import type { CatalogViews, StateHistoryReader } from './types.ts';

export interface StateHistoryOptions {
  readonly views: Pick<CatalogViews, 'findView'>;
  readonly store: Pick<StateStore, 'listStateEvents'>;
}

/** The history as it was written; that of an addon in a union is the one of the catalog it comes from. */
export function createStateHistory({ views, store }: StateHistoryOptions): StateHistoryReader {
  return {
    async listStateHistory({ catalog, addon, ...page }) {
      const view = views.findView(catalog);
      if (view === undefined) throw catalogNotFound(catalog);
      const held = view.byName.get(addon);
      const events = await store.listStateEvents({ catalog: held?.versions[0]?.catalog ?? catalog, addon });
      // What is gone from its source is still known by what was said of it.
      if (held === undefined && events.length === 0) throw addonNotFound(catalog, addon);
      const { items, ...rest } = toPage(events.toReversed(), page);
      return { items: [...items], ...rest };
    },
  };
}
