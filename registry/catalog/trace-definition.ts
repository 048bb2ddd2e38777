import type { DefinitionHistory } from '../../schemas/definition-catalogue.ts';
import type { DefinitionOwner } from './create-definition-index.ts';

/**
 * The versions of an addon at which the text of a definition came, changed or went, newest first. Versions that no line
 * has judged yet say nothing and are passed over.
 */
export function traceDefinition({ addon, versions }: DefinitionOwner): DefinitionHistory['items'] {
  const brought = new Map(versions.map(({ view, entry }) => [view, entry]));
  const items: DefinitionHistory['items'] = [];
  let before: string | undefined;
  for (const view of addon.versions.toReversed()) {
    if (view.verdicts.every(({ render }) => render === 'pending')) continue;
    const entry = brought.get(view);
    if (entry?.digest === before) continue;
    const { version, prerelease, published } = view;
    const place = { version, prerelease, published };
    if (entry === undefined) items.push({ ...place, change: 'removed' });
    else {
      const change = before === undefined ? 'added' : 'changed';
      items.push({ ...place, change, file: entry.file, digest: entry.digest });
    }
    before = entry?.digest;
  }
  return items.reverse();
}
