import type { VNode } from 'preact';
import type { AddonPage } from '../../schemas/rest.ts';
import { addonFilterNames } from '../context/addon-filters.ts';
import { toKindWord } from '../context/kind-word.ts';
import type { AddonListState } from '../context/links.ts';
import type { PageContext } from '../context/page-context.ts';
import { toStateWord } from '../context/state-word.ts';
import type { VelaCounts } from '../context/vela-counts.ts';
import { FacetFold } from './facet-fold.tsx';
import { FacetGroup } from './facet-group.tsx';
import { MyVelaForm } from './my-vela-form.tsx';

interface FacetListProps {
  readonly context: PageContext;
  readonly state: AddonListState;
  readonly facets: AddonPage['facets'];
  readonly velaCounts: VelaCounts;
}

const maxTags = 30;

/** What the list of addons may be narrowed by. */
export function FacetList({ context, state, facets, velaCounts }: FacetListProps): VNode {
  const { links, strings } = context;
  const text = strings.list;
  const { cursor: _, ...rest } = state;
  // One state that all are in tells nothing.
  const states = facets.states.length > 1 || state.state !== undefined ? facets.states : [];
  const chosen = addonFilterNames.filter((name) => name !== 'q' && state[name] !== undefined).length;
  return (
    <FacetFold label={text.narrow} chosen={chosen}>
      <FacetGroup
        context={context}
        title={text.catalog}
        chosen={state.catalog}
        values={facets.catalogs}
        toHref={(catalog) => links.addons({ ...rest, catalog: catalog ?? '' })}
      />
      <FacetGroup
        context={context}
        title={strings.lists.provides}
        chosen={state.kind}
        values={facets.provides.map((entry) => ({ ...entry, label: toKindWord(strings, entry.value) }))}
        toHref={(kind) => links.addons({ ...rest, kind: kind ?? '' })}
      />
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
        title={text.tag}
        chosen={state.tag}
        values={facets.tags.slice(0, maxTags)}
        toHref={(tag) => links.addons({ ...rest, tag: tag ?? '' })}
      />
      <FacetGroup
        context={context}
        title={strings.lists.state}
        chosen={state.state}
        values={states.map((entry) => ({ ...entry, label: toStateWord(strings, entry.value) }))}
        toHref={(value) => links.addons({ ...rest, state: value ?? '' })}
      />
    </FacetFold>
  );
}
