import { isListed } from '../../registry/catalog/listed.ts';
import { RegistryError } from '../../registry/errors.ts';
import type { AddonSummary } from '../../schemas/rest.ts';
import type { PageContext } from '../../web/context/page-context.ts';
import type { Problem, Suggestion } from '../../web/pages/problem-page.tsx';
import { statusOf } from '../http/problem.ts';
import { rankByLikeness } from './rank-by-likeness.ts';
import type { SiteDependencies } from './site-dependencies.ts';

/** A request that cannot be answered with the page that it asked for. */
export interface PageProblem {
  readonly status: number;
  readonly problem: Problem;
  /** Looks for what may have been meant; never fails. */
  readonly suggest: (context: PageContext) => Promise<readonly Suggestion[]>;
}

type Answer = Omit<PageProblem, 'status'>;

const maxSuggestions = 8;
const maxCompared = 1000;
const nothing = async () => [];
const notUnderstood: Answer = { problem: { kind: 'input' }, suggest: nothing };
const failed: Answer = { problem: { kind: 'failed' }, suggest: nothing };

/** Says what became of a request: its status, the problem, and where to look instead. */
export function toPageProblem(site: SiteDependencies, error: unknown): PageProblem {
  return { status: statusOf(error), ...toAnswer(site, error) };
}

function toAnswer(site: SiteDependencies, error: unknown): Answer {
  if (error instanceof URIError) return notUnderstood;
  if (!(error instanceof RegistryError)) return failed;
  const detail = (name: string) => String(error.details[name] ?? '');
  const [catalog, addon] = [detail('catalog'), detail('addon')];
  switch (error.code) {
    case 'CATALOG_NOT_FOUND':
      return { problem: { kind: 'catalog', catalog }, suggest: async (context) => listCatalogs(context) };
    case 'ADDON_NOT_FOUND':
      return { problem: { kind: 'addon', catalog, addon }, suggest: (context) => suggestAddons(site, context, addon) };
    case 'VERSION_NOT_FOUND':
      return {
        problem: { kind: 'version', catalog, addon, version: detail('version') },
        suggest: (context) => suggestVersions(site, context, { catalog, addon }),
      };
    case 'VERSION_QUARANTINED':
      return {
        problem: { kind: 'quarantined', addon, version: detail('version') },
        suggest: (context) => suggestInstead(site, context, { catalog, addon, version: detail('version') }),
      };
    case 'FILE_NOT_FOUND':
      return { problem: { kind: 'file', path: detail('path') }, suggest: nothing };
    case 'DEFINITION_NOT_FOUND':
      return {
        problem: { kind: 'definition', definition: detail('name') },
        suggest: (context) => suggestDefinitions(site, context, detail('name')),
      };
    case 'RULE_NOT_FOUND':
      return {
        problem: { kind: 'rule' },
        suggest: async (context) => suggestRules(site, context, detail('rule')),
      };
    case 'INPUT_INVALID':
      return notUnderstood;
    case 'LOCK_NOT_FOUND':
      return { problem: { kind: 'lock' }, suggest: nothing };
    case 'FORBIDDEN':
      return { problem: { kind: detail('form') === 'foreign' ? 'foreign-form' : 'locks-closed' }, suggest: nothing };
    case 'LOCK_RATE_EXCEEDED':
    case 'STREAM_FULL':
    case 'SOURCE_UNAVAILABLE':
    case 'ENGINE_UNAVAILABLE':
      return { problem: { kind: 'busy' }, suggest: nothing };
    default:
      return failed;
  }
}

function listCatalogs({ catalogs, links }: PageContext): readonly Suggestion[] {
  return catalogs.map(({ name }) => ({ label: name, href: links.addons({ catalog: name }) }));
}

async function suggestAddons(
  { reader }: SiteDependencies,
  { links }: PageContext,
  name: string,
): Promise<readonly Suggestion[]> {
  const addons: AddonSummary[] = [];
  let cursor: string | undefined;
  do {
    const page = await reader.listAddons({ limit: 100, ...(cursor === undefined ? {} : { cursor }) });
    addons.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined && addons.length < maxCompared);
  return rankByLikeness(name, addons, (addon) => addon.name)
    .slice(0, maxSuggestions)
    .map((addon) => ({ label: `${addon.catalog}/${addon.name}`, href: links.addon(addon.catalog, addon.name) }));
}

async function suggestVersions(
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

/** The page that says why, and the versions that are served. */
async function suggestInstead(
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

/** Those that a search finds by a part of the name, the likest first. */
async function suggestDefinitions(
  { definitions }: SiteDependencies,
  { links }: PageContext,
  name: string,
): Promise<readonly Suggestion[]> {
  const pages = await Promise.all(
    [name, name.slice(0, Math.ceil(name.length / 2))].map((q) => definitions.listDefinitions({ q, limit: 100 })),
  );
  const found = new Map(pages.flatMap(({ items }) => items).map((item) => [`${item.kind}/${item.name}`, item]));
  return rankByLikeness(name, [...found.values()], (definition) => definition.name)
    .slice(0, maxSuggestions)
    .map((definition) => ({
      label: `${definition.kind}/${definition.name}`,
      href: links.definition(definition.kind, definition.name),
    }));
}

function suggestRules({ rules }: SiteDependencies, { links }: PageContext, id: string): readonly Suggestion[] {
  return rankByLikeness(id, rules, (rule) => rule.id)
    .slice(0, maxSuggestions)
    .map((rule) => ({ label: rule.id, href: links.rule(rule.id) }));
}
