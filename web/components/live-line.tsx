import type { VNode } from 'preact';
import type { SourceState } from '../../schemas/rest.ts';
import type { PageContext } from '../context/page-context.ts';

interface LiveLineProps {
  readonly context: PageContext;
  readonly source: SourceState;
  /** Whether the line names its source. */
  readonly named?: true;
}

/** How far the reading and judging of a source has come. Always one line high, so that nothing moves when it changes; the island `progress` keeps it true. */
export function LiveLine({ context, source, named }: LiveLineProps): VNode {
  const { strings, formats } = context;
  const text = strings.operate;
  const shown = toShown(source);
  const number = (value: number) => formats.number(value);
  const words = {
    reading: () => text.reading(number(shown.done), number(shown.total)),
    begins: () => text.begins,
    judging: () => text.judging(number(shown.done), number(shown.total)),
    upToDate: () => text.upToDate,
    trouble: () => strings.sourceState[source.state],
  };
  return (
    <p
      class="live-line"
      data-live-source={source.id}
      data-reading={text.reading('{done}', '{total}')}
      data-begins={text.begins}
      data-judging={text.judging('{done}', '{total}')}
      data-up-to-date={text.upToDate}
      data-stale={strings.sourceState.stale}
      data-unreachable={strings.sourceState.unreachable}
      data-pending={strings.sourceState.pending}
    >
      {named && <span class="live-name">{source.id}</span>}
      <progress max={Math.max(shown.total, 1)} value={shown.done} aria-label={`${text.progress}: ${source.id}`} />
      <span data-live-text>{words[shown.kind]()}</span>
    </p>
  );
}

/** Whether something of a source is under way that ends by itself. */
export function isAtWork(source: SourceState, evaluating: boolean): boolean {
  const { running, progress, state, evaluation } = source;
  const reading = running && (progress !== undefined || state === 'pending');
  return reading || (evaluating && evaluation !== undefined && evaluation.done < evaluation.total);
}

interface Shown {
  readonly kind: 'reading' | 'begins' | 'judging' | 'upToDate' | 'trouble';
  readonly done: number;
  readonly total: number;
}

function toShown({ running, progress, evaluation, state }: SourceState): Shown {
  if (running && progress !== undefined) return { kind: 'reading', ...progress };
  if (running) return { kind: 'begins', done: 0, total: 1 };
  if (evaluation !== undefined && evaluation.done < evaluation.total) return { kind: 'judging', ...evaluation };
  return state === 'ok' ? { kind: 'upToDate', done: 1, total: 1 } : { kind: 'trouble', done: 0, total: 1 };
}
