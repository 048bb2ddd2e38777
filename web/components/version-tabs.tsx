import type { VNode } from 'preact';
import type { AddonDetail, FindingCounts, VersionDetail } from '../../schemas/rest.ts';
import type { VersionTab } from '../context/links.ts';
import type { PageContext } from '../context/page-context.ts';

interface VersionTabsProps {
  readonly context: PageContext;
  readonly addon: AddonDetail;
  readonly version: VersionDetail;
  readonly tab: VersionTab;
}

/** The parts of a version as links, each with its count. */
export function VersionTabs({ context, addon, version, tab }: VersionTabsProps): VNode {
  const { strings, links, formats } = context;
  const text = strings.version;
  const entries: readonly { readonly tab: VersionTab; readonly count?: number }[] = [
    { tab: 'readme' },
    { tab: 'metadata' },
    { tab: 'files', count: version.files.length },
    { tab: 'findings', count: sum(version.counts) },
    { tab: 'versions', count: addon.versions.length },
  ];
  return (
    <nav class="tabs" aria-label={text.tabsLabel}>
      <ul>
        {entries.map((entry) => (
          <li key={entry.tab}>
            <a href={links.version(version, entry.tab)} aria-current={entry.tab === tab ? 'page' : undefined}>
              {text.tabs[entry.tab]}
              {entry.count !== undefined && <span class="tab-count"> {formats.number(entry.count)}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function sum(counts: FindingCounts): number {
  return counts.error + counts.warning + counts.info;
}
