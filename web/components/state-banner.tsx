import type { VNode } from 'preact';
import type { VersionDetail } from '../../schemas/rest.ts';
import type { PageContext } from '../context/page-context.ts';

interface StateBannerProps {
  readonly context: PageContext;
  readonly version: Pick<VersionDetail, 'state' | 'stateReason'>;
}

/** What is the matter with a version, who says so and why, and what to use instead; nothing for one that is simply active. */
export function StateBanner({ context, version }: StateBannerProps): VNode | null {
  const { state, stateReason } = version;
  if (state === 'active') return null;
  const text = context.strings.states;
  return (
    <div class={`notice ${state === 'quarantined' ? 'notice-bad' : 'notice-warn'} state-banner`}>
      <p>
        <strong>{text.titles[state]}</strong> {text.meaning[state]}
      </p>
      {stateReason !== undefined && (
        <>
          <p>
            {text.reason} <q>{stateReason.reason}</q>{' '}
            <span class="quiet">{text.since(context.formats.date(stateReason.at), stateReason.author)}</span>
          </p>
          {stateReason.replacement !== undefined && (
            <p>
              {text.replacement} <Replacement context={context} reference={stateReason.replacement} />
            </p>
          )}
        </>
      )}
    </div>
  );
}

/** A link when it names a catalog of this server: what is here is written in full. */
function Replacement({ context, reference }: { context: PageContext; reference: string }): VNode {
  const { links, catalogs } = context;
  const [, catalog, name, version] = /^([^/@]+)\/([^/@]+)(?:@([^/@]+))?$/.exec(reference) ?? [];
  if (name === undefined || catalog === undefined || catalogs.every((each) => each.name !== catalog)) {
    return <strong>{reference}</strong>;
  }
  const href = version === undefined ? links.addon(catalog, name) : links.version({ catalog, name, version });
  return <a href={href}>{reference}</a>;
}
