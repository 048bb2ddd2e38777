import type { ComponentChildren, VNode } from 'preact';
import type { SourceState } from '../../schemas/rest.ts';
import type { PageContext } from '../context/page-context.ts';
import { FactPair } from './fact-pair.tsx';

interface SourceFactsProps {
  readonly context: PageContext;
  readonly source: SourceState;
  /** RFC 3339; how old things are is told from here. */
  readonly now: string;
}

/** Where a source is, what was read of it, and when. */
export function SourceFacts({ context, source, now }: SourceFactsProps): VNode {
  const { strings, formats } = context;
  const text = strings.sources;
  return (
    <dl class="pairs-list">
      <FactPair label={strings.operate.lag}>
        {source.lastSuccess === undefined ? (
          <span class="quiet">{text.unknown}</span>
        ) : (
          strings.operate.lagOf(formats.ago(source.lastSuccess, now))
        )}
      </FactPair>
      <FactPair label={text.lastRun}>{toTime(context, 'lastRun', source)}</FactPair>
      <FactPair label={text.lastSuccess}>{toTime(context, 'lastSuccess', source)}</FactPair>
      <FactPair label={text.nextRun}>{toTime(context, 'nextRun', source)}</FactPair>
      <FactPair label={text.type}>{text.types[source.type]}</FactPair>
      <FactPair label={text.url}>
        <code>{source.url}</code>
      </FactPair>
      <FactPair label={text.revision}>
        {source.revision === undefined ? <span class="quiet">{text.unknown}</span> : <code>{source.revision}</code>}
      </FactPair>
      {source.adopted !== undefined && (
        <FactPair label={text.adopted}>
          <code>{source.adopted}</code>
        </FactPair>
      )}
    </dl>
  );
}

function toTime(
  { strings, formats }: PageContext,
  field: 'lastRun' | 'lastSuccess' | 'nextRun',
  source: SourceState,
): ComponentChildren {
  const time = source[field];
  const absent = field === 'nextRun' ? strings.sources.unknown : strings.sources.never;
  if (time === undefined) return <span class="quiet">{absent}</span>;
  return (
    <time dateTime={time} data-live-time={`${source.id} ${field}`}>
      {formats.dateTime(time)}
    </time>
  );
}
