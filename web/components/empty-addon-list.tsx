import type { VNode } from 'preact';
import type { AddonSummary } from '../../schemas/rest.ts';
import { type AddonFilterName, toFilterLabel } from '../context/addon-filters.ts';
import type { AddonListState } from '../context/links.ts';
import type { PageContext } from '../context/page-context.ts';

/** How many addons there are with one filter less. */
export interface RelaxedList {
  readonly without: AddonFilterName;
  readonly total: number;
}

interface EmptyAddonListProps {
  readonly context: PageContext;
  readonly state: AddonListState;
  readonly relaxed: readonly RelaxedList[];
  readonly near: readonly Pick<AddonSummary, 'catalog' | 'name'>[];
}

/** What to do about a list in which nothing is: take away the filter that empties it, or look for a name that is nearly the same. */
export function EmptyAddonList({ context, state, relaxed, near }: EmptyAddonListProps): VNode {
  const { strings, links } = context;
  const text = strings.list;
  const { cursor: _, ...rest } = state;
  return (
    <div class="empty">
      <h2>{text.emptyTitle}</h2>
      <p>{text.emptyText}</p>
      {relaxed.length > 0 && (
        <ul class="ways">
          {relaxed.map(({ without, total }) => (
            <li key={without}>
              <a href={links.addons({ ...rest, [without]: undefined })} data-item>
                {strings.lists.without(toFilterLabel(context, without, state[without] ?? ''))}
              </a>{' '}
              <span class="quiet">{strings.counts.addons(total)}</span>
            </li>
          ))}
        </ul>
      )}
      {near.length > 0 && (
        <>
          <p>{strings.lists.near}</p>
          <ul class="ways">
            {near.map(({ catalog, name }) => (
              <li key={`${catalog}/${name}`}>
                <a href={links.addon(catalog, name)} data-item>
                  <bdi>{name}</bdi>
                </a>{' '}
                <span class="quiet">{catalog}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a href={links.addons()}>{text.everything}</a>
      </p>
    </div>
  );
}
