import { HomePage } from '../../web/pages/home-page.tsx';
import { UsePage } from '../../web/pages/use-page.tsx';
import { findFirstAddon } from './find-first-addon.ts';
import { listCategories } from './list-categories.ts';
import type { PageLoader } from './page-loader.ts';

const recentCount = 10;
const tagCount = 12;

/** The home page: what changed last, and an addon to begin with. */
export const loadHome: PageLoader = async (site) => {
  const [recent, categories, first] = await Promise.all([
    site.reader.listAddons({ sort: 'updated', limit: recentCount }),
    listCategories(site.reader),
    findFirstAddon(site),
  ]);
  const tags = recent.facets.tags.slice(0, tagCount);
  return (context) => HomePage({ context, categories, tags, recent: recent.items, first });
};

/** The page with the lines for each client. */
export const loadUse: PageLoader = async (site) => {
  const example = await findFirstAddon(site);
  return (context) => UsePage({ context, example });
};
