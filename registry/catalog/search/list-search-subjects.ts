import { countDependents } from '../count-dependents.ts';
import type { DefinitionIndex, DefinitionOwner } from '../create-definition-index.ts';
import { findStanding } from '../listed.ts';
import type { CatalogDefinition, CatalogView } from '../types.ts';
import type { SearchSubject } from './search-documents.ts';

export interface SubjectListing {
  readonly catalogs: readonly CatalogDefinition[];
  readonly views: readonly CatalogView[];
  readonly definitions: DefinitionIndex;
}

/** Everything that is listed, one subject for each addon of each catalog, in the order of the views. */
export function listSearchSubjects({ catalogs, views, definitions }: SubjectListing): readonly SearchSubject[] {
  const dependents = countDependents(views, catalogs);
  const owners = groupOwners(definitions);
  return views.flatMap(({ catalog, addons }) =>
    addons.flatMap((addon) => {
      const shown = findStanding(addon);
      if (shown === undefined) return [];
      const id = `${catalog}/${addon.name}`;
      return [{ catalog, addon, shown, owned: owners.get(id) ?? [], weight: dependents.get(id) ?? 0 }];
    }),
  );
}

function groupOwners(definitions: DefinitionIndex): ReadonlyMap<string, readonly DefinitionOwner[]> {
  const groups = new Map<string, DefinitionOwner[]>();
  for (const { owners } of definitions.values()) {
    for (const owner of owners) {
      if (!owner.listed) continue;
      const id = `${owner.catalog}/${owner.addon.name}`;
      const group = groups.get(id);
      if (group === undefined) groups.set(id, [owner]);
      else group.push(owner);
    }
  }
  return groups;
}
