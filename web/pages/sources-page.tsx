import type { ComponentChildren, VNode } from 'preact';
import type { Catalog, SourceState } from '../../schemas/rest.ts';
import { CommandLine } from '../components/command-line.tsx';
import { DocumentFrame } from '../components/document-frame.tsx';
import { FindingList } from '../components/finding-list.tsx';
import { MarkedText } from '../components/marked-text.tsx';
import { SourceStateMark } from '../components/source-state-mark.tsx';
import type { PageContext } from '../context/page-context.ts';
import { toShellWord } from '../context/shell-word.ts';

/** The operator's view: each source, how it fares, and what was found in it. */
export function SourcesPage({ context }: { context: PageContext }): VNode {
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
      islands={['copy']}
    >
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      {sources.length === 0 && <p class="empty">{text.none}</p>}
      {sources.map((source, index) => (
        <SourceCard key={source.id} context={context} source={source} anchor={`source-${index + 1}`} />
      ))}
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
}

function SourceCard({ context, source, anchor }: SourceCardProps): VNode {
  const { strings, links, formats } = context;
  const text = strings.sources;
  const toTime = (time: string | undefined, absent: string): ComponentChildren =>
    time === undefined ? <span class="quiet">{absent}</span> : <time dateTime={time}>{formats.dateTime(time)}</time>;
  return (
    <section class="source-card" aria-labelledby={anchor}>
      <h2 id={anchor}>
        <a href={links.addons({ catalog: source.catalog })}>{source.id}</a>{' '}
        <SourceStateMark context={context} source={source} />
      </h2>
      {source.message !== undefined && (
        <p class={source.state === 'ok' ? 'notice' : 'notice notice-warn'}>
          <MarkedText text={source.message} />
        </p>
      )}
      <Progress context={context} source={source} />
      <dl class="pairs-list">
        <Pair label={text.type}>{text.types[source.type]}</Pair>
        <Pair label={text.url}>
          <code>{source.url}</code>
        </Pair>
        <Pair label={text.revision}>
          {source.revision === undefined ? <span class="quiet">{text.unknown}</span> : <code>{source.revision}</code>}
        </Pair>
        {source.adopted !== undefined && (
          <Pair label={text.adopted}>
            <code>{source.adopted}</code>
          </Pair>
        )}
        <Pair label={text.lastRun}>{toTime(source.lastRun, text.never)}</Pair>
        <Pair label={text.lastSuccess}>{toTime(source.lastSuccess, text.never)}</Pair>
        {source.nextRun !== undefined && <Pair label={text.nextRun}>{toTime(source.nextRun, text.unknown)}</Pair>}
      </dl>
      <p class="hint">{text.retry}</p>
      <CommandLine context={context} line={`chandlery source sync ${toShellWord(source.id)}`} />
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
        <Pair label={text.members}>
          {union.map((member, index) => (
            <>
              {index > 0 && ', '}
              <a href={links.addons({ catalog: member })}>{member}</a>
            </>
          ))}
        </Pair>
        {shadowed.length > 0 && (
          <Pair label={text.shadowed}>
            <ul>
              {shadowed.map(({ name, catalog: owner, by }) => (
                <li>
                  <a href={links.addon(owner, name)}>{`${owner}/${name}`}</a>{' '}
                  <span class="quiet">{text.shadowedBy(`${by}/${name}`)}</span>
                </li>
              ))}
            </ul>
          </Pair>
        )}
      </dl>
    </section>
  );
}

/** How far the reading of a source has come, and the judging of what was read. */
function Progress({ context, source }: { context: PageContext; source: SourceState }): VNode {
  const { strings, formats } = context;
  const { progress, evaluation } = source;
  const reading = source.running && progress !== undefined;
  const evaluating = evaluation !== undefined && evaluation.done < evaluation.total;
  return (
    <>
      {reading && (
        <p class="progress">
          <progress max={Math.max(progress.total, 1)} value={progress.done} aria-label={strings.sources.progress} />{' '}
          {strings.sources.progressOf(formats.number(progress.done), formats.number(progress.total))}
        </p>
      )}
      {evaluating && (
        <p class="progress">
          <progress max={evaluation.total} value={evaluation.done} aria-label={strings.sources.evaluation} />{' '}
          {strings.verdict.evaluating(formats.number(evaluation.done), formats.number(evaluation.total))}
        </p>
      )}
    </>
  );
}

function Pair({ label, children }: { label: string; children: ComponentChildren }): VNode {
  return (
    <div class="fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
