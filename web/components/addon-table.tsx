import type { VNode } from 'preact';
import type { AddonSummary } from '../../schemas/rest.ts';
import type { PageContext } from '../context/page-context.ts';
import { AddonIcon } from './addon-icon.tsx';
import { FindingCountsMark, hasFindings } from './finding-counts-mark.tsx';
import { FoundBecause } from './found-because.tsx';
import { StateMark } from './state-mark.tsx';
import { VerdictSummary } from './verdict-list.tsx';

/** Addons as rows that can be compared; the caption is read out, not shown. */
export function AddonTable(props: { context: PageContext; addons: readonly AddonSummary[]; caption: string }): VNode {
  const { context, addons, caption } = props;
  const { strings } = context;
  const text = strings.list;
  return (
    <table class="rows addon-rows">
      <caption class="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{text.name}</th>
          <th scope="col">{text.version}</th>
          <th scope="col">{strings.verdict.heading}</th>
          <th scope="col">{text.findings}</th>
          <th scope="col">{text.published}</th>
        </tr>
      </thead>
      <tbody>
        {addons.map((addon) => (
          <AddonRow key={`${addon.catalog}/${addon.name}`} context={context} addon={addon} />
        ))}
      </tbody>
    </table>
  );
}

function AddonRow({ context, addon }: { context: PageContext; addon: AddonSummary }): VNode {
  const { links, formats, strings } = context;
  return (
    <tr>
      <th scope="row" class="addon-cell">
        <div class="addon-line">
          <AddonIcon context={context} addon={addon} />
          <div>
            <a class="addon-name" href={links.addon(addon.catalog, addon.name)} data-item>
              {addon.name}
            </a>{' '}
            <span class="quiet">{addon.catalog}</span> <StateMark context={context} state={addon.state} />
            {addon.description !== '' && <p class="addon-description">{addon.description}</p>}
            <FoundBecause context={context} reasons={addon.reasons} />
          </div>
        </div>
      </th>
      <td data-label={strings.list.version}>
        <span>{addon.version}</span> <span class="quiet cell-note">{strings.counts.versions(addon.versions)}</span>
      </td>
      <td data-label={strings.verdict.heading} class={addon.verdicts.length > 0 ? undefined : 'cell-empty'}>
        <VerdictSummary context={context} version={addon} verdicts={addon.verdicts} />
      </td>
      <td data-label={strings.list.findings} class={hasFindings(addon.findings) ? undefined : 'cell-empty'}>
        <FindingCountsMark context={context} counts={addon.findings} />
      </td>
      <td data-label={strings.list.published}>
        <time class="nowrap" dateTime={addon.published}>
          {formats.date(addon.published)}
        </time>
      </td>
    </tr>
  );
}
