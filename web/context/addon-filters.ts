import type { Filter } from '../components/filter-list.tsx';
import { toKindWord } from './kind-word.ts';
import type { AddonListState } from './links.ts';
import type { PageContext } from './page-context.ts';
import { toStateWord } from './state-word.ts';

/** What a list of addons may be narrowed by, in the order in which it is shown. */
export const addonFilterNames = ['q', 'vela', 'kubernetes', 'catalog', 'kind', 'definition', 'tag', 'state'] as const;

/** One of the ways in which a list of addons is narrowed. */
export type AddonFilterName = (typeof addonFilterNames)[number];

/** A filter of a list of addons in words. */
export function toFilterLabel({ strings }: PageContext, name: AddonFilterName, value: string): string {
  const text = strings.list;
  switch (name) {
    case 'q':
      return text.text(value);
    case 'vela':
      return strings.myVela.label(value);
    case 'kubernetes':
      return strings.myVela.kubernetesLabel(value);
    case 'kind':
      return strings.lists.brings(toKindWord(strings, value));
    case 'definition':
      return strings.lists.brings(value);
    case 'state':
      return toStateWord(strings, value);
    case 'catalog':
      return `${text.catalog} ${value}`;
    case 'tag':
      return `${text.tag} ${value}`;
  }
}

/** What narrows a list of addons now, each with the list without it. */
export function listAddonFilters(context: PageContext, state: AddonListState): readonly Filter[] {
  const { cursor: _, ...rest } = state;
  return addonFilterNames.flatMap((name) => {
    const value = state[name];
    if (value === undefined) return [];
    return [
      {
        label: toFilterLabel(context, name, value),
        hrefWithout: context.links.addons({ ...rest, [name]: undefined }),
      },
    ];
  });
}
