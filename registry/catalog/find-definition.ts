import type { DefinitionPlace } from '../../schemas/definition-catalogue.ts';
import { definitionNotFound } from '../errors.ts';
import { normalizeVersion } from '../version/normalize-version.ts';
import {
  type DefinitionIndex,
  type DefinitionOwner,
  type DefinitionOwners,
  type DefinitionVersion,
  definitionKey,
} from './create-definition-index.ts';
import type { DefinitionReference } from './definition-types.ts';

/** The definition that is meant: whose, of which version, and who else brings one of that name. */
export interface FoundDefinition extends DefinitionVersion {
  readonly owner: DefinitionOwner;
  /** All of them, the default owner first, whatever was asked. */
  readonly owners: DefinitionOwners;
}

/** Finds the definition that is meant. Throws DEFINITION_NOT_FOUND. */
export function findDefinition(index: DefinitionIndex, reference: DefinitionReference): FoundDefinition {
  const { kind, name, catalog, addon, version } = reference;
  const owners = index.get(definitionKey(kind, name))?.owners;
  if (owners === undefined) throw definitionNotFound(kind, name);
  const asked = owners.filter(
    (owner) =>
      (catalog === undefined || owner.catalog === catalog) && (addon === undefined || owner.addon.name === addon),
  );
  for (const owner of asked) {
    const found = findVersion(owner, version);
    if (found !== undefined) return { owner, owners, ...found };
  }
  throw definitionNotFound(kind, name, toPlaceWords(reference));
}

/** A version of an owner as answers name it. */
export function toDefinitionPlace({ catalog, addon }: DefinitionOwner, found: DefinitionVersion): DefinitionPlace {
  const { view, entry } = found;
  return {
    catalog,
    addon: addon.name,
    version: view.version,
    prerelease: view.prerelease,
    published: view.published,
    file: entry.file,
    digest: entry.digest,
  };
}

function findVersion(owner: DefinitionOwner, version: string | undefined): DefinitionVersion | undefined {
  const { versions, listed } = owner;
  const shown = listed ? owner.shown : undefined;
  if (version === undefined) return shown;
  const key = normalizeVersion(version);
  return versions.find(({ view }) => view.key === key) ?? (version === 'latest' ? shown : undefined);
}

function toPlaceWords({ catalog, addon, version }: DefinitionReference): string {
  return [
    ...(addon === undefined ? [] : [` in the addon "${addon}"`]),
    ...(version === undefined ? [] : [` at ${version}`]),
    ...(catalog === undefined ? [] : [` in the catalog "${catalog}"`]),
  ].join('');
}
