import type { DefinitionPage, DefinitionSummary } from '../../schemas/definition-catalogue.ts';
import type { DefinitionIndex, DefinitionOwner, IndexedDefinition } from './create-definition-index.ts';
import { isListed } from './listed.ts';
import { countValues, toPage } from './paging.ts';
import type { DefinitionQuery } from './types.ts';

/** Lists definitions page by page, with the values by which the whole answer can be narrowed. Throws INPUT_INVALID for a bad limit or cursor. */
export function listDefinitions(index: DefinitionIndex, query: DefinitionQuery): DefinitionPage {
  const owned = [...index.values()].flatMap((definition): IndexedDefinition[] => {
    const [first, ...others] = definition.owners.filter((owner) => isWanted(owner, query));
    return first === undefined ? [] : [{ ...definition, owners: [first, ...others] }];
  });
  const found = owned.filter((definition) => hasWords(definition, query.q));
  const kept = found.filter(({ kind }) => query.kind === undefined || kind === query.kind);
  const { items, ...page } = toPage(kept, query);
  return {
    ...page,
    items: items.map(toSummary),
    facets: {
      kinds: countValues(found.map(({ kind }) => kind)),
      catalogs: countValues(kept.flatMap(({ owners }) => [...new Set(owners.map(({ catalog }) => catalog))])),
      addons: countValues(kept.flatMap(({ owners }) => [...new Set(owners.map(({ addon }) => addon.name))])),
    },
  };
}

function isWanted(owner: DefinitionOwner, { catalog, addon }: DefinitionQuery): boolean {
  if (!owner.listed) return false;
  return (catalog === undefined || owner.catalog === catalog) && (addon === undefined || owner.addon.name === addon);
}

function hasWords({ name, owners }: IndexedDefinition, q: string | undefined): boolean {
  if (q === undefined) return true;
  const texts = owners.flatMap(({ shown: { entry } }) => [entry.alias ?? '', entry.description]);
  const text = [name, ...texts].join('\n').toLowerCase();
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
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
