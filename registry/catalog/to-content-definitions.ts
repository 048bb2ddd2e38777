import type { Digest } from '../digest.ts';
import type { DefinitionEntry } from '../storage/types.ts';
import type { ContentDefinitions } from './addon-candidates.ts';
import type { DefinitionIndex } from './create-definition-index.ts';

const known = new WeakMap<DefinitionIndex, ContentDefinitions>();

/** Turns the index of definitions round: which ones each content brings. Made once for an index. */
export function toContentDefinitions(index: DefinitionIndex): ContentDefinitions {
  const before = known.get(index);
  if (before !== undefined) return before;
  const contents = new Map<Digest, Map<string, DefinitionEntry>>();
  for (const [key, { owners }] of index) {
    for (const { view, entry } of owners.flatMap(({ versions }) => versions)) {
      const brought = contents.get(view.treeDigest) ?? new Map<string, DefinitionEntry>();
      contents.set(view.treeDigest, brought.set(key, entry));
    }
  }
  const listed = new Map([...contents].map(([digest, brought]) => [digest, [...brought.values()]]));
  known.set(index, listed);
  return listed;
}
