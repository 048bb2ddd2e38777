import { posix } from 'node:path';
import type { SourceState } from '../../schemas/rest.ts';
import type { PublishPlace } from '../../web/context/publish-lines.ts';
import { PublishPage } from '../../web/pages/publish-page.tsx';
import type { PageLoader } from './page-loader.ts';
import type { SiteDependencies } from './site-dependencies.ts';

// Addons of one source stand next to each other; the first few of its catalog show where.
const addonsAsked = 5;

/** How an addon comes into the catalogs; `source` of the query chooses the source that the lines are for. */
export const loadPublish: PageLoader = async (site, { query }) => {
  const sources = (await site.reader.listSources()).filter(({ type }) => type === 'git');
  const places = await Promise.all(sources.map((source) => toPlace(site, source)));
  const chosen = places.find(({ source }) => source === query['source']) ?? places[0];
  return (context) => PublishPage({ context, places, chosen });
};

async function toPlace(site: SiteDependencies, { id, catalog, url, revision }: SourceState): Promise<PublishPlace> {
  const folder = (await findFolder(site, { id, catalog })) ?? '';
  return { source: id, url, folder, ...(revision === undefined ? {} : { revision }) };
}

/** The folder in which the addons of a source stand; undefined when it has none that is among the first of its catalog. */
async function findFolder(
  { reader }: SiteDependencies,
  { id, catalog }: Pick<SourceState, 'id' | 'catalog'>,
): Promise<string | undefined> {
  const { items } = await reader.listAddons({ catalog, limit: addonsAsked });
  for (const { name, version } of items) {
    const { origin } = await reader.getVersion(catalog, name, version);
    if (origin.source !== id) continue;
    const folder = posix.dirname(origin.directory);
    return folder === '.' ? '' : folder;
  }
  return undefined;
}
