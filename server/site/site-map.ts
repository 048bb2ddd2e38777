import type { RequestHandler, Response } from 'express';
import type { DefinitionSummary } from '../../schemas/definition-catalogue.ts';
import type { AddonSummary } from '../../schemas/rest.ts';
import { createLinks } from '../../web/context/links.ts';
import { toXmlText } from '../http/xml.ts';
import { sendMachineText } from './machine-texts.ts';
import type { SiteDependencies } from './site-dependencies.ts';

/** Addresses in one part of the sitemap; the protocol allows 50 000. */
const addressesOfPart = 10_000;
const pages = ['/', '/addons', '/definitions', '/plan', '/use', '/publish', '/sources', '/rules'];

interface SitemapEntry {
  /** Below the base path. */
  readonly path: string;
  readonly changed?: string;
}

/** The sitemap of one site: its index, and its parts. */
export interface Sitemap {
  readonly index: RequestHandler;
  readonly part: RequestHandler<{ part: string }>;
}

/** Makes the sitemap at `/sitemap.xml` and `/sitemap-<number>.xml`: what is listed, down to versions and definitions. It is read once for each generation. */
export function createSitemap(site: SiteDependencies): Sitemap {
  let kept: { readonly generation: string; readonly entries: Promise<readonly SitemapEntry[]> } | undefined;

  function findEntries(): Promise<readonly SitemapEntry[]> {
    const generation = site.generation();
    if (kept?.generation !== generation) {
      const made = { generation, entries: listEntries(site) };
      kept = made;
      made.entries.catch(() => {
        if (kept === made) kept = undefined;
      });
    }
    return kept.entries;
  }

  const send = (response: Response, root: string, items: readonly string[]) =>
    sendMachineText(response, 'application/xml', toDocument(root, items));
  return {
    async index(_request, response) {
      const parts = Math.ceil((await findEntries()).length / addressesOfPart);
      const items = Array.from({ length: parts }, (_, index) => {
        const address = site.address.absolute(`/sitemap-${index + 1}.xml`);
        return `  <sitemap><loc>${toXmlText(address)}</loc></sitemap>`;
      });
      send(response, 'sitemapindex', items);
    },
    async part(request, response, next) {
      const part = /^[1-9]\d{0,5}$/.test(request.params.part) ? Number(request.params.part) : 0;
      const entries = await findEntries();
      const first = (part - 1) * addressesOfPart;
      if (part === 0 || first >= entries.length) return next();
      const items = entries.slice(first, first + addressesOfPart).map(({ path, changed }) => {
        const lastmod = changed === undefined ? '' : `<lastmod>${toXmlText(changed)}</lastmod>`;
        return `  <url><loc>${toXmlText(site.address.absolute(path))}</loc>${lastmod}</url>`;
      });
      send(response, 'urlset', items);
    },
  };
}

async function listEntries(site: SiteDependencies): Promise<readonly SitemapEntry[]> {
  // Without a base path: that is put before every address.
  const links = createLinks('');
  const [addons, definitions] = await Promise.all([listAddons(site), listDefinitions(site)]);
  const entries: SitemapEntry[] = [
    ...pages.map((path) => ({ path })),
    ...site.rules.map(({ id }) => ({ path: links.rule(id) })),
  ];
  for (const { catalog, name, published } of addons) {
    entries.push({ path: links.addon(catalog, name), changed: published });
    const { versions } = await site.reader.getAddon(catalog, name);
    for (const { version, state, ...each } of versions) {
      if (state === 'yanked' || state === 'quarantined') continue;
      entries.push({ path: links.version({ catalog, name, version }), changed: each.published });
    }
  }
  for (const { kind, name } of definitions) entries.push({ path: links.definition(kind, name) });
  return entries;
}

async function listAddons({ reader }: SiteDependencies): Promise<readonly AddonSummary[]> {
  const addons: AddonSummary[] = [];
  let cursor: string | undefined;
  do {
    const page = await reader.listAddons({ limit: 100, ...(cursor === undefined ? {} : { cursor }) });
    addons.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return addons;
}

async function listDefinitions({ definitions: reader }: SiteDependencies): Promise<readonly DefinitionSummary[]> {
  const definitions: DefinitionSummary[] = [];
  let cursor: string | undefined;
  do {
    const page = await reader.listDefinitions({ limit: 100, ...(cursor === undefined ? {} : { cursor }) });
    definitions.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return definitions;
}

function toDocument(root: string, items: readonly string[]): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
    ...items,
    `</${root}>`,
  ];
  return `${lines.join('\n')}\n`;
}
