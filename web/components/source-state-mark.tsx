import type { VNode } from 'preact';
import type { SourceState } from '../../schemas/rest.ts';
import type { PageContext } from '../context/page-context.ts';

/** The state of a source as a shape and a word. */
export function SourceStateMark({ context, source }: { context: PageContext; source: SourceState }): VNode {
  const { strings } = context;
  return (
    <span class={`state state-${source.state}`} title={strings.sourceStateMeaning[source.state]}>
      {strings.sourceState[source.state]}
      {source.running && ` · ${strings.sources.running}`}
    </span>
  );
}
