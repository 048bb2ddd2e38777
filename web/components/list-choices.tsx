import type { VNode } from 'preact';
import type { AddonListState } from '../context/links.ts';
import type { PageContext } from '../context/page-context.ts';

interface ListChoicesProps {
  readonly context: PageContext;
  /** What the list is now, without the place in it. */
  readonly state: AddonListState;
}

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly href: string;
}

/** The orders of a list of addons, and whether it is a table or a grid. */
export function ListChoices({ context, state }: ListChoicesProps): VNode {
  const { strings, links } = context;
  const text = strings.lists;
  const first = state.q === undefined ? 'name' : 'relevance';
  const orders =
    state.q === undefined
      ? (['name', 'updated', 'dependents'] as const)
      : (['relevance', 'name', 'updated', 'dependents'] as const);
  return (
    <div class="list-choices">
      <ChoiceLinks
        label={strings.list.sort}
        chosen={state.sort ?? first}
        choices={orders.map((sort) => ({
          value: sort,
          label: text.orders[sort],
          href: links.addons({ ...state, sort: sort === first ? '' : sort }),
        }))}
      />
      <ChoiceLinks
        label={text.view}
        chosen={state.view ?? 'table'}
        choices={(['table', 'grid'] as const).map((view) => ({
          value: view,
          label: text.views[view],
          href: links.addons({ ...state, view: view === 'table' ? '' : view }),
        }))}
      />
    </div>
  );
}

function ChoiceLinks({ label, chosen, choices }: { label: string; chosen: string; choices: readonly Choice[] }): VNode {
  return (
    <nav class="sort" aria-label={label}>
      <span aria-hidden="true">{label}</span>
      <ul>
        {choices.map(({ value, label: word, href }) => (
          <li key={value}>
            <a href={href} rel="nofollow" aria-current={value === chosen ? 'true' : undefined}>
              {word}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
