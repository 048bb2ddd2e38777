import type { RequestHandler, Response } from 'express';
import type { SiteDependencies } from './site-dependencies.ts';

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
  return (_request, response) => sendMachineText(response, 'text/plain', lines.join('\n'));
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
    sendMachineText(response, 'text/plain', lines.join('\n'));
  };
}

/** Sends a text that changes seldom. */
export function sendMachineText(response: Response, type: string, text: string): void {
  response.set({ 'Cache-Control': hour, 'X-Content-Type-Options': 'nosniff' });
  response.type(`${type}; charset=utf-8`).send(text);
}
