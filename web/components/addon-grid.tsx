import type { VNode } from 'preact';
import type { AddonSummary } from '../../schemas/rest.ts';
import type { PageContext } from '../context/page-context.ts';
import { AddonIcon } from './addon-icon.tsx';
import { FoundBecause } from './found-because.tsx';
import { StateMark } from './state-mark.tsx';
import { VerdictSummary } from './verdict-list.tsx';

/** Addons as cards, for looking around rather than comparing. */
export function AddonGrid(props: { context: PageContext; addons: readonly AddonSummary[] }): VNode {
  const { context, addons } = props;
  return (
    <ul class="addon-grid">
      {addons.map((addon) => (
        <AddonCard key={`${addon.catalog}/${addon.name}`} context={context} addon={addon} />
      ))}
    </ul>
  );
}

function AddonCard({ context, addon }: { context: PageContext; addon: AddonSummary }): VNode {
  const { links, formats } = context;
  return (
    <li class="addon-card">
      <div class="addon-line">
        <AddonIcon context={context} addon={addon} />
        <p>
          <a class="addon-name" href={links.addon(addon.catalog, addon.name)} data-item>
            {addon.name}
          </a>{' '}
          <StateMark context={context} state={addon.state} />
          <span class="quiet cell-note">
            {addon.catalog} · {addon.version}
          </span>
        </p>
      </div>
      {addon.description !== '' && <p class="addon-description">{addon.description}</p>}
      <FoundBecause context={context} reasons={addon.reasons} />
      <div class="addon-card-end">
        <VerdictSummary context={context} version={addon} verdicts={addon.verdicts} />
        <time class="quiet" dateTime={addon.published}>
          {formats.date(addon.published)}
        </time>
      </div>
    </li>
  );
}
