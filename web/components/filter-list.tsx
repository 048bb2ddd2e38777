import type { VNode } from 'preact';
import type { PageContext } from '../context/page-context.ts';

/** Something that narrows a list, and the list without it. */
export interface Filter {
  readonly label: string;
  readonly hrefWithout: string;
}

/** What narrows a list now, each with a link that takes it away. */
export function FilterList({ context, filters }: { context: PageContext; filters: readonly Filter[] }): VNode | null {
  if (filters.length === 0) return null;
  return (
    <ul class="filters">
      {filters.map(({ label, hrefWithout }) => (
        <li key={label}>
          <a class="label" href={hrefWithout} aria-label={context.strings.list.remove(label)}>
            {label} <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
