import { isListed } from '../../registry/catalog/listed.ts';
import type { DefinitionSummary } from '../../schemas/definition-catalogue.ts';
import type { AddonSummary } from '../../schemas/rest.ts';
import type { PageContext } from '../../web/context/page-context.ts';
import type { Suggestion } from '../../web/pages/problem-page.tsx';
import { rankByLikeness } from './rank-by-likeness.ts';
import type { SiteDependencies } from './site-dependencies.ts';

const maxSuggestions = 8;
const maxCompared = 1000;
const maxPathWords = 4;
// A word of an address stands for anything, so what is offered for it must be nearly the same.
const likeWord = 0.5;

/** Catalogs of this server, and addons of any of them whose name resembles the one that was asked for. */
export async function suggestCatalogs(
  site: SiteDependencies,
  context: PageContext,
  addon: string | undefined,
): Promise<readonly Suggestion[]> {
  const { catalogs, links } = context;
  const known = catalogs.map(({ name }) => ({ label: name, href: links.addons({ catalog: name }) }));
  if (addon === undefined) return known;
  return [...toAddonSuggestions(context, await rankAddons(site, addon, likeWord)), ...known];
}

/** Addons of any catalog whose name resembles another, the likest first. */
export async function suggestAddons(
  site: SiteDependencies,
  context: PageContext,
  name: string,
): Promise<readonly Suggestion[]> {
  return toAddonSuggestions(context, await rankAddons(site, name));
}

/** The newest versions of an addon that are served. */
export async function suggestVersions(
  { reader }: SiteDependencies,
  { links }: PageContext,
  { catalog, addon }: { readonly catalog: string; readonly addon: string },
): Promise<readonly Suggestion[]> {
  const { versions } = await reader.getAddon(catalog, addon);
  return versions
    .filter(isListed)
    .slice(0, maxSuggestions)
    .map(({ version }) => ({
      label: `${addon} ${version}`,
      href: links.version({ catalog, name: addon, version }),
    }));
}

/** The page that says why a version is quarantined, and the versions that are served. */
export async function suggestInstead(
  site: SiteDependencies,
  context: PageContext,
  { catalog, addon, version }: { readonly catalog: string; readonly addon: string; readonly version: string },
): Promise<readonly Suggestion[]> {
  const { quarantined } = context.strings.states.words;
  const why = {
    label: `${addon} ${version} (${quarantined})`,
    href: context.links.version({ catalog, name: addon, version }),
  };
  return [why, ...(await suggestVersions(site, context, { catalog, addon }))];
}

/** Definitions that a search finds by a part of the name, the likest first. */
export async function suggestDefinitions(
  site: SiteDependencies,
  context: PageContext,
  name: string,
): Promise<readonly Suggestion[]> {
  return toDefinitionSuggestions(context, await rankDefinitions(site, name));
}

/** Rules whose id resembles another. */
export function suggestRules({ rules }: SiteDependencies, { links }: PageContext, id: string): readonly Suggestion[] {
  return rankByLikeness(id, rules, { toName: (rule) => rule.id })
    .slice(0, maxSuggestions)
    .map((rule) => ({ label: rule.id, href: links.rule(rule.id) }));
}

/** Whatever has nearly the name that stands in an address: a page of this server, an addon, a definition. */
export async function suggestPages(site: SiteDependencies, context: PageContext): Promise<readonly Suggestion[]> {
  const words = listPathWords(context.path);
  const found = await Promise.all(
    words.map(async (word) => {
      const [addons, definitions] = await Promise.all([
        rankAddons(site, word, likeWord),
        rankDefinitions(site, word, likeWord),
      ]);
      return [
        ...rankByLikeness(word, listSections(context), { toName: ({ path }) => path, least: likeWord }),
        ...toAddonSuggestions(context, addons),
        ...toDefinitionSuggestions(context, definitions),
      ];
    }),
  );
  const byAddress = new Map(found.flat().map(({ label, href }) => [href, { label, href }]));
  return [...byAddress.values()].slice(0, maxSuggestions);
}

/** The last words first, as they say most. */
function listPathWords(path: string): readonly string[] {
  const words = path.split('/').flatMap((segment) => {
    try {
      return segment === '' || segment.length > 200 ? [] : [decodeURIComponent(segment)];
    } catch {
      return [];
    }
  });
  return words.reverse().slice(0, maxPathWords);
}

function listSections({ links, strings }: PageContext): readonly (Suggestion & { readonly path: string })[] {
  const { frame } = strings;
  return [
    { path: 'addons', label: frame.addons, href: links.addons() },
    { path: 'definitions', label: frame.definitions, href: links.definitions() },
    { path: 'plan', label: strings.plan.nav, href: links.plan() },
    { path: 'locks', label: strings.locksIntro.title, href: links.locks() },
    { path: 'use', label: frame.use, href: links.use() },
    { path: 'sources', label: frame.sources, href: links.sources() },
    { path: 'rules', label: frame.rules, href: links.rules() },
    { path: 'help', label: strings.help.title, href: links.help() },
  ];
}

/** Addons whose name resembles a text, the likest first. */
export async function rankAddons(
  { reader }: SiteDependencies,
  name: string,
  least?: number,
): Promise<readonly AddonSummary[]> {
  const addons: AddonSummary[] = [];
  let cursor: string | undefined;
  do {
    const page = await reader.listAddons({ limit: 100, ...(cursor === undefined ? {} : { cursor }) });
    addons.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined && addons.length < maxCompared);
  return rankByLikeness(name, addons, {
    toName: (addon) => addon.name,
    ...(least === undefined ? {} : { least }),
  }).slice(0, maxSuggestions);
}

async function rankDefinitions(
  { definitions }: SiteDependencies,
  name: string,
  least?: number,
): Promise<readonly DefinitionSummary[]> {
  const half = name.slice(0, Math.ceil(name.length / 2));
  const pages = await Promise.all([name, half].map((q) => definitions.listDefinitions({ q, limit: 100 })));
  const found = new Map(pages.flatMap(({ items }) => items).map((item) => [`${item.kind}/${item.name}`, item]));
  return rankByLikeness(name, [...found.values()], {
    toName: (definition) => definition.name,
    ...(least === undefined ? {} : { least }),
  }).slice(0, maxSuggestions);
}

function toAddonSuggestions({ links }: PageContext, addons: readonly AddonSummary[]): readonly Suggestion[] {
  return addons.map(({ catalog, name }) => ({ label: `${catalog}/${name}`, href: links.addon(catalog, name) }));
}

function toDefinitionSuggestions(
  { links }: PageContext,
  definitions: readonly DefinitionSummary[],
): readonly Suggestion[] {
  return definitions.map(({ kind, name }) => ({ label: `${kind}/${name}`, href: links.definition(kind, name) }));
}
