import type { EngineOperation, EnginePriority, EngineQuestion, Engines } from '../engine/types.ts';

/** The same engines, with one urgency and one signal for every question that brings none of its own. */
export function askWith(
  engines: Engines,
  { priority, signal }: { readonly priority?: EnginePriority; readonly signal?: AbortSignal },
): Engines {
  const common = { ...(priority === undefined ? {} : { priority }), ...(signal === undefined ? {} : { signal }) };
  return {
    ask: <Operation extends EngineOperation>(question: EngineQuestion<Operation>) =>
      engines.ask({ ...common, ...question }),
  };
}
