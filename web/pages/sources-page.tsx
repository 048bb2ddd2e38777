import type { VNode } from 'preact';
import type { Catalog, SourceState } from '../../schemas/rest.ts';
import { DocumentFrame } from '../components/document-frame.tsx';
import { FactPair } from '../components/fact-pair.tsx';
import { FindingList } from '../components/finding-list.tsx';
import { LiveLine } from '../components/live-line.tsx';
import { MarkedText } from '../components/marked-text.tsx';
import { SourceFacts } from '../components/source-facts.tsx';
import { SourceStateMark } from '../components/source-state-mark.tsx';
import type { PageContext } from '../context/page-context.ts';

/** The operator's view: each source, how it fares, and what was found in it. `now` is RFC 3339. */
export function SourcesPage({ context, now }: { context: PageContext; now: string }): VNode {
  const { strings, links, sources, catalogs } = context;
  const text = strings.sources;
  return (
    <DocumentFrame
      context={context}
      head={{
        title: text.title,
        description: text.description,
        trail: [{ label: text.title }],
        json: links.api('/sources'),
      }}
      live="page"
    >
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <div class="source-cards" data-live={links.api('/events')}>
        {sources.length === 0 && <p class="empty">{text.none}</p>}
        {sources.map((source, index) => (
          <SourceCard key={source.id} context={context} source={source} anchor={`source-${index + 1}`} now={now} />
        ))}
      </div>
      {catalogs
        .filter(({ union }) => union !== undefined)
        .map((catalog, index) => (
          <UnionCard key={catalog.name} context={context} catalog={catalog} anchor={`union-${index + 1}`} />
        ))}
    </DocumentFrame>
  );
}

interface SourceCardProps {
  readonly context: PageContext;
  readonly source: SourceState;
  readonly anchor: string;
  readonly now: string;
}

function SourceCard({ context, source, anchor, now }: SourceCardProps): VNode {
  const { strings, links } = context;
  return (
    <section class="source-card" aria-labelledby={anchor}>
      <h2 id={anchor}>
        <a href={links.source(source.id)}>{source.id}</a> <SourceStateMark context={context} source={source} />
      </h2>
      {source.message !== undefined && (
        <p class={source.state === 'ok' ? 'notice' : 'notice notice-warn'}>
          <MarkedText text={source.message} />
        </p>
      )}
      <LiveLine context={context} source={source} />
      <SourceFacts context={context} source={source} now={now} />
      <p class="source-ways">
        <a href={`${links.source(source.id)}#again`}>{strings.operate.open}</a>{' '}
        <a href={links.addons({ catalog: source.catalog })}>{strings.frame.addons}</a>
      </p>
      <FindingList context={context} findings={source.findings} idPrefix={anchor} />
    </section>
  );
}

interface UnionCardProps {
  readonly context: PageContext;
  readonly catalog: Catalog;
  readonly anchor: string;
}

/** What a union is made of, and what of that it does not serve. */
function UnionCard({ context, catalog, anchor }: UnionCardProps): VNode {
  const { strings, links } = context;
  const { union = [], shadowed = [] } = catalog;
  const text = strings.sources;
  return (
    <section class="source-card" aria-labelledby={anchor}>
      <h2 id={anchor}>
        <a href={links.addons({ catalog: catalog.name })}>{catalog.name}</a>
      </h2>
      <p class="hint">{text.union}</p>
      <dl class="pairs-list">
        <FactPair label={text.members}>
          {union.map((member, index) => (
            <>
              {index > 0 && ', '}
              <a href={links.addons({ catalog: member })}>{member}</a>
            </>
          ))}
        </FactPair>
        {shadowed.length > 0 && (
          <FactPair label={text.shadowed}>
            <ul>
              {shadowed.map(({ name, catalog: owner, by }) => (
                <li>
                  <a href={links.addon(owner, name)}>{`${owner}/${name}`}</a>{' '}
                  <span class="quiet">{text.shadowedBy(`${by}/${name}`)}</span>
                </li>
              ))}
            </ul>
          </FactPair>
        )}
      </dl>
    </section>
  );
}
