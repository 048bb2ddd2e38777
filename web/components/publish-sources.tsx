import type { VNode } from 'preact';
import { findHttpUrl } from '../context/http-url.ts';
import type { PageContext } from '../context/page-context.ts';
import type { PublishPlace } from '../context/publish-lines.ts';

interface PublishSourcesProps {
  readonly context: PageContext;
  readonly places: readonly PublishPlace[];
  readonly chosen: PublishPlace;
}

/** The sources that pull requests can be made to; each but the chosen one leads to its own lines. */
export function PublishSources({ context, places, chosen }: PublishSourcesProps): VNode {
  const { strings, links } = context;
  const text = strings.publish;
  return (
    <>
      <h3>{text.sources}</h3>
      <ul class="publish-sources">
        {places.map((place) => (
          <li key={place.source}>
            {place === chosen ? (
              <>
                <strong>{place.source}</strong> <span class="quiet">({text.chosen})</span>
              </>
            ) : (
              <a href={links.publish(place.source)} aria-label={text.choose(place.source)}>
                {place.source}
              </a>
            )}
            <span class="publish-place">
              {text.repository}: <Repository url={place.url} />
              {' · '}
              {text.folder}: {place.folder === '' ? text.root : <code>{place.folder}</code>}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Repository({ url }: { url: string }): VNode {
  const href = findHttpUrl(url);
  return href === undefined ? (
    <code>{url}</code>
  ) : (
    <a href={href} rel="noopener noreferrer">
      {url}
    </a>
  );
}

/** When a source is read next by itself; nothing where that is not known. */
export function NextRun({ context, source }: { context: PageContext; source: string }): VNode | null {
  const { strings, formats, sources } = context;
  const next = sources.find(({ id }) => id === source)?.nextRun;
  return next === undefined ? null : <span>{strings.publish.mergedNext(formats.dateTime(next))}</span>;
}
