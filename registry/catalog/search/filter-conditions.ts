import {
  type AddonCondition,
  type AddonNarrowing,
  type ContentDefinitions,
  toAddonCondition,
} from '../addon-candidates.ts';
import type { FilterKey, TypedFilter } from './parse-search-text.ts';
import type { SearchVocabulary } from './search-vocabulary.ts';

/** What each filter narrows addons by; `type` is about what is found and not about addons. */
const narrowingOf: { readonly [key in FilterKey]: keyof AddonNarrowing | undefined } = {
  type: undefined,
  kind: 'kind',
  provides: 'kind',
  definition: 'definition',
  addon: 'addon',
  catalog: 'catalog',
  tag: 'tag',
  works: 'works',
  vela: 'vela',
  kubernetes: 'kubernetes',
  is: 'state',
};

export interface FilterContext {
  readonly vocabulary: SearchVocabulary;
  readonly contents: ContentDefinitions;
}

/** What typed filters ask of addons: filters of one key let through what any of them does, different keys all must hold. */
export function toFilterConditions(
  filters: readonly TypedFilter[],
  { vocabulary, contents }: FilterContext,
): readonly AddonCondition[] {
  const values = new Map<keyof AddonNarrowing, string[]>();
  for (const { key, value } of filters) {
    const narrowing = narrowingOf[key];
    if (narrowing === undefined) continue;
    // Spellings that people take for one are one.
    const meant = key === 'tag' ? vocabulary.findNames('tag', value) : [value];
    values.set(narrowing, [...(values.get(narrowing) ?? []), ...meant]);
  }
  return [...values].map(([key, each]) => toAddonCondition(key, each, contents));
}

/** The values of the filters of one key. */
export function listFilterValues(filters: readonly TypedFilter[], key: FilterKey): readonly string[] {
  return filters.flatMap((filter) => (filter.key === key ? [filter.value] : []));
}
