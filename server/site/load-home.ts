import { HomePage } from '../../web/pages/home-page.tsx';
import { UsePage } from '../../web/pages/use-page.tsx';
import type { PageLoader } from './page-loader.ts';

const recentCount = 10;

/** The home page: what changed last, and the first catalog's newest addon to begin with. */
export const loadHome: PageLoader = async ({ reader }) => {
  const recent = await reader.listAddons({ sort: 'updated', limit: recentCount });
  const first = recent.items.find((addon) => addon.findings.error === 0) ?? recent.items[0];
  return (context) => HomePage({ context, recent: recent.items, first });
};

/** The page with the lines for each client. */
export const loadUse: PageLoader = async ({ reader }) => {
  const recent = await reader.listAddons({ sort: 'updated', limit: recentCount });
  const example = recent.items.find((addon) => addon.findings.error === 0) ?? recent.items[0];
  return (context) => UsePage({ context, example });
};
