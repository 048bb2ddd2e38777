import type { ComponentChildren, VNode } from 'preact';

interface FacetFoldProps {
  readonly label: string;
  /** How many of them are chosen. */
  readonly chosen: number;
  readonly children: ComponentChildren;
}

/** What a list may be narrowed by: beside it where there is room, else folded above it. */
export function FacetFold({ label, chosen, children }: FacetFoldProps): VNode {
  return (
    <nav id="narrow" class="facets" aria-label={label}>
      <details class="facet-fold">
        <summary>
          {label} {chosen > 0 && <span class="facet-chosen">{chosen}</span>}
        </summary>
        <div class="facet-groups">{children}</div>
      </details>
    </nav>
  );
}
