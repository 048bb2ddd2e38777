import type { VNode } from 'preact';
import type { PageContext } from '../context/page-context.ts';

interface FacetGroupProps {
  readonly context: PageContext;
  readonly title: string;
  readonly chosen: string | undefined;
  readonly values: readonly { readonly value: string; readonly count: number; readonly label?: string }[];
  /** The list with this value, or with none when it is chosen already. */
  readonly toHref: (value: string | undefined) => string;
}

/** Values of one kind that a list may be narrowed by, with counts; choosing the chosen one again takes it away. */
export function FacetGroup({ context, title, chosen, values, toHref }: FacetGroupProps): VNode | null {
  if (values.length === 0) return null;
  return (
    <details class="facet" open>
      <summary>{title}</summary>
      <ul>
        {values.map(({ value, count, label }) => {
          const active = value === chosen;
          return (
            <li key={value}>
              <a href={toHref(active ? undefined : value)} rel="nofollow" aria-current={active ? 'true' : undefined}>
                <span class="facet-value">{label ?? value}</span>{' '}
                <span class="facet-count">{context.formats.number(count)}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
