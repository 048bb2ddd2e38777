import type { ComponentChildren, VNode } from 'preact';
import type { AddonDetail } from '../../schemas/rest.ts';
import type { VersionState } from '../../schemas/version-state.ts';
import type { VersionTab } from '../context/links.ts';
import type { Island, PageHead, TrailStep } from '../context/page-context.ts';
import { toVersionFacts } from '../context/structured-facts.ts';
import type { VersionPageData } from '../context/version-page-data.ts';
import { AddonIcon } from './addon-icon.tsx';
import { BadgeLines } from './badge-lines.tsx';
import { DocumentFrame } from './document-frame.tsx';
import { InstallBox } from './install-box.tsx';
import { PlanShortcut } from './plan-shortcut.tsx';
import { StateBanner } from './state-banner.tsx';
import { StateMark } from './state-mark.tsx';
import { VerdictList } from './verdict-list.tsx';
import { VersionFacts } from './version-facts.tsx';
import { VersionTabs } from './version-tabs.tsx';

interface VersionFrameProps extends VersionPageData {
  readonly tab: VersionTab;
  readonly canonical: string;
  /** Steps after the version itself. */
  readonly trail?: readonly TrailStep[];
  readonly description?: string;
  /** The rail stands below: the page needs the whole width. */
  readonly wide?: true;
  /** Scripts of this page besides those of every page about a version. */
  readonly islands?: readonly Island[];
  readonly children: ComponentChildren;
}

/** The frame of every page about one version: its name and sentence, its tabs, and the rail beside them. */
export function VersionFrame(props: VersionFrameProps): VNode {
  const { context, version, addon, tab, wide } = props;
  return (
    <DocumentFrame context={context} head={toHead(props)} islands={['copy', ...(props.islands ?? [])]}>
      <article class="version">
        <VersionHeading context={context} addon={addon} version={version} />
        <VersionTabs context={context} addon={addon} version={version} tab={tab} />
        <div class={wide ? 'version-body version-body-wide' : 'version-body'}>
          <div class="version-main">{props.children}</div>
          <aside class="version-rail" aria-label={context.strings.version.facts}>
            <InstallBox context={context} version={version} />
            {version.state !== 'quarantined' && (
              <PlanShortcut context={context} version={version} isLatest={addon.latest === version.version} />
            )}
            <VersionFacts context={context} version={version} />
            {!isHidden(version.state) && <BadgeLines context={context} version={version} />}
          </aside>
        </div>
      </article>
    </DocumentFrame>
  );
}

function toHead({ context, version, canonical, trail = [], description }: VersionFrameProps): PageHead {
  const { links, strings } = context;
  const text = strings.version;
  const title = text.title(version.name, version.version);
  const api = `/catalogs/${encodeURIComponent(version.catalog)}/addons/${encodeURIComponent(version.name)}`;
  const last: TrailStep =
    trail.length === 0 ? { label: version.version } : { label: version.version, href: links.version(version) };
  return {
    title: trail.length === 0 ? title : `${trail.at(-1)?.label ?? ''} · ${title}`,
    description:
      description ?? (version.metadata.description || text.description(version.name, version.version, version.catalog)),
    canonical,
    json: links.api(`${api}/versions/${encodeURIComponent(version.version)}`),
    version,
    ...(isHidden(version.state) ? { noIndex: true as const } : {}),
    ...(trail.length === 0 ? { structured: toVersionFacts(context, version) } : {}),
    trail: [
      { label: version.catalog, href: links.addons({ catalog: version.catalog }) },
      { label: version.name, href: links.addon(version.catalog, version.name) },
      last,
      ...trail,
    ],
  };
}

function VersionHeading({ context, addon, version }: VersionPageData): VNode {
  const { strings, links } = context;
  const text = strings.version;
  return (
    <header class="version-heading">
      <AddonIcon context={context} addon={version} />
      <div>
        <h1>
          {version.name} <span class="version-number">{version.version}</span>
        </h1>
        <p class="lead">{version.metadata.description || text.noDescription}</p>
        <p class="version-marks">
          <StateMark context={context} state={version.state} />
          {version.prerelease && <span class="label">{text.prerelease}</span>}
          {addon.latest === version.version && <span class="label label-good">{text.newest}</span>}
          {version.metadata.tags.map((tag) => (
            <a key={tag} class="label" href={links.addons({ tag })}>
              {tag}
            </a>
          ))}
        </p>
        <VerdictList context={context} version={version} verdicts={version.verdicts} />
      </div>
      <VersionNotices context={context} addon={addon} version={version} />
    </header>
  );
}

const changedRule = 'version/changed-without-bump';

function VersionNotices({ context, addon, version }: VersionPageData): VNode {
  const { strings, links } = context;
  const text = strings.version;
  const { latest } = addon;
  const newer = latest !== undefined && latest !== version.version && isAfter(addon, latest, version.version);
  const changed = version.findings.some((finding) => finding.rule === changedRule);
  return (
    <>
      <StateBanner context={context} version={version} />
      {newer && (
        <p class="notice">
          {text.newer(latest)}{' '}
          <a href={links.version({ catalog: version.catalog, name: version.name, version: latest })}>
            {text.newerLink}
          </a>
        </p>
      )}
      {changed && (
        <p class="notice notice-warn">
          <strong>{text.changed}.</strong> {text.changedText(version.contents)}{' '}
          <a href={links.version(version, 'findings')}>{text.seeFindings}</a>
        </p>
      )}
      {!changed && version.contents > 1 && <p class="notice">{text.contentsNote(version.contents)}</p>}
    </>
  );
}

/** Whether the first version comes before the second in the list, which is newest first. */
function isAfter(addon: AddonDetail, candidate: string, shown: string): boolean {
  const order = addon.versions.map((entry) => entry.version);
  return order.indexOf(candidate) < order.indexOf(shown);
}

/** Whether search engines should pass over it. */
function isHidden(state: VersionState): boolean {
  return state === 'yanked' || state === 'quarantined';
}
