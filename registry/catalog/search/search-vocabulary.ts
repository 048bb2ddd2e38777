import { findNearestWord } from '../../nearest-word.ts';
import type { DefinitionIndex } from '../create-definition-index.ts';
import { findStanding } from '../listed.ts';
import type { CatalogDefinition, CatalogView } from '../types.ts';
import { foldName } from './fold-name.ts';

/** What a typed filter can name. */
export type NameKind = 'catalog' | 'addon' | 'tag' | 'definition';

/** The names that stand in the catalogue. */
export interface SearchVocabulary {
  /** Names that people take for this one, the very same first; empty when there is none. */
  findNames(kind: NameKind, name: string): readonly string[];
  /** The name that was probably meant. */
  suggestName(kind: NameKind, name: string): string | undefined;
}

export interface VocabularyContent {
  readonly catalogs: readonly Pick<CatalogDefinition, 'name'>[];
  readonly views: readonly CatalogView[];
  readonly definitions: DefinitionIndex;
}

// A guess looks at every name.
const maxGuessed = 20_000;

/** Gathers the names of everything that is listed. */
export function createVocabulary({ catalogs, views, definitions }: VocabularyContent): SearchVocabulary {
  const standing = views.flatMap(({ addons }) =>
    addons.flatMap((addon) => {
      const shown = findStanding(addon);
      return shown === undefined ? [] : [{ name: addon.name, tags: shown.tags }];
    }),
  );
  const names: { readonly [kind in NameKind]: ReadonlyMap<string, readonly string[]> } = {
    catalog: groupByFold(catalogs.map(({ name }) => name)),
    addon: groupByFold(standing.map(({ name }) => name)),
    tag: groupByFold(standing.flatMap(({ tags }) => tags)),
    definition: groupByFold([...definitions.values()].map(({ name }) => name)),
  };
  return {
    findNames(kind, name) {
      const found = names[kind].get(foldName(name)) ?? [];
      return found.includes(name) ? [name, ...found.filter((each) => each !== name)] : found;
    },
    suggestName(kind, name) {
      if (names[kind].size > maxGuessed) return undefined;
      const nearest = findNearestWord(foldName(name), names[kind].keys());
      return nearest === undefined ? undefined : names[kind].get(nearest)?.[0];
    },
  };
}

function groupByFold(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const name of new Set(names)) {
    const fold = foldName(name);
    const group = groups.get(fold);
    if (group === undefined) groups.set(fold, [name]);
    else group.push(name);
  }
  return groups;
}
