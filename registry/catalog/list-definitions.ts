import type { DefinitionPage, DefinitionSummary } from '../../schemas/definition-catalogue.ts';
import { compareText } from '../findings.ts';
import type { DefinitionIndex, DefinitionOwner, IndexedDefinition } from './create-definition-index.ts';
import type { DefinitionQuery } from './definition-types.ts';
import type { WordRanks } from './list-addons.ts';
import { isListed } from './listed.ts';
import { countValues, toPage } from './paging.ts';

/** What a list of definitions is made from. */
export interface DefinitionListing {
  readonly index: DefinitionIndex;
  /** What the words of the query found, by the id of one owner's definition; absent = there are no words. */
  readonly ranks?: WordRanks;
  /** Whether typed filters let this owner's definition through. */
  readonly admits?: (definition: IndexedDefinition, owner: DefinitionOwner) => boolean;
}

/** Lists definitions page by page, with the values by which the whole answer can be narrowed. Throws INPUT_INVALID for a bad limit or cursor. */
export function listDefinitions(listing: DefinitionListing, query: DefinitionQuery): DefinitionPage {
  const { ranks } = listing;
  const kept = listWithout(listing, query, undefined);
  const toCount = (key: NarrowingKey) => (query[key] === undefined ? kept : listWithout(listing, query, key));
  const { items, ...page } = toPage(ranks === undefined ? kept : sortByRank(kept, ranks), query);
  return {
    ...page,
    items: items.map(toSummary),
    facets: {
      kinds: countValues(toCount('kind').map(({ kind }) => kind)),
      catalogs: countValues(
        toCount('catalog').flatMap(({ owners }) => [...new Set(owners.map(({ catalog }) => catalog))]),
      ),
      addons: countValues(
        toCount('addon').flatMap(({ owners }) => [...new Set(owners.map(({ addon }) => addon.name))]),
      ),
    },
  };
}

type NarrowingKey = 'kind' | 'catalog' | 'addon';

/** Everything of which all holds but what the query says of one key, with those owners alone of whom it does. */
function listWithout(
  { index, ranks, admits }: DefinitionListing,
  query: DefinitionQuery,
  without: NarrowingKey | undefined,
): readonly IndexedDefinition[] {
  const kind = without === 'kind' ? undefined : query.kind;
  const catalog = without === 'catalog' ? undefined : query.catalog;
  const addon = without === 'addon' ? undefined : query.addon;
  return [...index.values()].flatMap((definition): IndexedDefinition[] => {
    if (kind !== undefined && definition.kind !== kind) return [];
    const [first, ...others] = definition.owners.filter(
      (owner) =>
        owner.listed &&
        (catalog === undefined || owner.catalog === catalog) &&
        (addon === undefined || owner.addon.name === addon) &&
        (admits?.(definition, owner) ?? true) &&
        (ranks?.has(toDocumentId(definition, owner)) ?? true),
    );
    return first === undefined ? [] : [{ ...definition, owners: [first, ...others] }];
  });
}

/** By the owner that fits best. */
function sortByRank(definitions: readonly IndexedDefinition[], ranks: WordRanks): readonly IndexedDefinition[] {
  const best = new Map(
    definitions.map((each) => [each, Math.min(...listIds(each).map((id) => ranks.get(id) ?? Number.MAX_SAFE_INTEGER))]),
  );
  const rankOf = (each: IndexedDefinition) => best.get(each) ?? Number.MAX_SAFE_INTEGER;
  return definitions.toSorted(
    (left, right) =>
      rankOf(left) - rankOf(right) || compareText(left.name, right.name) || compareText(left.kind, right.kind),
  );
}

/** Id of what one owner brings, among the documents of the search; a union has none of its own. */
function toDocumentId({ kind, name }: IndexedDefinition, { addon, shown }: DefinitionOwner): string {
  return `${shown.view.catalog}/${addon.name}/${kind}/${name}`;
}

function listIds(definition: IndexedDefinition): readonly string[] {
  return definition.owners.map((owner) => toDocumentId(definition, owner));
}

function toSummary({ kind, name, owners }: IndexedDefinition): DefinitionSummary {
  const { alias, description, deprecated, schematic } = owners[0].shown.entry;
  return {
    kind,
    name,
    ...(alias === undefined ? {} : { alias }),
    description,
    deprecated,
    schematic,
    owners: owners.map(({ catalog, addon, versions, shown, current }) => ({
      catalog,
      addon: addon.name,
      version: shown.view.version,
      versions: versions.filter(({ view }) => isListed(view)).length,
      current,
    })),
  };
}
