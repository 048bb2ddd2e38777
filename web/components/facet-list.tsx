import type { VNode } from 'preact';
import type { AddonPage } from '../../schemas/rest.ts';
import type { AddonListState } from '../context/links.ts';
import type { PageContext } from '../context/page-context.ts';

interface FacetListProps {
  readonly context: PageContext;
  readonly state: AddonListState;
  readonly facets: AddonPage['facets'];
}

const maxTags = 40;

/** What the list may be narrowed by, as links with counts; choosing the chosen one again takes it away. */
export function FacetList({ context, state, facets }: FacetListProps): VNode {
  const text = context.strings.list;
  return (
    <nav class="facets" aria-label={text.narrow}>
      <FacetGroup context={context} state={state} name="catalog" title={text.catalog} values={facets.catalogs} />
      <FacetGroup context={context} state={state} name="tag" title={text.tag} values={facets.tags.slice(0, maxTags)} />
    </nav>
  );
}

interface FacetGroupProps {
  readonly context: PageContext;
  readonly state: AddonListState;
  readonly name: 'catalog' | 'tag';
  readonly title: string;
  readonly values: readonly { readonly value: string; readonly count: number }[];
}

function FacetGroup({ context, state, name, title, values }: FacetGroupProps): VNode | null {
  if (values.length === 0) return null;
  const { links, formats } = context;
  const { cursor: _, ...rest } = state;
  const chosen = state[name];
  return (
    <details class="facet" open>
      <summary>{title}</summary>
      <ul>
        {values.map((entry) => {
          const active = entry.value === chosen;
          const href = links.addons({ ...rest, [name]: active ? undefined : entry.value });
          return (
            <li key={entry.value}>
              <a href={href} aria-current={active ? 'true' : undefined}>
                <span class="facet-value">{entry.value}</span>{' '}
                <span class="facet-count">{formats.number(entry.count)}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
