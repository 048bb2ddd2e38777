import type { VNode } from 'preact';
import { ReadmeText } from '../components/readme-text.tsx';
import { VersionFrame } from '../components/version-frame.tsx';
import type { ReadmeView } from '../context/readme-view.ts';
import type { VersionPageData } from '../context/version-page-data.ts';

export interface ReadmePageData extends VersionPageData {
  readonly readme: ReadmeView;
  /** Set on the page of the addon itself, which shows its newest version. */
  readonly canonical?: string;
}

/** The first page of a version: what its author says of it. */
export function ReadmePage({ readme, canonical, ...data }: ReadmePageData): VNode {
  const { context, version } = data;
  return (
    <VersionFrame {...data} tab="readme" canonical={canonical ?? context.links.version(version)}>
      <h2 class="visually-hidden">{context.strings.version.tabs.readme}</h2>
      <ReadmeBody data={data} readme={readme} />
    </VersionFrame>
  );
}

function ReadmeBody({ data, readme }: { data: VersionPageData; readme: ReadmeView }): VNode {
  const { strings } = data.context;
  const text = strings.readme;
  switch (readme.kind) {
    case 'text':
      return <ReadmeText data={data} readme={readme} />;
    case 'missing':
      return (
        <div class="empty">
          <p>{text.missing}</p>
          <p class="quiet">{text.missingText}</p>
        </div>
      );
    case 'withheld':
      return (
        <div class="empty">
          <p>{strings.states.withheld}</p>
          <p class="quiet">{strings.states.meaning.quarantined}</p>
        </div>
      );
  }
}
