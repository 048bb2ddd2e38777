import type { ComponentChildren, VNode } from 'preact';
import { VersionFrame } from '../components/version-frame.tsx';
import type { VersionPageData } from '../context/version-page-data.ts';

/** The readme of a version: its rendered text, or the reason why there is none. */
export type ReadmeView =
  | { readonly kind: 'text'; readonly content: ComponentChildren }
  | { readonly kind: 'missing' }
  | { readonly kind: 'withheld' }
  | { readonly kind: 'tooLarge'; readonly path: string };

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
  const { strings, links } = data.context;
  const text = strings.readme;
  switch (readme.kind) {
    case 'text':
      return <div class="prose">{readme.content}</div>;
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
    case 'tooLarge':
      return (
        <div class="empty">
          <p>{text.tooLarge}</p>
          <p>
            <a href={links.raw(data.version, readme.path)}>{text.open}</a>
          </p>
        </div>
      );
  }
}
