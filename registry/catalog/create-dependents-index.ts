import { isListed } from './listed.ts';
import type { CatalogDefinition, CatalogViews, VersionView } from './types.ts';

/** An addon and those of its listed versions that declare a dependency, with the range that each asks for. */
export interface DeclaredDependent {
  readonly catalog: string;
  readonly name: string;
  readonly needs: readonly { readonly version: VersionView; readonly range: string }[];
}

/** Who declares that it needs an addon. */
export interface DependentsIndex {
  /** Of an addon of a catalog that is no union; by catalog in configured order, then by name. */
  listDeclared(catalog: string, name: string): readonly DeclaredDependent[];
}

export interface DependentsIndexOptions {
  readonly views: Pick<CatalogViews, 'findView' | 'listViews'>;
  readonly catalogs: readonly CatalogDefinition[];
}

type Index = ReadonlyMap<string, readonly DeclaredDependent[]>;

/** Turns the dependencies of all listed versions around, once for the views of now. A dependency means the addon of the first catalog in the scope that has the name. */
export function createDependentsIndex({ views, catalogs }: DependentsIndexOptions): DependentsIndex {
  let current: { readonly generations: string; readonly index: Index } | undefined;

  function listScope(catalog: string): readonly string[] {
    const dependsOn = catalogs.find(({ name }) => name === catalog)?.dependsOn ?? [];
    const unionOf = (name: string) => catalogs.find((each) => each.name === name)?.union;
    return [catalog, ...dependsOn.flatMap((name) => unionOf(name) ?? [name])];
  }

  function build(): Index {
    const index = new Map<string, DeclaredDependent[]>();
    for (const { catalog, addons } of views.listViews()) {
      const scope = listScope(catalog);
      for (const { name, versions } of addons) {
        for (const [on, needs] of groupNeeds(name, versions.filter(isListed))) {
          const place = scope.find((each) => views.findView(each)?.byName.has(on) === true);
          if (place === undefined) continue;
          const key = toKey(place, on);
          const dependents = index.get(key) ?? [];
          dependents.push({ catalog, name, needs });
          index.set(key, dependents);
        }
      }
    }
    return index;
  }

  return {
    listDeclared(catalog, name) {
      const generations = views
        .listViews()
        .map((view) => `${view.catalog} ${view.generation}`)
        .join('\n');
      if (current?.generations !== generations) current = { generations, index: build() };
      return current.index.get(toKey(catalog, name)) ?? [];
    },
  };
}

/** What versions of one addon need, by the name of whom they need; a dependency on itself says nothing. */
function groupNeeds(
  own: string,
  versions: readonly VersionView[],
): ReadonlyMap<string, { readonly version: VersionView; readonly range: string }[]> {
  const groups = new Map<string, { readonly version: VersionView; readonly range: string }[]>();
  for (const version of versions) {
    for (const { name, version: range = '' } of version.dependencies) {
      if (name === own) continue;
      const needs = groups.get(name) ?? [];
      needs.push({ version, range });
      groups.set(name, needs);
    }
  }
  return groups;
}

function toKey(catalog: string, name: string): string {
  return `${catalog}\n${name}`;
}
