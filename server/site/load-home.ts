import { HomePage } from '../../web/pages/home-page.tsx';
import { UsePage } from '../../web/pages/use-page.tsx';
import { findFirstAddon } from './find-first-addon.ts';
import type { PageLoader } from './page-loader.ts';

const recentCount = 10;

/** The home page: what changed last, and an addon to begin with. */
export const loadHome: PageLoader = async (site) => {
  const [recent, first] = await Promise.all([
    site.reader.listAddons({ sort: 'updated', limit: recentCount }),
    findFirstAddon(site),
  ]);
  return (context) => HomePage({ context, recent: recent.items, first });
};

/** The page with the lines for each client. */
export const loadUse: PageLoader = async (site) => {
  const example = await findFirstAddon(site);
  return (context) => UsePage({ context, example });
};
