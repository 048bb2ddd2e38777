import type { VNode } from 'preact';
import type { SourceState } from '../../schemas/rest.ts';
import type { PageContext } from '../context/page-context.ts';

/** What everybody should know of the server's state: data that is older than it should be, and a store that takes nothing in. */
export function StateBanners({ context }: { context: PageContext }): VNode | null {
  const { strings, links, sources, storeHealth } = context;
  const text = strings.operate;
  const troubled = sources.filter(({ state }) => state === 'stale' || state === 'unreachable');
  if (troubled.length === 0 && storeHealth.writable) return null;
  const [only, ...others] = troubled;
  return (
    <section class="state-banners" aria-label={text.banners}>
      {!storeHealth.writable && <p>{storeHealth.reason === 'full' ? text.storeFull : text.storeReadOnly}</p>}
      {only !== undefined && (
        <p>
          {others.length === 0 ? toSentence(context, only) : text.troubles(troubled.length)}{' '}
          <a href={others.length === 0 ? links.source(only.id) : links.sources()}>{text.troubleLink}</a>
        </p>
      )}
    </section>
  );
}

function toSentence({ strings, formats }: PageContext, { id, lastSuccess }: SourceState): string {
  const text = strings.operate;
  return lastSuccess === undefined ? text.neverRead(id) : text.stale(id, formats.dateTime(lastSuccess));
}
