import type { StateEvent } from '../../../schemas/version-state.ts';
import { changesState, foldStateEvents } from '../../state/fold-state-events.ts';
import type { StateStore } from '../types.ts';

/** Keeps the history of states in memory; `raise` raises the generation of a catalog. */
export function createMemoryStateEvents(raise: (catalogs: readonly string[]) => void): StateStore {
  const events: StateEvent[] = [];

  function select({ catalog, addon }: { readonly catalog: string; readonly addon?: string }): readonly StateEvent[] {
    return events.filter((event) => event.catalog === catalog && (addon === undefined || event.name === addon));
  }

  return {
    async appendStateEvent(event) {
      const before = select({ catalog: event.catalog, addon: event.name });
      if (!changesState(foldStateEvents(before), event)) return undefined;
      const appended = { ...event, sequence: events.length + 1 };
      events.push(appended);
      raise([event.catalog]);
      return { ...appended };
    },
    async listStateEvents(filter) {
      return select(filter).map((event) => ({ ...event }));
    },
  };
}
