import type { DefinitionKind } from '../../schemas/definition.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import { compareText } from '../findings.ts';
import type { DefinitionEntry, LineEvaluationStore } from '../storage/types.ts';
import { findNewestStable } from '../version/choose-version.ts';
import { preferLines } from './choose-line.ts';
import { findStanding, isListed } from './listed.ts';
import type { AddonView, CatalogView, CatalogViews, VersionView } from './types.ts';

/** A version and the definition that it brings. */
export interface DefinitionVersion {
  readonly view: VersionView;
  readonly entry: DefinitionEntry;
}

/** An addon that brings a definition, or did. */
export interface DefinitionOwner {
  readonly catalog: string;
  readonly addon: AddonView;
  /** The versions that bring it, newest first; never empty. */
  readonly versions: readonly DefinitionVersion[];
  /** What is meant when nobody names a version: the newest stable one that is listed, else the newest listed; without any, the newest. */
  readonly shown: DefinitionVersion;
  /** Some version that brings it is listed: else only who names one finds it here. */
  readonly listed: boolean;
  /** The version that is enabled by default brings it. */
  readonly current: boolean;
}

/** At least one, the default owner first. */
export type DefinitionOwners = readonly [DefinitionOwner, ...DefinitionOwner[]];

/** One kind and name, with everybody who brings it. */
export interface IndexedDefinition {
  readonly kind: DefinitionKind;
  readonly name: string;
  readonly owners: DefinitionOwners;
}

/** Definitions of all catalogs by `kind/name`, ordered by name, then kind. */
export type DefinitionIndex = ReadonlyMap<string, IndexedDefinition>;

export interface DefinitionIndexOptions {
  readonly views: CatalogViews;
  readonly store: Pick<LineEvaluationStore, 'listDefinitionEntries'>;
  /** The release lines that are judged, oldest first. */
  readonly lines: readonly ReleaseLine[];
}

/** Returns a function that gives the index of the views of now; what did not change is not read again. */
export function createDefinitionIndex({ views, store, lines }: DefinitionIndexOptions): () => Promise<DefinitionIndex> {
  const owners = new Map<string, { readonly view: CatalogView; readonly owners: Promise<OwnersByName> }>();
  let whole: { readonly generations: string; readonly index: Promise<DefinitionIndex> } | undefined;

  function readOwners(view: CatalogView): Promise<OwnersByName> {
    const known = owners.get(view.catalog);
    if (known?.view === view) return known.owners;
    const read = store
      .listDefinitionEntries({ catalog: view.catalog, lines: preferLines(lines) })
      .then((entries) => groupOwners(view, entries));
    owners.set(view.catalog, { view, owners: read });
    read.catch(() => owners.delete(view.catalog));
    return read;
  }

  return () => {
    const current = views.listViews();
    const generations = current.map(({ catalog, generation }) => `${catalog} ${generation}`).join('\n');
    if (whole?.generations === generations) return whole.index;
    const index = Promise.all(current.map(readOwners)).then(joinCatalogs);
    whole = { generations, index };
    index.catch(() => {
      if (whole?.index === index) whole = undefined;
    });
    return index;
  };
}

/** The key of a definition in the index. */
export function definitionKey(kind: DefinitionKind, name: string): string {
  return `${kind}/${name}`;
}

/** Keeps the owners whose addons a union serves, as its own. */
export function uniteOwners(index: DefinitionIndex, union: CatalogView): DefinitionIndex {
  const united = new Map<string, IndexedDefinition>();
  for (const [key, definition] of index) {
    const [first, ...others] = definition.owners
      .filter((owner) => union.byName.get(owner.addon.name)?.versions[0]?.catalog === owner.catalog)
      .map((owner) => ({ ...owner, catalog: union.catalog }));
    if (first !== undefined) united.set(key, { ...definition, owners: [first, ...others] });
  }
  return united;
}

type OwnersByName = ReadonlyMap<string, readonly DefinitionOwner[]>;

function groupOwners(view: CatalogView, entries: readonly DefinitionEntry[]): OwnersByName {
  const byContent = new Map<string, DefinitionEntry[]>();
  for (const entry of entries) {
    const group = byContent.get(entry.treeDigest);
    if (group === undefined) byContent.set(entry.treeDigest, [entry]);
    else group.push(entry);
  }
  const owners = new Map<string, DefinitionOwner[]>();
  for (const addon of view.addons) {
    const versions = new Map<string, DefinitionVersion[]>();
    for (const version of addon.versions) {
      const seen = new Set<string>();
      for (const entry of byContent.get(version.treeDigest) ?? []) {
        const key = definitionKey(entry.kind, entry.name);
        // Of two files that define one name the first counts; that there are two is a finding.
        if (seen.has(key)) continue;
        seen.add(key);
        const group = versions.get(key);
        if (group === undefined) versions.set(key, [{ view: version, entry }]);
        else group.push({ view: version, entry });
      }
    }
    for (const [key, brought] of versions) {
      const owner = toOwner(view.catalog, addon, brought);
      if (owner !== undefined) owners.set(key, [...(owners.get(key) ?? []), owner]);
    }
  }
  return owners;
}

function toOwner(
  catalog: string,
  addon: AddonView,
  versions: readonly DefinitionVersion[],
): DefinitionOwner | undefined {
  const listed = versions.filter(({ view }) => isListed(view));
  const newest = findNewestStable(listed.map(({ view }) => view.version));
  const shown = listed.find(({ view }) => view.version === newest) ?? listed[0] ?? versions[0];
  if (shown === undefined) return undefined;
  return {
    catalog,
    addon,
    versions,
    shown,
    listed: listed.length > 0,
    current: shown.view === findStanding(addon),
  };
}

function joinCatalogs(catalogs: readonly OwnersByName[]): DefinitionIndex {
  const joined = new Map<string, DefinitionOwner[]>();
  for (const owners of catalogs) {
    for (const [key, own] of owners) joined.set(key, [...(joined.get(key) ?? []), ...sortOwners(own)]);
  }
  const definitions: IndexedDefinition[] = [];
  for (const owners of joined.values()) {
    const [first, ...others] = owners;
    if (first === undefined) continue;
    const { kind, name } = first.shown.entry;
    definitions.push({ kind, name, owners: [first, ...others] });
  }
  definitions.sort((left, right) => compareText(left.name, right.name) || compareText(left.kind, right.kind));
  return new Map(definitions.map((definition) => [definitionKey(definition.kind, definition.name), definition]));
}

/** Within a catalog those who bring it now go first, then by name; those of whom nothing is listed go last. */
function sortOwners(owners: readonly DefinitionOwner[]): readonly DefinitionOwner[] {
  return owners.toSorted(
    (left, right) =>
      Number(right.listed) - Number(left.listed) ||
      Number(right.current) - Number(left.current) ||
      compareText(left.addon.name, right.addon.name),
  );
}
