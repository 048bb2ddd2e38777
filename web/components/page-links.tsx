import type { VNode } from 'preact';
import type { PageContext } from '../context/page-context.ts';

interface PageLinksProps {
  readonly context: PageContext;
  /** Absent on the first page. */
  readonly first: string | undefined;
  /** Absent on the last page. */
  readonly next: string | undefined;
}

/** The ways from one page of a list to the others. */
export function PageLinks({ context, first, next }: PageLinksProps): VNode | null {
  const text = context.strings.list;
  if (next === undefined && first === undefined) return null;
  return (
    <p class="page-links">
      {first !== undefined && <a href={first}>{text.first}</a>}
      {next !== undefined && (
        <a rel="next" href={next}>
          {text.next}
        </a>
      )}
    </p>
  );
}
