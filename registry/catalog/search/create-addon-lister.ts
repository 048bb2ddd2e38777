import type { AddonPage, AddonSummary } from '../../../schemas/rest.ts';
import { catalogNotFound } from '../../errors.ts';
import { listAddons } from '../list-addons.ts';
import type { AddonQuery, CatalogView, CatalogViews } from '../types.ts';
import type { DocumentFinder } from './create-document-finder.ts';
import type { CatalogueSnapshot } from './create-snapshots.ts';
import { toFilterConditions } from './filter-conditions.ts';
import { parseSearchText } from './parse-search-text.ts';
import { toGroupId } from './to-group-id.ts';
import { toUnderstanding } from './understand-search.ts';
import { findReasons, findWords, toRanks } from './word-finding.ts';

export interface AddonListerOptions {
  readonly views: CatalogViews;
  readonly getSnapshot: () => Promise<CatalogueSnapshot>;
  readonly finder: DocumentFinder;
}

/** Returns a function that lists addons as the views have them, those that words find in the order of the search. It throws CATALOG_NOT_FOUND and INPUT_INVALID. */
export function createAddonLister(options: AddonListerOptions): (query: AddonQuery) => Promise<AddonPage> {
  const { finder } = options;

  /** A union is asked by itself, because its addons stand under its own name. */
  function getViews(catalog: string | undefined): readonly CatalogView[] | undefined {
    if (catalog === undefined) return undefined;
    const view = options.views.findView(catalog);
    if (view === undefined) throw catalogNotFound(catalog);
    return view.shadowed === undefined ? undefined : [view];
  }

  const idOf = ({ catalog, name }: AddonSummary) => toGroupId(options.views, { catalog, addon: name });

  return async (query) => {
    const united = getViews(query.catalog);
    const { q, ...narrowing } = query;
    const snapshot = await options.getSnapshot();
    const { contents, dependents, vocabulary } = snapshot;
    const listing = { views: united ?? snapshot.views, contents, dependents };
    if (q === undefined) return listAddons(listing, narrowing);
    const asked = parseSearchText(q, vocabulary);
    const filters = toFilterConditions(asked.filters, { vocabulary, contents });
    if (asked.words === '') {
      return { ...listAddons({ ...listing, filters }, narrowing), ...toUnderstanding(asked, undefined) };
    }
    const search = { finder, text: asked.words, type: 'addon' } as const;
    const found = await findWords(search);
    const page = listAddons({ ...listing, filters, ranks: toRanks(found) }, narrowing);
    const reasons = await findReasons(
      search,
      page.items.map(({ name }) => name),
    );
    const items = page.items.map((item) => ({ ...item, reasons: [...(reasons.get(idOf(item)) ?? [])] }));
    return { ...page, items, ...toUnderstanding(asked, found) };
  };
}
