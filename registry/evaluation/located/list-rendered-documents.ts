import type { RenderOutcome } from '../../render/types.ts';
import { locateRendered } from './locate-rendered.ts';
import type { LocatedDocument } from './located-value.ts';

/** What these folders bring is stored for later; their texts are looked at as texts. */
const stored = /^(?:definitions|schemas|views|config-templates)\//;

/** The Application and the objects beside it that enabling writes with default parameters; of a refused addon, what could be rendered. */
export function listRenderedDocuments(outcome: RenderOutcome): readonly LocatedDocument[] {
  const objects = outcome.kind === 'rendered' ? [outcome.application, ...outcome.auxiliary] : outcome.partial;
  return objects
    .filter(({ from }) => !stored.test(from))
    .map((rendered) => ({ root: locateRendered(rendered), origin: 'rendered' }));
}
