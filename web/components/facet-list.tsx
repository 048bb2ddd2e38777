import type { VNode } from 'preact';
import type { AddonPage } from '../../schemas/rest.ts';
import type { AddonListState } from '../context/links.ts';
import type { PageContext } from '../context/page-context.ts';
import type { VelaCounts } from '../context/vela-counts.ts';
import { FacetGroup } from './facet-group.tsx';
import { MyVelaForm } from './my-vela-form.tsx';

interface FacetListProps {
  readonly context: PageContext;
  readonly state: AddonListState;
  readonly facets: AddonPage['facets'];
  readonly velaCounts: VelaCounts;
}

const maxTags = 40;

/** What the list of addons may be narrowed by. */
export function FacetList({ context, state, facets, velaCounts }: FacetListProps): VNode {
  const { links, strings } = context;
  const text = strings.list;
  const { cursor: _, ...rest } = state;
  return (
    <nav id="narrow" class="facets" aria-label={text.narrow}>
      <FacetGroup
        context={context}
        title={strings.myVela.title}
        chosen={state.vela}
        values={velaCounts.map(({ value, count }) => ({ value, count, label: strings.myVela.label(value) }))}
        toHref={(vela) => links.addons({ ...rest, vela: vela ?? '' })}
      />
      <MyVelaForm context={context} state={rest} />
      <FacetGroup
        context={context}
        title={text.catalog}
        chosen={state.catalog}
        values={facets.catalogs}
        toHref={(catalog) => links.addons({ ...rest, catalog: catalog ?? '' })}
      />
      <FacetGroup
        context={context}
        title={text.tag}
        chosen={state.tag}
        values={facets.tags.slice(0, maxTags)}
        toHref={(tag) => links.addons({ ...rest, tag: tag ?? '' })}
      />
    </nav>
  );
}
