import type { VNode } from 'preact';
import type { EffectCounts } from '../../schemas/effects.ts';
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
    { tab: 'parameters', ...toCount(version.evaluated?.parameters) },
    { tab: 'definitions', ...toCount(version.evaluated?.definitions.length) },
    { tab: 'effects', ...toCount(version.evaluated && sumEffects(version.evaluated.effects)) },
    { tab: 'dependencies', count: version.dependencies.length },
    { tab: 'versions', count: addon.versions.length },
    { tab: 'findings', count: sum(version.counts) },
    { tab: 'metadata' },
    { tab: 'files', count: version.files.length },
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

function toCount(count: number | undefined): { readonly count?: number } {
  return count === undefined ? {} : { count };
}

function sumEffects({ danger, notice, plain }: EffectCounts): number {
  return danger + notice + plain;
}

function sum(counts: FindingCounts): number {
  return counts.error + counts.warning + counts.info;
}
