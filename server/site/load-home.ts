import type { AddonSummary } from '../../schemas/rest.ts';
import { HomePage } from '../../web/pages/home-page.tsx';
import { UsePage } from '../../web/pages/use-page.tsx';
import type { PageLoader } from './page-loader.ts';

const recentCount = 10;

/** The home page: what changed last, and the first catalog's newest addon to begin with. */
export const loadHome: PageLoader = async ({ reader }) => {
  const recent = await reader.listAddons({ sort: 'updated', limit: recentCount });
  const first = findFirstAddon(recent.items);
  return (context) => HomePage({ context, recent: recent.items, first });
};

/** The page with the lines for each client. */
export const loadUse: PageLoader = async ({ reader }) => {
  const recent = await reader.listAddons({ sort: 'updated', limit: recentCount });
  const example = findFirstAddon(recent.items);
  return (context) => UsePage({ context, example });
};

// The addon that runs this very server cannot be enabled without naming a container image.
const ownAddon = 'chandlery';

/** Chooses what a newcomer is told to enable: something in which no error was found. */
function findFirstAddon(addons: readonly AddonSummary[]): AddonSummary | undefined {
  return addons.find((addon) => addon.findings.error === 0 && addon.name !== ownAddon) ?? addons[0];
}
