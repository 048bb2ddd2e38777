import type { DefinitionFacts } from '../../schemas/definition.ts';
import type { ReleaseLine } from '../../schemas/release-line.ts';
import { BoundedCache } from '../bounded-cache.ts';
import { isBuiltinDefinition } from '../evaluation/uses/builtin-definitions.ts';
import type { AddonRelease, AddonUniverse } from '../resolve/types.ts';
import type { LineEvaluationStore } from '../storage/types.ts';
import { hasListed, isListed } from './listed.ts';
import type { AddonView, CatalogDefinition, CatalogView, CatalogViews, VersionView } from './types.ts';

export interface UniversesOptions {
  readonly views: CatalogViews;
  readonly catalogs: readonly CatalogDefinition[];
  readonly store: Pick<LineEvaluationStore, 'findFacts' | 'listDefinitionEntries'>;
}

/** Everything that can be chosen now, as one release line sees it. */
export interface Universes {
  get(line: ReleaseLine): Promise<AddonUniverse>;
}

type Uses = AddonRelease['uses'];

/** Contents and the definitions that they use, each counted as one; sources that change leave contents behind. */
const maxKeptUses = 200_000;

/** What a content uses and brings. */
interface ContentFacts {
  readonly uses: Uses;
  readonly brings: ReadonlySet<string>;
}

/** Makes what can be chosen of the views, once for the views of now and each line; what contents use and bring never changes and is read once. */
export function createUniverses({ views, catalogs, store }: UniversesOptions): Universes {
  const usesOf = new BoundedCache<Uses>({ maxWeight: maxKeptUses });
  let current: { readonly generations: string; readonly byLine: Map<ReleaseLine, Promise<AddonUniverse>> } | undefined;

  const unionOf = (catalog: string) => catalogs.find(({ name }) => name === catalog)?.union;

  async function readUses(version: VersionView, line: ReleaseLine): Promise<Uses> {
    const key = `${version.treeDigest} ${line}`;
    const known = usesOf.find(key);
    if (known !== undefined) return known;
    const verdict = version.verdicts.find((each) => each.line === line);
    // Not judged yet: nothing to ask for.
    if (verdict === undefined || verdict.render === 'pending') return [];
    const facts = await store.findFacts({ treeDigest: version.treeDigest, line }, ['uses']);
    if (facts === undefined) return [];
    const needed = facts.uses.filter(
      ({ kind, name, conditional }) => !conditional && !isBuiltinDefinition(kind, name, line),
    );
    const uses = [...new Map(needed.map(({ kind, name }) => [toKey({ kind, name }), { kind, name }])).values()];
    // Until the rules of now have judged it, what is told may change.
    if (version.evaluated) usesOf.save(key, uses, 1 + uses.length);
    return uses;
  }

  async function readContents(view: CatalogView, line: ReleaseLine): Promise<ReadonlyMap<string, ContentFacts>> {
    const brings = new Map<string, Set<string>>();
    for (const entry of await store.listDefinitionEntries({ catalog: view.catalog, lines: [line] })) {
      const known = brings.get(entry.treeDigest) ?? new Set();
      brings.set(entry.treeDigest, known.add(toKey(entry)));
    }
    const contents = new Map<string, ContentFacts>();
    for (const { versions } of view.addons) {
      for (const version of versions) {
        const own = brings.get(version.treeDigest) ?? new Set();
        const uses = (await readUses(version, line)).filter((use) => !own.has(toKey(use)));
        contents.set(version.treeDigest, { uses, brings: own });
      }
    }
    return contents;
  }

  async function build(listed: readonly CatalogView[], line: ReleaseLine): Promise<AddonUniverse> {
    const shelves = new Map<string, Shelf>();
    for (const view of listed) shelves.set(view.catalog, createShelf(view, await readContents(view, line)));
    return {
      catalogs: listed.map(({ catalog }) => ({
        name: catalog,
        dependsOn: catalogs
          .filter(({ name }) => name === catalog)
          .flatMap(({ dependsOn }) => dependsOn.flatMap((each) => unionOf(each) ?? [each])),
      })),
      listReleases: (catalog, name) => shelves.get(catalog)?.listReleases(name) ?? [],
      listNames: (catalog) => shelves.get(catalog)?.names ?? [],
      listOwners: (catalog, kind, name) => shelves.get(catalog)?.owners.get(toKey({ kind, name })) ?? [],
    };
  }

  return {
    get(line) {
      const listed = views.listViews();
      const generations = listed.map(({ catalog, generation }) => `${catalog} ${generation}`).join('\n');
      if (current?.generations !== generations) current = { generations, byLine: new Map() };
      const { byLine } = current;
      const known = byLine.get(line);
      if (known !== undefined) return known;
      const built = build(listed, line);
      byLine.set(line, built);
      built.catch(() => byLine.delete(line));
      return built;
    },
  };
}

/** One catalog, with its releases made when they are first asked for. */
interface Shelf {
  readonly names: readonly string[];
  /** Names of addons by the definitions that their listed versions bring. */
  readonly owners: ReadonlyMap<string, readonly string[]>;
  listReleases(name: string): readonly AddonRelease[];
}

function createShelf(view: CatalogView, contents: ReadonlyMap<string, ContentFacts>): Shelf {
  const releases = new Map<string, readonly AddonRelease[]>();
  return {
    names: view.addons.filter(hasListed).map(({ name }) => name),
    owners: listOwners(view, contents),
    listReleases(name) {
      const known = releases.get(name);
      const addon = view.byName.get(name);
      if (known !== undefined || addon === undefined) return known ?? [];
      const made = addon.versions.map((version) =>
        toRelease(addon, version, contents.get(version.treeDigest)?.uses ?? []),
      );
      releases.set(name, made);
      return made;
    },
  };
}

function listOwners(
  view: CatalogView,
  contents: ReadonlyMap<string, ContentFacts>,
): ReadonlyMap<string, readonly string[]> {
  const owners = new Map<string, string[]>();
  for (const { name, versions } of view.addons) {
    const open = versions.filter(isListed);
    const brings = new Set(open.flatMap(({ treeDigest }) => [...(contents.get(treeDigest)?.brings ?? [])]));
    for (const key of brings) {
      const names = owners.get(key);
      if (names === undefined) owners.set(key, [name]);
      else names.push(name);
    }
  }
  return owners;
}

function toRelease(addon: AddonView, version: VersionView, uses: Uses): AddonRelease {
  const { catalog, key, digest, treeDigest, prerelease, state, stateReason, requirements, dependencies } = version;
  return {
    catalog,
    name: addon.name,
    version: version.version,
    key,
    digest,
    treeDigest,
    prerelease,
    state,
    ...(stateReason === undefined ? {} : { stateReason }),
    refusedBy: version.verdicts.filter(({ render }) => render === 'refused').map(({ line }) => line),
    requirements,
    dependencies,
    uses,
  };
}

function toKey({ kind, name }: Pick<DefinitionFacts, 'kind' | 'name'>): string {
  return `${kind}/${name}`;
}
