import type { DefinitionPage, DefinitionSummary } from '../../../schemas/definition-catalogue.ts';
import type { SearchReason } from '../../../schemas/search.ts';
import { listCandidates } from '../addon-candidates.ts';
import {
  type DefinitionIndex,
  type DefinitionOwner,
  type IndexedDefinition,
  uniteOwners,
} from '../create-definition-index.ts';
import type { DefinitionQuery } from '../definition-types.ts';
import { type DefinitionListing, listDefinitions } from '../list-definitions.ts';
import type { CatalogViews } from '../types.ts';
import type { DocumentFinder } from './create-document-finder.ts';
import type { CatalogueSnapshot } from './create-snapshots.ts';
import { listFilterValues, toFilterConditions } from './filter-conditions.ts';
import { parseSearchText, type TypedFilter } from './parse-search-text.ts';
import { toGroupId } from './to-group-id.ts';
import { toUnderstanding } from './understand-search.ts';
import { findReasons, findWords, toRanks } from './word-finding.ts';

export interface DefinitionListerOptions {
  readonly views: CatalogViews;
  readonly getSnapshot: () => Promise<CatalogueSnapshot>;
  readonly finder: DocumentFinder;
}

/** Returns a function that lists definitions, those that words find in the order of the search. It throws INPUT_INVALID. */
export function createDefinitionLister(
  options: DefinitionListerOptions,
): (query: DefinitionQuery) => Promise<DefinitionPage> {
  const { finder, views } = options;

  return async ({ q, ...query }) => {
    const snapshot = await options.getSnapshot();
    const index = findIndex(views, snapshot.definitions, query.catalog);
    if (q === undefined) return listDefinitions({ index }, query);
    const asked = parseSearchText(q, snapshot.vocabulary);
    const admits = toAdmission(snapshot, asked.filters);
    if (asked.words === '') {
      return { ...listDefinitions({ index, admits }, query), ...toUnderstanding(asked, undefined) };
    }
    const search = { finder, text: asked.words, type: 'definition' } as const;
    const found = await findWords(search);
    const page = listDefinitions({ index, admits, ranks: toRanks(found) }, query);
    const reasons = await findReasons(
      search,
      page.items.flatMap(({ owners }) => owners.map(({ addon }) => addon)),
    );
    return {
      ...page,
      items: page.items.map((item) => explain(views, { item, reasons })),
      ...toUnderstanding(asked, found),
    };
  };
}

/** In a union, what its members bring stands under its own name. */
function findIndex(views: CatalogViews, index: DefinitionIndex, catalog: string | undefined): DefinitionIndex {
  const view = catalog === undefined ? undefined : views.findView(catalog);
  return view?.shadowed === undefined ? index : uniteOwners(index, view);
}

/** Why any of its owners' was found; they are found by much the same words. */
function explain(
  views: CatalogViews,
  found: { readonly item: DefinitionSummary; readonly reasons: ReadonlyMap<string, readonly SearchReason[]> },
): DefinitionSummary {
  const { item, reasons } = found;
  const { kind, name, owners } = item;
  const own = owners.flatMap((owner) => reasons.get(`${toGroupId(views, owner)}/${kind}/${name}`) ?? []);
  return { ...item, reasons: [...new Map(own.map((reason) => [JSON.stringify(reason), reason])).values()] };
}

/** Filters about kinds and names are about the definition here; the others are about the addon that brings it. */
function toAdmission(
  { views, contents, vocabulary }: CatalogueSnapshot,
  filters: readonly TypedFilter[],
): NonNullable<DefinitionListing['admits']> {
  const kinds = [...listFilterValues(filters, 'kind'), ...listFilterValues(filters, 'provides')];
  const names = listFilterValues(filters, 'definition');
  const conditions = toFilterConditions(
    filters.filter(({ key }) => key !== 'kind' && key !== 'provides' && key !== 'definition'),
    { vocabulary, contents },
  );
  const admitted =
    conditions.length === 0
      ? undefined
      : new Set(listCandidates(views, conditions).map(({ shown, addon }) => `${shown.catalog}/${addon.name}`));
  return ({ kind, name }: IndexedDefinition, { shown, addon }: DefinitionOwner) =>
    (kinds.length === 0 || kinds.includes(kind)) &&
    (names.length === 0 || names.includes(name)) &&
    (admitted?.has(`${shown.view.catalog}/${addon.name}`) ?? true);
}
