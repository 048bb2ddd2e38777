import { preferLines } from '../../registry/catalog/choose-line.ts';
import type { AddonSummary } from '../../schemas/rest.ts';
import { toVerdictWord } from '../../web/context/verdict-word.ts';
import type { SiteDependencies } from './site-dependencies.ts';

// The addon that runs this very server cannot be enabled without naming a container image.
const ownAddon = 'chandlery';

/** Chooses what a newcomer is told to enable: what changed last of all that works on the usual release line; before anything was judged, something in which no error was found. */
export async function findFirstAddon({ reader, lines }: SiteDependencies): Promise<AddonSummary | undefined> {
  const { items } = await reader.listAddons({ sort: 'updated', limit: 100 });
  const others = items.filter(({ name }) => name !== ownAddon);
  const [line] = preferLines(lines);
  return (
    others.find(({ verdicts }) =>
      verdicts.some((verdict) => verdict.line === line && toVerdictWord(verdict) === 'works'),
    ) ??
    others.find(({ findings }) => findings.error === 0) ??
    items[0]
  );
}
