import type { CatalogReader } from '../../registry/catalog/types.ts';
import type { Category } from '../../web/pages/home-page.tsx';

/** What people look for by a word, and the words by which it is found. */
const subjects = [
  { id: 'helm', q: 'helm' },
  { id: 'terraform', q: 'terraform' },
  { id: 'flux', q: 'flux' },
  { id: 'velaux', q: 'velaux' },
  { id: 'ocm', q: 'ocm' },
  { id: 'observability', q: 'observability' },
  { id: 'delivery', q: 'rollout' },
  { id: 'gateway', q: 'gateway' },
  { id: 'scaling', q: 'autoscaler' },
  { id: 'security', q: 'security' },
  { id: 'ai', q: 'training' },
] as const satisfies readonly Pick<Category, 'id' | 'q'>[];

/** Counts what is served of each subject; one of which there is nothing, or only words that resemble it, is left out. */
export async function listCategories(reader: Pick<CatalogReader, 'listAddons'>): Promise<readonly Category[]> {
  const counted = await Promise.all(
    subjects.map(async ({ id, q }) => {
      const { items, total } = await reader.listAddons({ q, limit: 1 });
      const known = items.some(({ reasons = [] }) => reasons.every(({ by }) => by !== 'typo'));
      return { id, q, total: known ? total : 0 };
    }),
  );
  return counted.filter(({ total }) => total > 0);
}
