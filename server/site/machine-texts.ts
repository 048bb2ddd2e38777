import type { RequestHandler, Response } from 'express';
import type { AddonSummary } from '../../schemas/rest.ts';
import { toXmlText } from '../http/xml.ts';
import type { SiteDependencies } from './site-dependencies.ts';

/** Addresses in one part of the sitemap; the protocol allows 50 000. */
const addressesOfPart = 10_000;
const pages = ['/', '/addons', '/definitions', '/plan', '/use', '/publish', '/sources', '/rules'];
const hour = 'public, max-age=3600';

/** What crawlers may look at: every page, and nothing that is large, written to, or one of endless combinations. */
export function createRobotsHandler({ address }: SiteDependencies): RequestHandler {
  const path = (rest: string) => `${address.basePath}${rest}`;
  const refused = ['/api/', '/c/', '/lock/', '/v2/', '/locks', '/addons?', '/definitions?', '/plan?', '/addons/*/raw/'];
  const lines = [
    'User-agent: *',
    ...refused.map((rest) => `Disallow: ${path(rest)}`),
    `Disallow: ${path('/addons/*/compare')}`,
    `Allow: ${path('/api/v1/openapi.json')}`,
    '',
    `Sitemap: ${address.absolute('/sitemap.xml')}`,
    '',
  ];
  return (_request, response) => send(response, 'text/plain', lines.join('\n'));
}

/** What this server is and where programs find what, for language models (llmstxt.org). */
export function createLlmsHandler({ reader, address }: SiteDependencies): RequestHandler {
  const link = (name: string, path: string, about: string) => `- [${name}](${address.absolute(path)}): ${about}`;
  return async (_request, response) => {
    const catalogs = await reader.listCatalogs();
    const lines = [
      '# Chandlery',
      '',
      '> A registry of KubeVela addons and X-Definitions: every version with its digest, its requirements, what it does to a cluster, and which KubeVela release lines enable it.',
      '',
      '## For programs',
      '',
      link('OpenAPI 3.1', '/api/v1/openapi.json', 'every route below /api/v1'),
      link('Addons', '/api/v1/addons', 'search with facets, as JSON'),
      link('Definitions', '/api/v1/definitions', 'components, traits, policies and workflow steps, as JSON'),
      link('Events', '/api/v1/events', 'what was published, yanked or deprecated, as JSON'),
      link('Feed', '/feed.atom', 'the same as Atom'),
      link('Rules', '/api/v1/rules', 'what findings mean, as JSON'),
      '',
      '## Catalogs',
      '',
      ...catalogs.map(
        ({ name, counts, url }) =>
          `- [${name}](${address.absolute(`/addons?catalog=${encodeURIComponent(name)}`)}): ${counts.addons} addons; \`vela addon registry add ${name} --type helm --endpoint ${url}\``,
      ),
      '',
      '## Pages',
      '',
      link('Use this server', '/use', 'exact lines for vela and Helm'),
      link('Publish', '/publish', 'how an addon comes into these catalogs'),
      link('Plan', '/plan', 'which versions fit together on a cluster'),
      link('Sources', '/sources', 'where the addons come from, and how fresh they are'),
      '',
    ];
    send(response, 'text/plain', lines.join('\n'));
  };
}

interface SitemapEntry {
  readonly path: string;
  readonly changed?: string;
}

/** The index of the sitemap, at `/sitemap.xml`. */
export function createSitemapIndexHandler(site: SiteDependencies): RequestHandler {
  return async (_request, response) => {
    const parts = Math.ceil((await listEntries(site)).length / addressesOfPart);
    const items = Array.from({ length: parts }, (_, index) => {
      const address = site.address.absolute(`/sitemap-${index + 1}.xml`);
      return `  <sitemap><loc>${toXmlText(address)}</loc></sitemap>`;
    });
    send(response, 'application/xml', toDocument('sitemapindex', items));
  };
}

/** One part of the sitemap, at `/sitemap-<number>.xml`. */
export function createSitemapPartHandler(site: SiteDependencies): RequestHandler<{ part: string }> {
  return async (request, response, next) => {
    const part = /^[1-9]\d{0,5}$/.test(request.params.part) ? Number(request.params.part) : 0;
    const entries = await listEntries(site);
    const first = (part - 1) * addressesOfPart;
    if (part === 0 || first >= entries.length) return next();
    const items = entries.slice(first, first + addressesOfPart).map(({ path, changed }) => {
      const lastmod = changed === undefined ? '' : `<lastmod>${toXmlText(changed)}</lastmod>`;
      return `  <url><loc>${toXmlText(site.address.absolute(path))}</loc>${lastmod}</url>`;
    });
    send(response, 'application/xml', toDocument('urlset', items));
  };
}

async function listEntries({ reader, rules }: SiteDependencies): Promise<readonly SitemapEntry[]> {
  const addons: AddonSummary[] = [];
  let cursor: string | undefined;
  do {
    const page = await reader.listAddons({ limit: 100, ...(cursor === undefined ? {} : { cursor }) });
    addons.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return [
    ...pages.map((path) => ({ path })),
    ...rules.map(({ id }) => ({ path: `/rules/${id}` })),
    ...addons.map(({ catalog, name, published }) => ({
      path: `/addons/${encodeURIComponent(catalog)}/${encodeURIComponent(name)}`,
      changed: published,
    })),
  ];
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

function send(response: Response, type: string, text: string): void {
  response.set({ 'Cache-Control': hour, 'X-Content-Type-Options': 'nosniff' });
  response.type(`${type}; charset=utf-8`).send(text);
}
